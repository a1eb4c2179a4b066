import { expect, test } from "vitest"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import { scheduleOf, storyTime } from "./schedule.ts"
import { shopSettings } from "./shop.ts"
import { STORIES } from "./stories/index.ts"
import type { Step } from "./story.ts"

const calendar = calendarOf(shopSettings("Europe/London"))
// Every eleventh hour of a month around a change of the clocks, so that each hour and each weekday comes up.
const MOMENTS = Array.from({ length: 66 }, (_, index) =>
  Temporal.Instant.from("2026-10-12T00:07:00Z").add({ hours: 11 * index }),
)

test("whenever it is opened, all that has happened lies in the past", () => {
  for (const now of MOMENTS) {
    const late = scheduleOf(STORIES, calendar, now).filter(({ at }) => Temporal.Instant.compare(at, now) > 0)
    expect(late.map(({ step }) => `${step.at} at ${now.toString()}`)).toEqual([])
  }
})

test("whenever it is opened, each story happens in the order in which it is written", () => {
  for (const now of MOMENTS) {
    const played = scheduleOf(STORIES, calendar, now)
    for (const story of STORIES) {
      const steps = played.filter((event) => event.story === story).map(({ step }) => step.at)
      expect(steps, `${story.customer} at ${now.toString()}`).toEqual(story.steps.map(({ at }) => at))
    }
  }
})

test("whenever it is opened, nothing was due before it was promised", () => {
  for (const now of MOMENTS) {
    const time = storyTime(calendar, now)
    const wrong = scheduleOf(STORIES, calendar, now).flatMap(({ step, at }) =>
      duesOf(step)
        .filter((due) => Temporal.Instant.compare(time.due(due), at) <= 0)
        .map((due) => `${step.at} → ${due} at ${now.toString()}`),
    )
    expect(wrong).toEqual([])
  }
})

function duesOf(step: Step): readonly string[] {
  if ("promises" in step) return (step.promises ?? []).flatMap(({ due }) => due ?? [])
  return "due" in step ? [step.due] : []
}
