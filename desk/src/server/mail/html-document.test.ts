import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { fileDocument, rawDocument } from "../verbs/message-documents.ts"
import { receiveMail } from "../verbs/receive.ts"
import { htmlDocument } from "./html-document.ts"
import { readMail } from "./read-mail.ts"

const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

const RAW = `From: rosa@example.org
Content-Type: multipart/related; boundary=b

--b
Content-Type: text/html

<p>See <img src="cid:wheel@x" alt="wheel"> <img src="https://elsewhere.example/pixel.png"></p><script>alert(1)</script>
--b
Content-Type: image/png
Content-ID: <wheel@x>
Content-Transfer-Encoding: base64
Content-Disposition: inline; filename="my wh\u00e9el%\\".png"

${PIXEL}
--b
Content-Type: text/html; name="page.html"
Content-Disposition: attachment; filename="page.html"

<script>alert(1)</script>
--b--
`

eachStore((store) => {
  async function shop() {
    const desk = openTestDesk(store.database())
    const team = await openTestWorkspace(desk)
    const raw = new TextEncoder().encode(RAW.replaceAll("\n", "\r\n"))
    const recipients = [`help@${team.workspaceId}.example`]
    const [received] = await receiveMail(desk, {
      raw,
      mail: await readMail(raw),
      envelopeFrom: "rosa@example.org",
      recipients,
    })
    return { desk, ...team, messageId: received?.messageId ?? "", raw }
  }

  test("The HTML comes with the pictures that came with it, and says what from elsewhere it left out", async () => {
    const { desk, member, messageId } = await shop()
    const { content, headers } = await htmlDocument(desk, member, messageId, { remote: false })
    expect(content).toContain(`<img alt="wheel" src="data:image/png;base64,${PIXEL}" />`)
    expect(content).not.toContain("elsewhere.example")
    expect(content).not.toContain("alert")
    expect(headers).toMatchObject({ "aboveboard-blocked": "1", "x-frame-options": "SAMEORIGIN" })
    const asked = await htmlDocument(desk, member, messageId, { remote: true })
    expect(asked.content).toContain("https://elsewhere.example/pixel.png")
    expect(asked.headers["aboveboard-blocked"]).toBe("0")
  })

  test("Attachments are saved and never shown, whatever they call themselves", async () => {
    const { desk, member, messageId } = await shop()
    const picture = await fileDocument(desk, member, messageId, 0)
    expect(Buffer.from(picture.content).toString("base64")).toBe(PIXEL)
    expect(picture.headers["content-type"]).toBe("image/png")
    expect(picture.headers["content-disposition"]).toMatch(/^attachment; filename="[ -~]*"; filename\*=UTF-8''[!-~]*$/)
    const page = await fileDocument(desk, member, messageId, 1)
    expect(page.headers).toMatchObject({
      "content-type": "application/octet-stream",
      "x-content-type-options": "nosniff",
    })
  })

  test("The mail as it came is byte for byte what came", async () => {
    const { desk, member, messageId, raw } = await shop()
    const { content, headers } = await rawDocument(desk, member, messageId)
    expect(Buffer.from(content)).toEqual(Buffer.from(raw))
    expect(headers["content-disposition"]).toContain("attachment")
  })

  test("Nobody of another workspace gets any of it", async () => {
    const { desk, messageId } = await shop()
    const { member: stranger } = await openTestWorkspace(desk)
    for (const read of [
      () => htmlDocument(desk, stranger, messageId, { remote: false }),
      () => rawDocument(desk, stranger, messageId),
      () => fileDocument(desk, stranger, messageId, 0),
    ]) {
      await expect(read()).rejects.toMatchObject({ code: "not_found" })
    }
  })
})
