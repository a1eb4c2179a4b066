import { type Server, createServer } from "node:http"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { post } from "./post.ts"
import { type Resolve, isPrivate } from "./reach.ts"

const POSTING = { body: "{}", headers: { "content-type": "application/json" } }

describe("What is posted to an address that somebody named", () => {
  let server: Server
  let port: number
  let heard: string[]
  beforeAll(async () => {
    heard = []
    server = createServer((request, response) => {
      heard.push(request.url ?? "")
      const status = { "/moved": 302, "/wrong": 500 }[request.url ?? ""] ?? 204
      response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end()
    })
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
    const address = server.address()
    port = typeof address === "object" && address !== null ? address.port : 0
  })
  afterAll(() => new Promise((closed) => server.close(closed)))

  /** A name that leads to these addresses, another one each time it is asked. */
  const names = (...addresses: readonly string[][]): Resolve => {
    let asked = 0
    return (_hostname, _options, answer) => {
      const found = addresses[Math.min(asked, addresses.length - 1)] ?? []
      asked += 1
      answer(
        null,
        found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      )
    }
  }
  const to = (host: string, reach: Parameters<typeof post>[2], path = "/hook") =>
    post(`http://${host}:${port}${path}`, POSTING, reach)

  it("does not reach this machine or a private network, by number or by name", async () => {
    const refused = { kind: "later", words: expect.stringContaining("private network") }
    for (const host of ["127.0.0.1", "[::1]", "10.1.2.3", "[::ffff:127.0.0.1]", "0x7f000001", "localhost"]) {
      expect([host, await to(host, { privateToo: false })]).toEqual([host, refused])
    }
    expect(await to("inner.example", { privateToo: false, resolve: names(["127.0.0.1"]) })).toEqual(refused)
    expect(await to("both.example", { privateToo: false, resolve: names(["93.184.215.14", "::1"]) })).toEqual(refused)
    expect(heard).toEqual([])
  })

  it("does not reach it through a name that leads elsewhere the second time", async () => {
    const rebinding = names(["93.184.215.14"], ["127.0.0.1"])
    rebinding("rebind.example", {}, () => {}) // somebody looked before, and found it public
    const posted = await to("rebind.example", { privateToo: false, resolve: rebinding })
    expect(posted).toEqual({ kind: "later", words: expect.stringContaining("private network") })
    expect(heard).toEqual([])
  })

  it("is tried again later where the name leads nowhere", async () => {
    const nowhere: Resolve = (hostname, _options, answer) => {
      const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: "ENOTFOUND" })
      setImmediate(() => (answer as (error: Error) => void)(error)) // as the system does: with no address at all
    }
    const unknown = { kind: "later", words: "getaddrinfo ENOTFOUND gone.example" }
    expect(await to("gone.example", { privateToo: false, resolve: nowhere })).toEqual(unknown)
    expect(await to("gone.example", { privateToo: true, resolve: nowhere })).toEqual(unknown)
  })

  it("does where the operator allows it, follows nothing, and says what went wrong", async () => {
    const reach = { privateToo: true, resolve: names(["127.0.0.1"]) }
    expect(await to("inner.example", reach)).toEqual({ kind: "accepted" })
    expect(await to("inner.example", reach, "/moved")).toEqual({ kind: "later", words: "It answered 302." })
    expect(await to("inner.example", reach, "/wrong")).toEqual({ kind: "later", words: "It answered 500." })
    expect(heard).toEqual(["/hook", "/moved", "/wrong"])
    const nobody = await post("http://127.0.0.1:1/", POSTING, { privateToo: true })
    expect(nobody).toEqual({ kind: "later", words: expect.stringContaining("ECONNREFUSED") })
  })

  it.each([
    ["192.168.1.1", true],
    ["172.31.255.255", true],
    ["172.32.0.1", false],
    ["169.254.169.254", true],
    ["100.64.0.1", true],
    ["8.8.8.8", false],
    ["fd00::1", true],
    ["fe80::1", true],
    ["::ffff:10.0.0.1", true],
    ["::ffff:a00:1", true],
    ["64:ff9b::a00:1", true],
    ["64:ff9b:1::a00:1", true],
    ["fec0::1", true],
    ["2606:4700::1111", false],
  ])("counts %s as private: %s", (address, expected) => {
    expect(isPrivate(address)).toBe(expected)
  })
})
