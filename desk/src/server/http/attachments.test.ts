import { beforeAll, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { ORIGIN, type Shop, type TestApp, openShop, openTestApp } from "../../../test/http.ts"
import { join } from "../../../test/join.ts"
import { attachment, listAttachments, removeAttachment } from "../../contract/attachments.ts"
import { writeMailboxAccess } from "../../contract/mailbox-access.ts"
import { createLog } from "../../contract/messages.ts"

describe("A file beside a draft", () => {
  eachStore((store) => {
    let test: TestApp
    let shop: Shop
    let conversationId = ""
    beforeAll(async () => {
      test = await openTestApp(store.database())
      shop = await openShop(test, "old-mill")
      const body = { channel: "call" as const, text: "Rosa rang.", promises: [], customer: { name: "Rosa" } }
      conversationId = (await test.call(createLog, { as: shop.as, body })).message.conversationId
    })
    const upload = (payload: Buffer | string, headers: Record<string, string> = {}, query = "") =>
      test.app.inject({
        method: "POST",
        url: `/api/v1/conversations/${conversationId}/attachments?${query}`,
        payload,
        headers: {
          host: "desk.test",
          cookie: shop.as.cookie ?? "",
          "aboveboard-workspace": "old-mill",
          origin: ORIGIN,
          "content-type": "application/octet-stream",
          ...headers,
        },
      })

    it("is the body as it is, with its name and type beside it; it is listed, given back and taken away", async () => {
      const content = Buffer.from([0, 255, 10, 13])
      const kept = attachment.parse((await upload(content, {}, "name=..%2F%E2%80%AEx.png&type=image/png")).json())
      expect(kept).toMatchObject({ name: "x.png", type: "image/png", size: 4 })
      const params = { conversationId, attachmentId: kept.id }
      expect((await test.call(listAttachments, { as: shop.as, params })).items).toEqual([kept])
      const url = `/api/v1/conversations/${conversationId}/attachments/${kept.id}?workspace=old-mill`
      const back = await test.app.inject({ url, headers: { cookie: shop.as.cookie ?? "" } })
      expect(back.rawPayload).toEqual(content)
      expect(back.headers).toMatchObject({ "x-content-type-options": "nosniff", "content-type": "image/png" })
      await test.call(removeAttachment, { as: shop.as, params })
      expect((await test.call(listAttachments, { as: shop.as, params })).items).toEqual([])
    })

    it("is not taken from another site, from nobody, as a form, or larger than a message can carry", async () => {
      expect((await upload("x", { origin: "https://evil.example" })).statusCode).toBe(403)
      expect((await upload("x", { cookie: "" })).statusCode).toBe(401)
      const unread = await upload(Buffer.alloc(18_000_001), { cookie: "" }) // of a stranger nothing is read at all
      expect(unread.statusCode).toBe(401)
      const form = await upload("x", { "content-type": "multipart/form-data; boundary=b" })
      expect(form.statusCode).toBe(422)
      const large = await upload(Buffer.alloc(18_000_001))
      expect(large.json()).toMatchObject({ code: "invalid", detail: expect.stringContaining("18 MB together") })
      expect((await test.call(listAttachments, { as: shop.as, params: { conversationId } })).items).toEqual([])
    })

    it("is neither given to nor taken from whoever may not see the mail of that address", async () => {
      const { id } = attachment.parse((await upload("x", {}, "name=x.txt")).json())
      const address = "billing@old-mill.example"
      const { database } = test.desk
      const [place] = await database.query<{ workspaceId: string }>(
        `update conversations set came_by = $2 where conversation_id = $1 returning workspace_id as "workspaceId"`,
        [conversationId, address],
      )
      const workspaceId = place?.workspaceId ?? ""
      await database.query("insert into mail_addresses (workspace_id, address, position) values ($1, $2, 9)", [
        workspaceId,
        address,
      ])
      await test.call(writeMailboxAccess, { as: shop.as, body: { address, everybody: false } })
      const { cookie = "" } = await join(test, { workspaceId, slug: "old-mill", name: "Wim", role: "lead" })
      const url = `/api/v1/conversations/${conversationId}/attachments/${id}?workspace=old-mill`
      const get = async (as: string) => (await test.app.inject({ url, headers: { cookie: as } })).statusCode
      expect([await get(shop.as.cookie ?? ""), await get(cookie)]).toEqual([200, 404])
      expect((await upload("x", { cookie })).statusCode).toBe(404)
      await test.call(removeAttachment, { as: shop.as, params: { conversationId, attachmentId: id } })
    })

    it("is the only thing that is taken as bytes", async () => {
      const headers = { host: "desk.test", origin: ORIGIN, cookie: shop.as.cookie ?? "" }
      const elsewhere = await test.app.inject({
        method: "POST",
        url: "/api/v1/customers",
        payload: Buffer.from("{}"),
        headers: { ...headers, "aboveboard-workspace": "old-mill", "content-type": "application/octet-stream" },
      })
      expect(elsewhere.json()).toMatchObject({ code: "invalid", detail: expect.stringContaining("Send JSON") })
    })
  })
})
