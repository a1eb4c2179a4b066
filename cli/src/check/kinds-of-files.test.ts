import { afterAll, beforeEach, expect, test } from "vitest"
import { workplace } from "../../test/workplace.ts"

const { check, found, write, fresh, remove } = workplace()
beforeEach(fresh)
afterAll(remove)

test("reads macros of Zendesk, Chatwoot, Freshdesk and plain lists as saved replies", () => {
  write(
    "zendesk.json",
    JSON.stringify(
      {
        macros: [
          {
            title: "Late",
            actions: [
              { field: "status", value: "Hurry, only 3 left!" },
              { field: "comment_value_html", value: "<p>We are the <b>absolute</b> cheapest.</p>" },
            ],
          },
        ],
      },
      null,
      2,
    ),
  )
  write(
    "chatwoot.json",
    JSON.stringify([{ id: 1, short_code: "late", content: "Hi,\nwe&#39;re sorry you feel that way." }]),
  )
  write("freshdesk.csv", 'Title,Content\nLate,"Dear ""all"",\nact now! Our sale ends soon."\n')
  write("plain.yaml", "- Thanks for writing to us.\n- |\n  Hello,\n  I guarantee it will\n  arrive on Friday.\n")
  const places = found(["."]).map(({ path, line, rule, words }) => `${path}:${line} ${rule} ${words}`)
  expect(places).toEqual([
    "chatwoot.json:1 evasion/non-apology sorry you feel that way",
    "freshdesk.csv:3 pressure/urgency act now",
    "freshdesk.csv:3 pressure/urgency sale ends soon",
    "plain.yaml:4 claim/guarantee I guarantee",
    "zendesk.json:12 claim/superlative We are the absolute cheapest",
  ])
})

test("reads mails, their own words only, and mailboxes", () => {
  const mail =
    "From: jo@example.org\nSubject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nHello,\nwe=E2=80=99re the cheap=\nest in town.\n\n> Act now!\n"
  write("one.eml", mail)
  write("box.mbox", `From jo Mon\n${mail}\nFrom jo Tue\n${mail}`)
  expect(found(["one.eml"])).toMatchObject([{ line: 7, rule: "claim/superlative", words: "we’re the cheapest" }])
  expect(found(["box.mbox"])).toHaveLength(2)
})

test("says what it did not read, and leaves other languages alone", () => {
  write("old.pdf", "%PDF-1.4")
  write("bad.json", "{")
  write("regeln.md", "Der Kunde ist immer im Recht. Wir sind die Besten und das ist nicht zu viel gesagt.\n")
  const { stdout, status } = check(["."])
  expect(stdout).toContain("Not read: old.pdf: PDF is not read")
  expect(stdout).toContain("Not read: bad.json: not JSON")
  expect(stdout).toContain("Left alone, language de: regeln.md")
  expect(status).toBe(0)
})

test("reads the paragraphs of a Word document", () => {
  write("script.docx", docx(["Greet the caller.", "Create a sense of urgency."]))
  expect(found(["script.docx"])).toMatchObject([{ line: 2, rule: "protocol/create-urgency" }])
})

/** A ZIP archive with one stored file: enough of a Word document. */
function docx(paragraphs: readonly string[]): Buffer {
  const name = Buffer.from("word/document.xml")
  const data = Buffer.from(
    `<w:document><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("")}</w:body></w:document>`,
  )
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt32LE(data.length, 20)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(30 + name.length + data.length, 16)
  return Buffer.concat([local, name, data, central, name, end])
}
