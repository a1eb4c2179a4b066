import { hash } from "node:crypto"
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import PostalMime from "postal-mime"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { hostileMails } from "../../../test/hostile-mails.ts"
import { placeIn } from "./gather-content.ts"
import { TooManyParts, streamMail } from "./stream-mail.ts"

const LIMITS = { maxNestingDepth: 30, maxHeadersSize: 512 * 1024, maxRfc822NestingDepth: 2 }
const SMALL = 16 // bytes of a part that stay in memory: most parts of these mails are larger

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aboveboard-stream-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What the library makes of a mail that it is given whole. */
async function atOnce(raw: Uint8Array): Promise<unknown> {
  return PostalMime.parse(raw, LIMITS).catch((failure: unknown) => String(failure))
}

/** The same line by line, with the content of attachments taken from where it lies. */
async function byLines(raw: Uint8Array): Promise<unknown> {
  try {
    const { email, spooled } = await streamMail(raw, LIMITS, placeIn(mkdtempSync(join(folder, "mail-")), SMALL))
    const attachments = email.attachments.map((one) => {
      const path = spooled.get(one.content)?.path
      const content = path === undefined ? one.content : readFileSync(path)
      return { ...one, content: typeof content === "string" ? content : Buffer.from(new Uint8Array(content)) }
    })
    return { ...email, attachments }
  } catch (failure) {
    return String(failure)
  }
}

function comparable(read: unknown): unknown {
  if (typeof read !== "object" || read === null || !("attachments" in read) || !Array.isArray(read.attachments))
    return read
  const attachments = read.attachments.map((one) => ({ ...one, content: Buffer.from(one.content) }))
  return { ...read, attachments }
}

describe("A mail that is read line by line", () => {
  test.each(hostileMails(0.003).map(({ name, raw }) => [name, raw] as const))(
    "is as when read at once: %s",
    async (name, raw) => {
      const read = await byLines(raw)
      if (name === "10,000 parts") return expect(read).toContain(String(new TooManyParts()))
      expect(read).toEqual(comparable(await atOnce(raw)))
    },
  )

  test("is as when read at once, whatever stands in it", async () => {
    const raws = fc.array(fc.tuple(LINES, ENDS), { minLength: 1, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(raws, async (lines) => {
        const raw = Buffer.from(`${BEGINNING}${lines.flat().join("")}`, "latin1")
        expect(await byLines(raw)).toEqual(comparable(await atOnce(raw)))
      }),
      { numRuns: 500 },
    )
  })

  test("has large attachments on disk, with their digest, and its words in memory", async () => {
    const path = join(folder, "raw")
    const raw = `${BEGINNING}--b\r\n\r\n${"Many words. ".repeat(50)}\r\n--b\r\nContent-Type: image/png\r\n\r\n${"x".repeat(100)}\r\n--b--`
    writeFileSync(path, raw)
    const { email, spooled } = await streamMail({ path, digest: "", size: raw.length }, LIMITS, placeIn(folder, SMALL))
    expect(email.text).toContain("Many words.")
    expect([...spooled.values()]).toEqual([
      {
        path: join(folder, "part-1"),
        digest: hash("sha256", `${"x".repeat(100)}\n`, "hex"),
        size: 101,
      },
    ])
    expect(readdirSync(folder).toSorted()).toEqual(["part-1", "raw"])
  })

  test("is cut where a text is longer than anybody reads, and what comes behind it is read", async () => {
    const raw = `${BEGINNING}--b\r\n\r\n${"words ".repeat(2_000_000)}\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--`
    const { email, isCut } = await streamMail(Buffer.from(raw), LIMITS, placeIn(folder, SMALL))
    expect(isCut).toBe(true)
    expect(email.text).toHaveLength(8 * 1024 * 1024)
    expect(email.attachments).toHaveLength(1)
  })
})

const BEGINNING = "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
const ENDS = fc.constantFrom("\r\n", "\r\n", "\r\n", "\n", "\r\r\n", "\r", "")
const LINES = fc.constantFrom(
  "--b",
  "--b",
  "--b--",
  "--c",
  "--c--",
  "--b  ",
  "--bb",
  "--",
  "",
  "",
  "",
  "Content-Type: multipart/mixed; boundary=c",
  "Content-Type: multipart/alternative; boundary=c",
  "Content-Type: multipart/digest; boundary=c",
  "Content-Type: multipart/report; boundary=c",
  "Content-Type: message/rfc822",
  "Content-Type: message/rfc822\r\n\r\nSubject: in it\r\nContent-Type: multipart/mixed; boundary=d\r\n\r\n--d\r\nContent-Type: image/png\r\n\r\nmany bytes of a picture\r\n--d--",
  "Content-Type: message/delivery-status",
  "Content-Type: text/plain; charset=utf-8; format=flowed",
  "Content-Type: text/html; charset=iso-8859-1",
  "Content-Type: text/calendar; method=request",
  "Content-Type: image/png; name=a.png",
  "Content-Disposition: attachment; filename=b.txt",
  "Content-ID: <c@x>",
  "Content-Transfer-Encoding: base64",
  "Content-Transfer-Encoding: quoted-printable",
  "Subject: what",
  "To: c@d.example",
  "aGVsbG8gd29ybGQsIGFnYWluIGFuZCBhZ2Fpbg==",
  "aGVsbG8gd29ybGQsIGFnYWluIGFuZCBhZ2Fpbg",
  "Caf=C3=A9 and so on =",
  "plain words of a line that is long enough",
  "h\xe9llo \xc3\xa9",
  ".",
)
