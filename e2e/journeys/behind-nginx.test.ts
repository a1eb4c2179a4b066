import type { IncomingHttpHeaders } from "node:http"
import { request } from "node:https"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { isInstalled } from "../servers/available.ts"
import { type Desk, startDesk } from "../servers/desk.ts"
import { ADMIN } from "../servers/member.ts"
import { type Nginx, startNginx } from "../servers/nginx.ts"
import { freePort } from "../servers/ports.ts"

const BIG = 16 * 1024 * 1024 // bytes; more than nginx takes, and holds in memory, unless told otherwise

describe.skipIf(!isInstalled("nginx"))("a desk behind nginx, as the example has it", () => {
  let nginx: Nginx
  let desk: Desk
  let [http, https] = [0, 0]
  let [cookie, slug] = ["", ""]

  beforeAll(async () => {
    ;[http, https] = [await freePort(), await freePort()]
    const port = await freePort()
    desk = await startDesk({ port, env: { PUBLIC_URL: `https://localhost:${https}` } })
    nginx = await startNginx({ http, https, desk: port })
  })
  afterAll(async () => {
    await nginx?.stop()
    await desk?.stop()
  })

  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    ask({ port: https, ca: nginx.certificate, method, path, body, headers: { cookie, ...headers } })

  test("is reached over TLS alone, and its cookie is too", async () => {
    const plain = await fetch(`http://127.0.0.1:${http}/sign-in?back=%2Fx`, { redirect: "manual" })
    expect([plain.status, plain.headers.get("location")]).toEqual([301, `https://127.0.0.1:${https}/sign-in?back=%2Fx`])
    const set = await call("POST", "/api/v1/setup", { workspace: "Harbour Cycles", zone: "Europe/London", ...ADMIN })
    expect(set.status).toBe(200)
    slug = (JSON.parse(set.text) as { slug: string }).slug
    const [given = ""] = set.headers["set-cookie"] ?? []
    expect(given).toMatch(/^__Secure-aboveboard\..*; HttpOnly; Secure; SameSite=Lax/)
    expect(set.headers["strict-transport-security"]).toContain("max-age=31536000")
    cookie = given.split(";", 1)[0] ?? ""
    expect((await call("GET", "/api/v1/me")).status).toBe(200)
  })

  test("takes what is large, and tells what changed as it happens", async () => {
    const file = Buffer.alloc(BIG, 7)
    const log = { customer: { name: "Rosa Feld" }, channel: "call", text: "She rang.", promises: [] }
    const logged = await call("POST", "/api/v1/logs", log)
    const { message } = JSON.parse(logged.text) as { message: { conversationId: string } }
    const events = await listen(https, nginx.certificate, cookie)
    const sent = await call(
      "POST",
      `/api/v1/conversations/${message.conversationId}/attachments?name=plan.bin&type=application%2Foctet-stream`,
      file,
      { "content-type": "application/octet-stream", "aboveboard-workspace": slug },
    )
    expect(sent.status).toBe(200)
    await call("PATCH", "/api/v1/workspace", { name: "Harbour" })
    expect(await events.until('"kind":"workspace"')).toContain("data: ")
    events.close()
  })

  test("counts guesses by the address that nginx saw, whatever the visitor says of it", async () => {
    const guess = (number: number) =>
      call(
        "POST",
        "/api/auth/sign-in/email",
        { email: ADMIN.email, password: "wrong" },
        { "x-forwarded-for": `10.0.0.${number}` },
      )
    const codes: number[] = []
    // 20 a minute, and on a slow machine a minute may begin in between: twice as many are never let through.
    for (let number = 1; number <= 41 && codes.at(-1) !== 429; number += 1) codes.push((await guess(number)).status)
    expect(codes.at(-1)).toBe(429)
    expect(codes.length).toBeGreaterThanOrEqual(20)
    expect(codes.slice(0, -1).every((status) => status === 401)).toBe(true)
  })
})

type Asked = {
  readonly port: number
  readonly ca: string
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly headers: Record<string, string>
}

function ask({ port, ca, method, path, body, headers }: Asked) {
  const own = body === undefined ? {} : { "content-type": "application/json", origin: `https://localhost:${port}` }
  return new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const asking = request({ host: "localhost", port, ca, method, path, headers: { ...own, ...headers } }, (answer) => {
      let text = ""
      answer.on("data", (part) => (text += String(part)))
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
    })
    asking.on("error", reject)
    asking.end(body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body))
  })
}

/** The stream of changes; nothing of it may be held back on the way. */
function listen(port: number, ca: string, cookie: string) {
  return new Promise<{ until(text: string): Promise<string>; close(): void }>((resolve, reject) => {
    const asking = request({ host: "localhost", port, ca, path: "/api/v1/changes", headers: { cookie } }, (answer) => {
      let heard = ""
      answer.on("data", (part) => (heard += String(part)))
      answer.on("error", () => {})
      resolve({
        async until(text) {
          while (!heard.includes(text)) await new Promise((next) => answer.once("data", next))
          return heard
        },
        close: () => void asking.destroy(),
      })
    })
    asking.on("error", reject)
    asking.end()
  })
}
