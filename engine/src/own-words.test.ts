import { expect, test } from "vitest"
import { ownWords } from "./own-words.ts"

function own(text: string): string {
  return ownWords(text)
    .map(({ start, end }) => text.slice(start, end))
    .join("")
    .trim()
}

test("answers between quoted lines stay", () => {
  expect(own("> Is it blue?\nYes.\n\n> And the price?\nTwelve euros.\n")).toBe("Yes.\n\nTwelve euros.")
})

test.each([
  ["English", "On Tue, 3 Mar 2026 at 09:12, Ann Lee <ann@example.org> wrote:"],
  ["English over two lines", "On Tue, 3 Mar 2026 at 09:12, Ann Lee with a long name\n<ann@example.org> wrote:"],
  ["German", "Am 03.03.2026 um 09:12 schrieb Ann Lee <ann@example.org>:"],
  ["French", "Le 3 mars 2026 à 09:12, Ann Lee <ann@example.org> a écrit :"],
  ["Spanish", "El mar, 3 mar 2026 a las 9:12, Ann Lee (<ann@example.org>) escribió:"],
  ["Italian", "Il giorno mar 3 mar 2026 alle ore 09:12 Ann Lee <ann@example.org> ha scritto:"],
  ["Dutch", "Op di 3 mrt 2026 om 09:12 schreef Ann Lee <ann@example.org>:"],
  ["Portuguese", "Em ter., 3 de mar. de 2026 às 09:12, Ann Lee <ann@example.org> escreveu:"],
])("what follows an announcement in %s is left out", (_, line) => {
  expect(own(`It fits, thank you.\n\n${line}\n\nDoes it fit?\n`)).toBe("It fits, thank you.")
})

test("the head of an Outlook message ends the own words", () => {
  expect(
    own(
      "Done.\n\n________________________________\nFrom: Ann Lee\nSent: Tuesday, 3 March 2026 09:12\nTo: Shop\nSubject: Lamp\n\nPlease send it.",
    ),
  ).toBe("Done.")
  expect(own("Done.\n\n-----Original Message-----\nFrom: Ann\n\nPlease send it.")).toBe("Done.")
})

test("signatures are left out", () => {
  expect(own("See you then.\n-- \nAnn Lee\nWe will always be the cheapest\n")).toBe("See you then.")
  expect(own("See you then.\n\nSent from my iPhone\n")).toBe("See you then.")
})

test("a mail that only forwards keeps what it forwards", () => {
  expect(
    own("---------- Forwarded message ----------\nFrom: Ann <ann@example.org>\nSubject: Lamp\n\nIt flickers.\n"),
  ).toBe("It flickers.")
})

test("a sentence that happens to begin with On stays", () => {
  const text = "On Monday the engineer wrote: all good.\nWe will call you on Tuesday."
  expect(own(text)).toBe(text)
})

const HEAD = "From: Ann Lee\nSent: Tuesday, 3 March 2026 09:12\nTo: Shop\nSubject: Lamp"

test.each([
  ["a head without a rule", `Done.\n\n${HEAD}\n\nPlease send it.`, "Done."],
  ["a rule above a rule", "Done.\n\n____________\n____________\n\nPlease send it.", "Done."],
  ["a rule above a signature", "Done.\n\n____________\n-- \nAnn Lee", "Done."],
  ["a date as some programs announce it", "Done.\n\n2026-03-04 10:00 GMT+01:00 Ann <a@example.org>:\n> Hi", "Done."],
  ["the same without the address", "Done.\n\n2026-03-04 10:00 GMT+01:00 Ann Lee\n\n> Hi", "Done."],
  ["a single line that looks like a head", "From: the heart.\nThank you.", "From: the heart.\nThank you."],
])("%s", (_, text, words) => {
  expect(own(text)).toBe(words)
})

test("a mail with no words of its own says what it forwards", () => {
  expect(own(`---------- Forwarded message ---------\n${HEAD}\n\nWe will send it on Friday.`)).toBe(
    "We will send it on Friday.",
  )
  expect(own(`-----Original Message-----\n\n${HEAD}\n\nWe will send it on Friday.`)).toBe("We will send it on Friday.")
})
