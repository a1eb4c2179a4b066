import type { FoundPromise } from "aboveboard-engine"
import { useMemo, useState } from "react"
import { useHere } from "../here.tsx"
import { type DueDraft, NO_DUE, draftFrom, dueBody, dueOf } from "../promise/due-draft.ts"
import { type TeamMember, useTeam } from "../promise/owner-field.tsx"
import type { Reading } from "../promise/read-due.ts"
import { useReading } from "../promise/use-reading.ts"
import { useFoundPromises } from "./use-found-promises.ts"

/** What a member says of a promise found: it is one, it is none, or somebody decides later. */
export type Decision = "promise" | "none" | "later"

/** A promise found in a note, filled in, and what the member changed. */
export type Capture = {
  readonly key: string
  readonly found: FoundPromise
  readonly ownerId: string
  readonly due: DueDraft
  readonly deed: string
  readonly decision: Decision
}

type Changed = Partial<Pick<Capture, "ownerId" | "due" | "deed" | "decision">>

export type Captures = ReturnType<typeof useCaptures>

/** The promises found in a note with who and when filled in. What was changed stays with its words while typing goes on. */
export function useCaptures(text: string) {
  const found = useFoundPromises(text)
  const reading = useReading()
  const team = useTeam()
  const { settings } = useHere()
  const [changed, setChanged] = useState<Readonly<Record<string, Changed>>>({})
  const list: readonly Capture[] = useMemo(() => {
    const deeds = settings.deeds.map(({ id }) => id)
    return found.map((each) => ({ ...filledIn(each, { team, deeds, reading }), ...changed[each.quote] }))
  }, [found, changed, team, settings.deeds, reading])
  const change = (key: string, change: Changed) =>
    setChanged((before) => ({ ...before, [key]: { ...before[key], ...change } }))
  return { list, reading, change, answers: () => answersOf(list, text, reading) }
}

type Around = { readonly team: readonly TeamMember[]; readonly deeds: readonly string[]; readonly reading: Reading }

function filledIn(found: FoundPromise, { team, deeds, reading }: Around): Capture {
  const due =
    found.due.until === undefined
      ? { ...NO_DUE, words: found.due.text ?? "" }
      : draftFrom(found.due.text, found.due.until)
  const isWhole = found.condition !== undefined || dueOf(due, reading) !== null
  return {
    key: found.quote,
    found,
    ownerId: named(found, team) ?? team[0]?.id ?? "",
    due,
    deed: deeds.includes(found.deed) ? found.deed : (deeds.at(-1) ?? "other"),
    decision: isWhole ? "promise" : "later",
  }
}

/** The member whom the words name; the sender stands for i, we, someone and the company. */
function named({ actor }: FoundPromise, team: readonly TeamMember[]): string | null {
  const name = actor.kind === "named" ? actor.name?.toLowerCase() : undefined
  if (name === undefined) return null
  return (
    team.find((each) => each.name.toLowerCase() === name || each.name.toLowerCase().split(" ")[0] === name)?.id ?? null
  )
}

/** As the API takes them. What is neither captured nor said to be none is proposed by the desk. */
function answersOf(list: readonly Capture[], text: string, reading: Reading) {
  const isThere = ({ found }: Capture) => text.slice(found.start, found.end) === found.quote
  const there = list.filter(isThere)
  return {
    promises: there.flatMap(({ found, ownerId, due, deed, decision }) => {
      const body = dueBody(due, reading)
      if (decision !== "promise" || (body === null && found.condition === undefined)) return []
      return [
        {
          start: found.start,
          end: found.end,
          words: found.quote,
          deed,
          ownerId,
          due: body,
          condition: found.condition ?? null,
        },
      ]
    }),
    notPromises: there
      .filter(({ decision }) => decision === "none")
      .map(({ found: { start, end } }) => ({ start, end })),
  }
}
