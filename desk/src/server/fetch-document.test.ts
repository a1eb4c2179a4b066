import { type Server, createServer } from "node:http"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { fetchDocument } from "./fetch-document.ts"

const LONG = 5_000_001 // bytes

describe("A document that somebody points at", () => {
  let server: Server
  let origin: string
  let heard: string[]
  beforeAll(async () => {
    heard = []
    server = createServer((request, response) => {
      const path = request.url ?? ""
      heard.push(path)
      if (path === "/moved") response.writeHead(302, { location: "/policy" }).end()
      else if (path === "/loop") response.writeHead(302, { location: "/loop" }).end()
      else if (path === "/file") response.writeHead(302, { location: "file:///etc/passwd" }).end()
      else if (path === "/long") response.writeHead(200).end(Buffer.alloc(LONG))
      else if (path === "/policy") response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<p>Hi")
      else if (path === "/notes.md") response.writeHead(200).end("# Hi")
      else response.writeHead(404).end()
    })
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
    const address = server.address()
    origin = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`
  })
  afterAll(() => new Promise((closed) => server.close(closed)))

  const get = (path: string) => fetchDocument(`${origin}${path}`, { privateToo: true })

  it("is read as what its server says it is, or by its name, also where it has moved", async () => {
    expect(await get("/moved")).toEqual({ kind: "read", bytes: Buffer.from("<p>Hi"), ending: "html" })
    expect(await get("/notes.md")).toEqual({ kind: "read", bytes: Buffer.from("# Hi"), ending: "md" })
  })

  it("is not read when it is missing, too large, goes in circles, or leads to what is no web address", async () => {
    const wordsOf = async (path: string) => {
      const got = await get(path)
      return got.kind === "failed" ? got.words : null
    }
    expect(await wordsOf("/gone")).toBe("It answered 404.")
    expect(await wordsOf("/long")).toBe("It has more than 5 MB.")
    expect(await wordsOf("/loop")).toBe("It leads on more than 3 times.")
    expect(await wordsOf("/file")).toBe("It leads to what is no web address.")
  })

  it("is not looked for in a private network, by number or by name", async () => {
    const refused = { kind: "failed", words: expect.stringContaining("private network") }
    heard = []
    for (const host of [origin, "http://localhost:1", "http://[::1]/", "http://169.254.169.254/latest"]) {
      expect(await fetchDocument(host, { privateToo: false })).toEqual(refused)
    }
    expect(heard).toEqual([])
  })
})
