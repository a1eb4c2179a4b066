import type { Calendar } from "aboveboard-engine"
import { dueOf, momentOf } from "./moment.ts"
import type { Step, Story } from "./story.ts"

/** A step of a story with the instant at which it happened. */
export type Event = { readonly story: Story; readonly step: Step; readonly at: Temporal.Instant }

/** All steps of all stories in the order in which they happened, seen from `now`. */
export function scheduleOf(stories: readonly Story[], calendar: Calendar, now: Temporal.Instant): readonly Event[] {
  const events = stories.flatMap((story) =>
    story.steps.map((step) => ({ story, step, at: momentOf(calendar, now, step.at) })),
  )
  return events.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
}

/** The clock times of stories, seen from the moment at which the shop is opened. */
export type StoryTime = {
  readonly calendar: Calendar
  readonly opened: Temporal.Instant
  readonly due: (when: string) => Temporal.Instant
}

export function storyTime(calendar: Calendar, opened: Temporal.Instant): StoryTime {
  return { calendar, opened, due: (when) => dueOf(calendar, opened, when) }
}
