import { expect, test } from "vitest"
import { textWithLinks } from "./pasted-links.ts"

const track = { before: "Dear Cleo, ", label: "Track it", href: "https://track.example/1?a=1&b=(2)" }

test("A link that is pasted from a text program keeps where it leads", () => {
  expect(textWithLinks("Dear Cleo,\r\nTrack it here.", [track])).toBe(
    "Dear Cleo,\n[Track it](https://track.example/1?a=1&b=%282%29) here.",
  )
})

test("Two links of one label lead where each of them did", () => {
  const second = { before: ", ", label: "Track\n it", href: "https://track.example/2" }
  expect(textWithLinks("Track it, Track it", [{ ...track, before: "", href: "https://track.example/1" }, second])).toBe(
    "[Track it](https://track.example/1), [Track it](https://track.example/2)",
  )
})

test("A link stands at its own words, not at the first that are spelled alike", () => {
  const text = "Where are you? We are here to help: read it\nhere, or ask here."
  const link = { before: "Where are you? We are here to help: read it", label: "here", href: "https://help.example" }
  const own = { before: ", or ask ", label: "here", href: "#ask" }
  expect(textWithLinks(text, [link, own])).toBe(
    "Where are you? We are here to help: read it\n[here](https://help.example), or ask here.",
  )
  const ask = { ...own, href: "https://ask.example" }
  expect(textWithLinks(text, [{ ...link, href: "#help" }, ask])).toBe(
    "Where are you? We are here to help: read it\nhere, or ask [here](https://ask.example).",
  )
})

test.each([
  ["an address that is its own label", { label: "track.example/1", href: "https://track.example/1" }],
  ["a place in the page it came from", { label: "Track it", href: "#top" }],
  ["what would run", { label: "Track it", href: "javascript:alert(1)" }],
  ["a label that is not in the text", { label: "Elsewhere", href: "https://track.example" }],
  ["a picture without words", { label: " ", href: "https://track.example" }],
])("The browser pastes as always what has %s", (_, link) => {
  expect(textWithLinks("See track.example/1, or Track it", [{ before: "", ...link }])).toBeNull()
})
