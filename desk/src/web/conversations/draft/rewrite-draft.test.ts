import { review, standardCalendar } from "aboveboard-engine"
import { expect, test } from "vitest"
import { filledIn } from "./card.ts"
import { undecided } from "./decisions.ts"
import { confirmed, type Written } from "./rewrite-draft.ts"

const INES = { id: "ines", name: "Ines Moreau" }
const PRIYA = { id: "priya", name: "Priya Nair" }
const DESK = {
  now: Temporal.Instant.from("2026-11-19T14:12:00Z"), // a Thursday
  calendar: { ...standardCalendar("Europe/London"), meanings: { "right back": 60 } },
  me: INES,
  members: [INES, PRIYA],
}

test("looking into it and someone calling right back is one card; confirming it says who and when", () => {
  const draft = fresh("Thanks, I'll look into this and someone will call you right back")
  const [found, ...more] = read(draft)
  expect(more).toEqual([])
  if (found === undefined) throw new Error("no promise was found")
  const after = confirmed(draft, filledIn(found, DESK), DESK)
  expect(after.text).toBe("Thanks, I'll look into this and I will call you today by 15:15")
  expect(read(after)).toEqual([])
})

test("the recorded words are the words in the draft", () => {
  const draft = fresh("Hello Ada.\n\nSomeone will call you right back about the saddle. Best wishes")
  const [found] = read(draft)
  if (found === undefined) throw new Error("no promise was found")
  const after = confirmed(draft, { ...filledIn(found, DESK), ownerId: "priya" }, DESK)
  const [made] = after.decisions
  expect(after.text.slice(made?.start, made?.end)).toContain("Priya will call you today by 15:15")
})

test("two promises are confirmed one after the other, and the first keeps its words", () => {
  let draft = fresh("Someone will call you right back. I will send you the form by Monday.")
  const words: string[] = []
  for (let [found] = read(draft); found !== undefined && words.length < 5; [found] = read(draft)) {
    words.push(found.quote)
    draft = confirmed(draft, filledIn(found, DESK), DESK)
  }
  expect(words).toHaveLength(2)
  expect(draft.decisions.map((each) => draft.text.slice(each.start, each.end))).toEqual([
    expect.stringContaining("I will call you today by 15:15"),
    expect.stringContaining("I will send you the form by Monday"),
  ])
})

function fresh(text: string): Written {
  return { text, decisions: [] }
}

function read({ text, decisions }: Written) {
  const { calendar, now } = DESK
  const { promises } = review({ text, channel: "mail", now: now.toString(), zone: calendar.zone }, { calendar })
  return undecided(promises, decisions)
}
