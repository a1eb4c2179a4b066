import { request } from "node:http"
import { afterAll, beforeAll, expect, test } from "vitest"
import { oneStore } from "../../../test/database.ts"
import { type TestApp, openTestApp } from "../../../test/http.ts"
import { openPageShop } from "../../../test/page-shop.ts"
import { renegotiatePromise } from "../verbs/promises.ts"
import { recordOrder } from "../verbs/orders.ts"
import { revokeLink } from "../verbs/customer-links.ts"
import { keepPromise } from "../verbs/settle.ts"
import { changeWorkspace } from "../verbs/workspace.ts"
import { cancelMessage } from "../verbs/unsend.ts"

const HOSTILE = `</blockquote><script>alert("1")</script><img src=x onerror=alert(1)> & 'so on' \u202etxt`

type Answer = { readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly body: string }
type Ask = { readonly form?: Readonly<Record<string, string>>; readonly headers?: Readonly<Record<string, string>> }

oneStore((store) => {
  let app: TestApp
  let port = 0
  let visitor = 0
  beforeAll(async () => {
    app = await openTestApp(store.database(), { behindProxy: true })
    await app.app.listen({ host: "127.0.0.1", port: 0 })
    const address = app.app.server.address()
    port = typeof address === "object" && address !== null ? address.port : 0
  })
  afterAll(() => app.app.close())

  /** As a browser asks that tells no referrer; each test is at an address of its own, so that limits do not meet. */
  function ask(path: string, { form, headers }: Ask = {}): Promise<Answer> {
    const body = form === undefined ? null : new URLSearchParams(form).toString()
    const from = { "x-forwarded-for": `203.0.113.${visitor}` }
    const sent = body === null ? from : { ...from, "content-type": "application/x-www-form-urlencoded", origin: "null" }
    return new Promise((resolve, reject) => {
      const call = request(
        { host: "127.0.0.1", port, path, method: body === null ? "GET" : "POST", headers: { ...sent, ...headers } },
        (answer) => {
          let text = ""
          answer.setEncoding("utf8").on("data", (part: string) => (text += part))
          answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }))
        },
      )
      call.on("error", reject).end(body)
    })
  }

  async function open() {
    visitor += 1
    const shop = await openPageShop(store.database(), app.desk)
    return { ...shop, path: async () => `/p/${await shop.token()}` }
  }

  /** A promise that we say is kept. */
  async function kept(words?: string) {
    const shop = await open()
    const promiseId = await shop.promise(words)
    await keepPromise(shop.desk, shop.member, promiseId, { kind: "word", note: "only for members" })
    return { ...shop, promiseId, at: await shop.path() }
  }

  function hidden(page: string, name: string): string {
    return new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ""
  }

  function formOf(page: string, answer: string, say = "") {
    return { promise: hidden(page, "promise"), seq: hidden(page, "seq"), proof: hidden(page, "proof"), say, answer }
  }

  test("A page says what was promised, by whom, by when in the customer's zone, and that we say it is done", async () => {
    const { desk, workspaceId, at } = await kept()
    await desk.database.query("update customers set zone = 'Asia/Tokyo' where workspace_id = $1", [workspaceId])
    const { status, body } = await ask(at)
    expect(status).toBe(200)
    expect(body).toContain('<html lang="en-GB">')
    expect(body).toContain("“I will call you”")
    expect(body).toContain("<b>A shop</b>")
    expect(body).toContain("Max, by email")
    expect(body).toContain("By Friday 20 November 2026, 01:00")
    expect(body).toContain("Japan Standard Time (Asia/Tokyo)")
    expect(body).toContain("Done, we say")
    expect(body).not.toContain("only for members")
    expect(body).not.toContain("<script")
    expect(body).toMatch(/<label for="(s-[^"]+)">[\s\S]*<textarea id="\1"/)
  })

  test("What was bought in it stands there with the clock of the right to withdraw; what was bought elsewhere does not", async () => {
    const { desk, member, customerId, conversationId, path } = await open()
    const bought = { kind: "goods", orderedOn: "2026-11-12", deliveredOn: "2026-11-17", country: "DE" } as const
    await recordOrder(desk, member, { ...bought, conversationId, product: "A wheel" })
    await recordOrder(desk, member, { ...bought, customerId, product: "A pump" })
    const { body } = await ask(await path())
    expect(body).toContain("What you bought")
    expect(body).toContain("A wheel")
    expect(body).toMatch(/Right to withdraw[\s\S]*Open until Tuesday 1 December 2026/)
    expect(body).toContain("This is no legal advice.")
    expect(body).not.toContain("A pump")
  })

  test("The team's name stands for everybody's where the workspace says so", async () => {
    const { page, at } = await kept()
    await page({ showOwner: "team" })
    const { body } = await ask(at)
    expect(body).toContain("A shop, by email")
    expect(body).not.toContain("Max")
  })

  test("Browsers and search engines are told to keep nothing, run nothing and tell nobody", async () => {
    const { at } = await kept()
    const { headers, body } = await ask(at)
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
      "content-type": "text/html; charset=utf-8",
    })
    expect(headers["content-security-policy"]).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; form-action 'self'/,
    )
    expect(headers["set-cookie"]).toBeUndefined()
    expect(body).toContain('<meta name="robots" content="noindex, nofollow">')
  })

  test("What people wrote is text, whatever it holds", async () => {
    const { at } = await kept(HOSTILE)
    await ask(`${at}/answer`, { form: formOf((await ask(at)).body, "yes", HOSTILE) })
    const { body } = await ask(at)
    expect(body).not.toContain("<script")
    expect(body).not.toContain("<img")
    expect(body).not.toContain("\u202e")
    expect(body.split("&lt;/blockquote&gt;&lt;script&gt;alert(&quot;1&quot;)")).toHaveLength(3)
  })

  test("Reading changes nothing, however often", async () => {
    const { desk, at, workspaceId } = await kept()
    const counts = async () =>
      (
        await desk.database.query(
          `select (select count(*) from entries where workspace_id = $1) as e, (select count(*) from changes where workspace_id = $1) as c,
             (select count(*) from outbox where workspace_id = $1) as o, (select jsonb_agg(l) from customer_links l where workspace_id = $1) as l`,
          [workspaceId],
        )
      )[0]
    const before = await counts()
    for (const path of [at, at, `${at}/code`, `${at}/answer`]) await ask(path)
    expect(await counts()).toEqual(before)
  })

  test("Yes and not yet have their own forms, and the page shows what was answered", async () => {
    const { at, promiseId } = await kept()
    const first = await ask(at)
    const yes = await ask(`${at}/answer`, { form: formOf(first.body, "yes", "Thank you") })
    expect(yes).toMatchObject({ status: 303, headers: { location: `${at}#p-${promiseId}` } })
    const second = await ask(at)
    expect(second.body).toContain("Done, and you told us so")
    expect(second.body).toContain("“Thank you”")
    expect(second.body).not.toContain('value="yes"')
    await ask(`${at}/answer`, { form: formOf(second.body, "not-yet", "No, wait") })
    const third = await ask(at)
    expect(third.body).toContain("Open again")
    expect(third.body).not.toContain("<textarea")
    expect(await ask(`${at}/answer`, { form: formOf(first.body, "yes") })).toMatchObject({ status: 409 })
  })

  test("An answer that did not come from the page is refused: another site, another promise, another link", async () => {
    const one = await kept()
    const other = await kept()
    const form = formOf((await ask(one.at)).body, "not-yet")
    expect(await ask(`${one.at}/answer`, { form: { ...form, proof: "" } })).toMatchObject({ status: 403 })
    expect(await ask(`${one.at}/answer`, { form: { ...form, promise: other.promiseId } })).toMatchObject({
      status: 403,
    })
    expect(await ask(`${one.at}/answer`, { form: { ...form, seq: "3" } })).toMatchObject({ status: 403 })
    expect(await ask(`${other.at}/answer`, { form })).toMatchObject({ status: 403 })
    expect(await ask(`${one.at}/answer`, { form: { ...form, answer: "perhaps" } })).toMatchObject({ status: 422 })
    expect(await ask(`${one.at}/answer`, { form: { ...form, say: "x".repeat(502) } })).toMatchObject({ status: 422 })
    expect(await ask(`${one.at}/answer`, { form: {}, headers: { "content-type": "text/plain" } })).toMatchObject({
      status: 415,
    })
    expect((await ask(one.at)).body).toContain("Done, we say")
  })

  test("What was only proposed, dismissed, taken back or not yet sent does not show", async () => {
    const { desk, member, send, path, promise, deliver } = await open()
    await promise("I will call you")
    const text = "I will write to you today by 15:00."
    const span = { start: 0, end: text.length - 1 }
    const due = { until: "2026-11-19T15:00:00Z" }
    const made = { ...span, words: "I will write to you", deed: "answer", ownerId: member.id, due }
    await send({ text, promises: [], notPromises: [span], looked: true })
    const undone = await send({ text, promises: [made], looked: true })
    const shows = async () => (await ask(await path())).body.includes("I will write to you")
    expect(await shows()).toBe(false)
    await cancelMessage(desk, member, undone)
    await deliver()
    expect(await shows()).toBe(false)
    await send({ text, promises: [made], looked: true })
    expect(await shows()).toBe(false)
    await deliver()
    expect(await shows()).toBe(true)
    expect((await ask(await path())).body).toContain("I will call you")
  })

  test("A new date shows with the reason that was told, and its successor beside it", async () => {
    const { desk, member, promise, path } = await open()
    const promiseId = await promise()
    const due = { until: "2026-11-20T12:00:00Z" }
    await renegotiatePromise(desk, member, promiseId, { due, reason: "The part is late.", agreed: true })
    const { body } = await ask(await path())
    expect(body).toContain("We gave you a new date")
    expect(body).toContain("“The part is late.”")
    expect(body).toContain("By Friday 20 November 2026, 12:00")
  })

  test("Links that do not work look the same, whatever the reason", async () => {
    const { desk, member, at, page } = await kept()
    const unknown = await ask(`/p/${"0".repeat(48)}`)
    expect(unknown).toMatchObject({ status: 404, body: expect.stringContaining("This link does not work") })
    await page({ on: false })
    expect(await ask(at)).toMatchObject({ status: 404, body: unknown.body })
    await page({ on: true })
    const [link] = await desk.database.query<{ id: string }>(
      `select link_id as "id" from customer_links where workspace_id = $1`,
      [member.workspaceId],
    )
    await revokeLink(desk, member, link?.id ?? "")
    for (const path of [at, `${at}/code`]) expect(await ask(path)).toMatchObject({ status: 404, body: unknown.body })
    for (const path of [`${at}/answer`, `${at}/code`, `${at}/pass`]) {
      expect(await ask(path, { form: {} })).toMatchObject({ status: 404, body: unknown.body })
    }
  })

  test("Everything else shows only after the code, and only with this link", async () => {
    const { at, converse, promise, sent, deliver } = await kept()
    await promise("I will send the lamp", await converse("My lamp", "And my lamp?"))
    expect((await ask(at)).body).not.toContain("I will send the lamp")
    expect(await ask(`${at}/code`, { form: {} })).toMatchObject({ status: 303, headers: { location: `${at}/code` } })
    await deliver()
    const code = /\d{6}/.exec(sent.at(-1)?.text ?? "")?.[0] ?? ""
    const wrong = code === "111111" ? "222222" : "111111"
    expect(await ask(`${at}/pass`, { form: { code: wrong } })).toMatchObject({ status: 422 })
    const passed = await ask(`${at}/pass`, { form: { code } })
    expect(passed).toMatchObject({ status: 303, headers: { location: at } })
    const cookie = String(passed.headers["set-cookie"]?.[0])
    expect(cookie).toMatch(/; Path=\/p\/; Max-Age=1800; HttpOnly; SameSite=Lax$/)
    const headers = { cookie: cookie.split(";")[0] ?? "" }
    expect((await ask(at, { headers })).body).toContain("I will send the lamp")
    const other = await kept()
    expect((await ask(other.at, { headers })).body).toContain("Send me a code")
    app.desk.pass({ minutes: 31 })
    expect((await ask(at, { headers })).body).not.toContain("I will send the lamp")
  })

  test("Asking for a code says the same when there is no address, and sends nothing", async () => {
    const { desk, at, customerId, sent, deliver } = await kept()
    const count = sent.length
    await desk.database.query("delete from addresses where customer_id = $1", [customerId])
    expect(await ask(`${at}/code`, { form: {} })).toMatchObject({ status: 303, headers: { location: `${at}/code` } })
    await deliver()
    expect(sent.length).toBe(count)
  })

  test("Too many calls are refused, by address and by link", async () => {
    const { at } = await kept()
    for (let count = 0; count < 60; count += 1) expect((await ask(at)).status).toBe(200)
    expect(await ask(at)).toMatchObject({ status: 429, body: expect.stringContaining("That was too often") })
    visitor += 1
    expect(await ask(at)).toMatchObject({ status: 429 })
    for (let count = 0; count < 59; count += 1) expect((await ask(`/p/${count}`)).status).toBe(404)
    expect(await ask("/p/60")).toMatchObject({ status: 429 })
  })

  test("the trust report is there for anybody once an admin says so, with the broken ones, and without words and names", async () => {
    const shop = await kept("I will send the blue one to Rosa")
    const { workspaceId, desk, admin } = shop
    const [row] = await desk.database.query<{ slug: string }>("select slug from workspaces where workspace_id = $1", [
      workspaceId,
    ])
    const at = `/p/report/${row?.slug}`
    expect((await ask(at)).status).toBe(404)
    expect((await ask(`${at}/figures.json`)).status).toBe(404)
    await changeWorkspace(desk, admin, { settings: { publicReport: { on: true } } })
    desk.pass({ hours: 24 })
    const read = await ask(at)
    expect(read.status).toBe(200)
    expect(read.body).toContain("Not enough record for a rate: 1 closed.")
    expect(read.body).toContain("<dt>Broken</dt><dd>0</dd>")
    expect(read.body).toContain("<dt>Only our own word</dt><dd>1</dd>")
    expect(read.headers["content-security-policy"]).toContain("default-src 'none'")
    const json = await ask(`${at}/figures.json`)
    expect(json.headers["content-type"]).toContain("application/json")
    expect(JSON.parse(json.body)).toMatchObject({
      figures: { closed: 1, outcomes: { "in-time": 1 } },
      promises: [{ promise: shop.promiseId, outcome: "in-time", sealed: null }],
    })
    expect(`${read.body}${json.body}`).not.toMatch(/blue one|Rosa|only for members/)
    desk.pass({ hours: -24 })
  })
})
