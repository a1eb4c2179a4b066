import { describe, expect, test } from "vitest"
import { spentOn } from "../../../../engine/bench/measure.ts"
import { beginningOf } from "./mail-beginning.ts"
import { readMail } from "./read-mail.ts"

const bytes = (text: string) => new TextEncoder().encode(text.replaceAll("\n", "\r\n"))
const read = (text: string) => readMail(bytes(text))

const PLAIN = `From: Ada Sommer <Ada@Example.net>
To: Shop <help@shop.example>, "Team: not a group" <team@shop.example>
Cc: friends: bo@example.net, Cy <cy@example.net>;
Reply-To: ada.private@example.net
Date: Mon, 3 Mar 2025 10:15:00 +0100
Message-ID: <one@example.net>
In-Reply-To: <zero@shop.example>
References: <first@shop.example> <zero@shop.example>
Subject: =?utf-8?Q?My_bike_=E2=80=93_again?=

Hello,
where is it?
`

describe("A plain mail", () => {
  test("is read with its ids, people, date and words", async () => {
    expect(await read(PLAIN)).toEqual({
      mailId: "one@example.net",
      inReplyTo: ["zero@shop.example"],
      references: ["first@shop.example", "zero@shop.example"],
      from: { name: "Ada Sommer", address: "Ada@Example.net" },
      to: [
        { name: "Shop", address: "help@shop.example" },
        { name: "Team: not a group", address: "team@shop.example" },
      ],
      cc: [
        { name: "", address: "bo@example.net" },
        { name: "Cy", address: "cy@example.net" },
      ],
      replyTo: { name: "", address: "ada.private@example.net" },
      date: "2025-03-03T09:15:00.000Z",
      subject: "My bike – again",
      text: "Hello,\nwhere is it?",
      html: null,
      files: [],
      automatic: false,
      list: null,
      spam: false,
      report: null,
      problem: null,
    })
  })

  test("keeps no NUL, no half surrogate and no control characters in names", async () => {
    const mail = await read(`From: "A\u202edA" <a@example.net>\nSubject: a\u0000b =?utf-8?B?7aCA?= c\n\nx\u0000y\n`)
    expect(mail.text).toBe("xy")
    expect(mail.from).toEqual({ name: "A dA", address: "a@example.net" })
    expect(mail.subject).not.toContain("\0")
    expect(mail.subject?.isWellFormed()).toBe(true)
  })
})

const mixed = (parts: string) => `From: a@example.net\nContent-Type: multipart/mixed; boundary=b\n\n${parts}\n--b--\n`

describe("Parts", () => {
  test("Attachments come with name, type, content id and content", async () => {
    const mail = await read(
      mixed(`--b
Content-Type: text/plain

See the picture.
--b
Content-Type: image/PNG; name="../../etc/pa<ss>wd.png"
Content-ID: <pic@x>
Content-Transfer-Encoding: base64
Content-Disposition: inline; filename="..\\..\\pic:1.png"

aGVsbG8=`),
    )
    expect(mail.text).toBe("See the picture.")
    expect(mail.files).toEqual([
      { name: "pic_1.png", type: "image/png", contentId: "pic@x", content: new TextEncoder().encode("hello") },
    ])
  })

  test("Without a text part the HTML becomes text", async () => {
    const mail = await read(
      `From: a@example.net\nContent-Type: text/html\n\n<p>Hello</p><blockquote>old</blockquote>\n`,
    )
    expect(mail.text).toBe("Hello\n\n> old")
    expect(mail.html).toContain("<p>Hello</p>")
  })

  test("An empty text part beside HTML does not hide the words", async () => {
    const parts = `--c\nContent-Type: text/plain\n\n \n--c\nContent-Type: text/html\n\n<p>Words</p>\n--c--`
    const mail = await read(`From: a@example.net\nContent-Type: multipart/alternative; boundary=c\n\n${parts}\n`)
    expect(mail.text).toBe("Words")
  })
})

describe("Signs that nobody typed it", () => {
  const automatic = async (header: string) => (await read(`From: a@example.net\n${header}\n\nx\n`)).automatic
  test.each(["Auto-Submitted: auto-replied", "Precedence: bulk", "X-Autoreply: yes", "Return-Path: <>"])(
    "%s",
    async (header) => {
      expect(await automatic(header)).toBe(true)
    },
  )
  test.each(["Auto-Submitted: no", "Precedence: normal", "Return-Path: <a@example.net>"])("not: %s", async (header) => {
    expect(await automatic(header)).toBe(false)
  })
  test("A list is named", async () => {
    expect((await read(`From: a@example.net\nList-Id: Help <help.shop.example>\n\nx\n`)).list).toBe("help.shop.example")
  })
})

