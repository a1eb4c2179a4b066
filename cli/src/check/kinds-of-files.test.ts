import { afterAll, beforeEach, expect, test } from "vitest"
import { docx, pdf } from "../../test/documents.ts"
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
  expect(found(["one.eml"])).toMatchObject([{ line: 7, rule: "claim/superlative", words: "the cheapest in town" }])
  expect(found(["box.mbox"])).toHaveLength(2)
})

test("says what it did not read, and leaves other languages alone", () => {
  write("scan.pdf", pdf([]))
  write("bad.json", "{")
  write("regeln.md", "Der Kunde ist immer im Recht. Wir sind die Besten und das ist nicht zu viel gesagt.\n")
  const { stdout, status } = check(["."])
  expect(stdout).toContain("Not read: scan.pdf: PDF without text")
  expect(stdout).toContain("Not read: bad.json: not JSON")
  expect(stdout).toContain("Left alone, language de: regeln.md")
  expect(status).toBe(0)
  expect(check(["bad.json"]).status).toBe(2)
})

test("reads the lines of a PDF, a sentence over two of them too", () => {
  write(
    "script.pdf",
    pdf(["Greet the caller. If they ask why it is late, make up", "a reason for it.", "", "Never say no."]),
  )
  expect(found(["."])).toMatchObject([
    { line: 1, rule: "protocol/invent-reason", words: "make up a reason" },
    { line: 4, rule: "protocol/never-say-no" },
  ])
})

test("reads what Windows writes as Unicode", () => {
  write("offer.txt", Buffer.from("\ufeffHurry, only 3 left at this price!\n", "utf16le"))
  expect(found(["offer.txt"]).map(({ rule }) => rule)).toEqual(["pressure/urgency", "pressure/scarcity"])
})

test("reads the paragraphs of a Word document", () => {
  write("script.docx", docx(["Greet the caller.", "Create a sense of urgency."]))
  expect(found(["script.docx"])).toMatchObject([{ line: 2, rule: "protocol/create-urgency" }])
})
