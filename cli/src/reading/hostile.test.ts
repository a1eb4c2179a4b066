import { setImmediate } from "node:timers/promises"
import { expect, test } from "vitest"
import { spentOn } from "../../../engine/bench/measure.ts"
import { docx, wordDocument } from "../../test/documents.ts"
import { readFile, readTexts } from "./read-file.ts"

const SIZE = 300_000 // characters; what takes the square of that takes minutes
const MILLISECONDS_MAX = 4_000 // the slowest takes a twentieth of it on an idle machine

function many(part: string, size = SIZE): Buffer {
  return Buffer.from(part.repeat(Math.ceil(size / part.length)))
}

const HARMLESS: readonly (readonly [name: string, bytes: Buffer])[] = [
  ["comments never closed.html", many("<!--")],
  ["comments never closed.md", many("<!--")],
  ["scripts never closed.html", many("<script ")],
  ["pre never closed.html", many("<pre>x")],
  ["smaller than.html", many("<")],
  ["entities.html", many("&a")],
  ["fences.md", many("```\nx\n")],
  ["ticks.md", many("`a")],
  ["stars.md", many("*a ")],
  ["links.md", many("[a](b ")],
  ["one line.txt", many("abc ", 2_000_000)],
  ["one word.txt", many("a", 2_000_000)],
  ["quotes.csv", many('"')],
  ["one open cell.csv", Buffer.concat([Buffer.from('"'), many("a b c,")])],
  ["blanks.json", Buffer.concat([many(" "), Buffer.from("1")])],
  ["escapes.json", Buffer.concat([Buffer.from('["'), many("\\u0061\\n"), Buffer.from('"]')])],
  ["headers.eml", many("X-A: b\n")],
  ["boundaries.eml", Buffer.concat([Buffer.from("Content-Type: multipart/mixed; boundary=b\n\n"), many("--b\n")])],
  ["from.mbox", many("From a\n\n")],
  ["laughs.yaml", Buffer.from(laughs())],
  ["texts never closed.docx", wordDocument(Buffer.concat([Buffer.from("<w:p>"), many("<w:t ")]))],
  ["tags in a macro.json", Buffer.from(JSON.stringify([{ title: "a", content: "<p ".repeat(SIZE / 3) }]))],
]

test.each(HARMLESS)("%s is read in time", async (name, bytes) => {
  const { own } = await spentOn(async () => expect(await readFile(name, bytes)).toHaveProperty("pieces"))
  expect(own).toBeLessThan(MILLISECONDS_MAX)
})

const REFUSED: readonly (readonly [name: string, bytes: Buffer, reason: string])[] = [
  ["lists in lists.json", many("["), "nested deeper than 200 levels"],
  ["maps in maps.json", many('{"a":'), "nested deeper than 200 levels"],
  ["lists in lists.yaml", many("["), "nested deeper than 200 levels"],
  ["never closed.json", Buffer.concat([Buffer.from('["'), many("a")]), "a text is not closed"],
  ["never closed.yaml", Buffer.concat([Buffer.from('a: "'), many("a b")]), "not YAML: Missing closing"],
  ["long.yaml", many("- a\n", 3_100_000), "YAML of more than 3 MB"],
  ["binary.txt", Buffer.from([1, 0, 2, 255]), "not a text file"],
  ["binary.docx", many("\u0001\u0002"), "no Word document"],
  ["damaged.docx", damaged(wordDocument("<w:p>")), "Word document: damaged"],
  ["bomb.docx", wordDocument(Buffer.alloc(80_000_000, 65)), "more than 30 MB when unpacked"],
  ["binary.pdf", many("\u0001\u0002"), "PDF: Invalid PDF structure"],
  ["huge.txt", Buffer.alloc(20_000_001, 65), "larger than 20 MB"],
]

test.each(REFUSED)("%s is not read, and the reason is told", async (name, bytes, reason) => {
  const told = { unread: expect.stringContaining(reason) }
  const { own } = await spentOn(async () => expect(await readFile(name, bytes)).toEqual(told))
  expect(own).toBeLessThan(MILLISECONDS_MAX)
})

test("a server goes on meanwhile when it reads a Word document or a large page, and is told the same reasons", async () => {
  const book = Array.from({ length: 2_000 }, () => "Never say no.")
  for (const [name, bytes] of [
    ["book.docx", docx(book)],
    ["page.html", many("<p>Never say no.</p>\n", 60_000)],
  ] as const) {
    let turns = 0
    let isRead = false
    const reading = readTexts(name, bytes).finally(() => {
      isRead = true
    })
    while (!isRead) {
      await setImmediate()
      turns += 1
    }
    expect(turns).toBeGreaterThan(5)
    expect(await reading).toMatchObject({ texts: [expect.stringContaining("Never say no.")] })
  }
  const bomb = await readTexts("bomb.docx", wordDocument(Buffer.alloc(80_000_000, 65)))
  expect(bomb).toEqual({ unread: expect.stringContaining("more than 30 MB when unpacked") })
})

function damaged(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, 47), Buffer.from([255, 255]), bytes.subarray(49)])
}

/** Each list holds nine times the one before: a reader that wrote them all out would hold a thousand million words. */
function laughs(): string {
  const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
  return names
    .map((name, index) => {
      const before = names[index - 1]
      const items = before === undefined ? "ha ha ha" : `*${before}`
      return `${name}: &${name} [${Array.from({ length: 9 }, () => items).join(", ")}]`
    })
    .join("\n")
}
