import { beforeAll, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { type Shop, type TestApp, openShop, openTestApp } from "../../../test/http.ts"
import { listConversations, readConversation } from "../../contract/conversations.ts"
import { readAfterSale } from "../../contract/orders.ts"
import { writeMailSettings } from "../../contract/mail-settings.ts"
import { writeWorkspace } from "../../contract/workspace.ts"
import { countFormsSince } from "../database/contact-form.ts"

const FIELDS = { name: "Nia", mail: "nia@x.example", subject: "A wheel", text: "Do you true wheels?", website: "" }

describe("The contact form", () => {
  eachStore((store) => {
    let test: TestApp
    let shop: Shop
    let visitor = 0
    beforeAll(async () => {
      test = await openTestApp(store.database(), { behindProxy: true })
      shop = await openShop(test, "old-mill")
      const mail = { fromName: "Old Mill", addresses: ["help@old-mill.example"], server: null }
      await test.call(writeMailSettings, { as: shop.as, body: mail })
    })
    const turn = (on: boolean) =>
      test.call(writeWorkspace, { as: shop.as, body: { settings: { contactForm: { on } } } })
    const send = async (fields: Partial<typeof FIELDS> = {}, files: readonly File[] = []) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ ...FIELDS, ...fields })) form.set(name, value)
      for (const file of files) form.append("files", file)
      const whole = new Response(form)
      visitor += 1
      return test.app.inject({
        method: "POST",
        url: "/p/contact/old-mill",
        payload: Buffer.from(await whole.arrayBuffer()),
        headers: {
          host: "desk.test",
          origin: "https://www.old-mill.example",
          "sec-fetch-site": "cross-site",
          "x-forwarded-for": `203.0.113.${visitor}`,
          "content-type": whole.headers.get("content-type") ?? "",
        },
      })
    }
    const list = (filter: "open" | "spam") => test.call(listConversations, { as: shop.as, query: { filter } })

    it("is not there until an admin turns it on, and then can stand in a page of the shop's own, without scripts", async () => {
      expect((await test.app.inject({ url: "/p/contact/old-mill" })).statusCode).toBe(404)
      expect((await send()).statusCode).toBe(404)
      await turn(true)
      const page = await test.app.inject({ url: "/p/contact/old-mill" })
      expect(page.statusCode).toBe(200)
      expect(page.headers["content-security-policy"]).toContain("frame-ancestors *")
      expect(page.headers["content-security-policy"]).toContain("default-src 'none'")
      expect(page.headers["x-frame-options"]).toBeUndefined()
      expect(page.body).not.toMatch(/<script|https?:\/\//)
    })

    it("makes a conversation that is answered by mail, with its files under names that hide nothing", async () => {
      const sent = await send({}, [new File(["a picture"], "..\\evil\u202Egnp.exe", { type: "image/png" })])
      expect([sent.statusCode, sent.headers["location"]]).toEqual([303, "/p/contact/old-mill/sent"])
      const [conversation] = (await list("open")).items
      expect(conversation).toMatchObject({ channel: "form", subject: "A wheel", customer: { name: "Nia" } })
      expect(conversation?.awaitingSince).not.toBeNull()
      const params = { conversationId: conversation?.id ?? "" }
      const read = await test.call(readConversation, { as: shop.as, params })
      expect(read).toMatchObject({ answersTo: "nia@x.example", answersFrom: "help@old-mill.example", answersCc: [] })
      expect(read.messages[0]?.files).toMatchObject([{ name: "evil gnp.exe" }])
    })

    it("is heard as a mail is: what wants a sale undone is a request, and what chases is a chase", async () => {
      await send({ mail: "rosa@x.example", text: "I hereby withdraw from the contract." })
      const [conversation] = (await list("open")).items
      const params = { conversationId: conversation?.id ?? "" }
      const { requests } = await test.call(readAfterSale, { as: shop.as, params })
      expect(requests).toMatchObject([{ kind: "withdrawal", words: "I hereby withdraw from the contract." }])
    })

    it("counts towards its hourly limit what it brought, not what we or they wrote since", async () => {
      const now = test.desk.now()
      const count = () => countFormsSince(test.desk.database, shop.workspaceId, now.toString())
      await send()
      const before = await count()
      await test.desk.database.query("update conversations set created_at = created_at - interval '2 hours'")
      expect([before > 0, await count()]).toEqual([true, 0])
    })

    it("keeps what was written when something is missing, says what, and never as markup", async () => {
      const refused = await send({ mail: "no address", text: '</textarea><script>alert("1")</script>' })
      expect(refused.statusCode).toBe(422)
      expect(refused.body).toContain("Give a mail address at which we can answer you.")
      expect(refused.body).toContain("&lt;/textarea&gt;&lt;script&gt;")
      expect(refused.body).not.toContain("<script")
      expect((await send({ text: " \n " })).statusCode).toBe(422)
      expect((await send({ mail: "help@old-mill.example" })).body).toContain("our own address")
      expect((await send({ mail: "a@x.example\r\nBcc: b@x.example" })).statusCode).toBe(422)
    })

    it("takes for spam, and does not lose, what a program filled in where people see nothing", async () => {
      const before = (await list("open")).items.length
      expect((await send({ website: "https://spam.example" })).statusCode).toBe(303)
      expect((await list("open")).items).toHaveLength(before)
      expect((await list("spam")).items).toHaveLength(1)
    })

    it("refuses what is no form, what is too large, and too many from one address", async () => {
      const headers = {
        host: "desk.test",
        "content-type": "multipart/form-data; boundary=b",
        "x-forwarded-for": "198.51.100.7",
      }
      const post = (payload: string) =>
        test.app.inject({ method: "POST", url: "/p/contact/old-mill", payload, headers })
      expect((await post("nothing of the kind")).statusCode).toBe(422)
      const large = await send({}, [new File([new Uint8Array(18_000_001)], "large.bin")])
      expect(large.body).toContain("18.0\u00a0MB together")
      const answers = await Promise.all(Array.from({ length: 21 }, () => post("x")))
      expect(answers.map(({ statusCode }) => statusCode)).toContain(429)
    })
  })
})