describe("Whatever comes, reading never fails", () => {
  const deep = Array.from(
    { length: 60 },
    (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`,
  ).join("")
  const hostile: readonly (readonly [string, Uint8Array])[] = [
    ["nothing", bytes("")],
    ["only line ends", bytes("\n\n\n")],
    ["no header", bytes("hello")],
    ["only a NUL", new Uint8Array([0])],
    ["random bytes", Uint8Array.from({ length: 50_000 }, (_, at) => (at * 7919) % 256)],
    ["parts in parts", bytes(`From: a@example.net\nSubject: deep\n${deep}`)],
    [
      "a million dashes",
      bytes(`From: a@example.net\nContent-Type: multipart/mixed; boundary=b\n\n${"--b\n".repeat(300_000)}`),
    ],
    ["a header of 3 MB", bytes(`From: a@example.net\nSubject: ${"x".repeat(3_000_000)}\n\nx\n`)],
    ["100,000 headers", bytes(`From: a@example.net\n${"X-A: b\n".repeat(100_000)}\nx\n`)],
    ["100,000 recipients", bytes(`From: a@example.net\nTo: ${"a@b.example,".repeat(40_000)}\n\nx\n`)],
    ["an unknown charset", bytes(`From: a@example.net\nContent-Type: text/plain; charset=klingon\n\nx\n`)],
    ["broken base64", bytes(mixed("--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n%%%=%%"))],
    ["broken encoded words", bytes("From: =?utf-8?Q?=XX?= <a@example.net>\nSubject: =?x?B?!!?=\n\nx\n")],
    ["quotes without end", bytes(`From: "a <a@example.net>\nTo: ((((\n\nx\n`)],
    ["an absurd date", bytes("From: a@example.net\nDate: Mon, 99 Foo 99999 99:99:99 +9999\n\nx\n")],
    ["a date before Christ", bytes("From: a@example.net\nDate: -001000-01-01T00:00:00Z\n\nx\n")],
    [
      "unclosed tags",
      bytes(`From: a@example.net\nContent-Type: text/html\n\n${"<b>".repeat(40_000)}${"</i>".repeat(9_000)}`),
    ],
    ["a million tags", bytes(`From: a@example.net\nContent-Type: text/html\n\n${"<b>".repeat(600_000)}`)],
    ["10 MB in one line", bytes(`From: a@example.net\n\n${"x".repeat(10_000_000)}`)],
    [
      "mails in mails",
      bytes(`From: a@example.net\n${"Content-Type: message/rfc822\n\n".repeat(50)}From: b@example.net\n\nx`),
    ],
  ]
  test.each(hostile)("%s", async (_, raw) => {
    const { own } = await spentOn(async () => {
      const mail = await readMail(raw)
      expect(JSON.stringify(mail.text)).not.toContain("\\u0000")
      expect(mail.text.length).toBeLessThanOrEqual(500_000)
      expect(mail.to.length).toBeLessThanOrEqual(500)
    })
    expect(own).toBeLessThan(5_000)
  })

  test("What is too deep is said, and from whom it is stays readable", async () => {
    const mail = await readMail(bytes(`From: Ada <a@example.net>\nSubject: deep\n${deep}`))
    expect(mail.from).toEqual({ name: "Ada", address: "a@example.net" })
    expect(mail.subject).toBe("deep")
    expect(mail.problem).toMatch(/could not be read in full. Download it/)
  })
})

test("Of a mail that is too much to be read whole, what says that it is spam, automatic or of a list is kept", () => {
  const marks = [
    "X-Spam-Flag: YES",
    "X-Autoreply: yes",
    "List-Unsubscribe: <https://list.example>",
    "X-Failed-Recipients: a@b.example",
  ]
  const { head } = beginningOf(bytes(`From: a@b.example\nX-Other: no\n${marks.join("\n")}\n\nwords\n`))
  const kept = Buffer.from(head).toString("latin1").trim().split("\r\n")
  expect(kept).toEqual(["From: a@b.example", ...marks])
})
