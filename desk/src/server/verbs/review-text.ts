import { type Policy, type Review, type ReviewInput, review, undertakings } from "aboveboard-engine"
import { softenedOn, withoutDismissed } from "../../ledger/claim.ts"
import { withOpenPlaces } from "../../ledger/open-places.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import type { Queries } from "../database/database.ts"
import { readSettings } from "../database/settings.ts"
import type { Desk } from "./desk.ts"
import { builtBook } from "./fact-book.ts"

/** The desk's own review, whose word counts: with the workspace's calendar, facts, rules and what its members dismissed. */
export async function reviewText(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  input: ReviewInput,
): Promise<Review> {
  const read = await reviewerOf(queries, desk, workspaceId)
  return read(input)
}

/** As `reviewText`, for many texts: what they share is fetched once. */
export async function reviewerOf(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
): Promise<(input: ReviewInput) => Review> {
  const settings = await readSettings(queries, workspaceId)
  const book = await builtBook(queries, desk, workspaceId)
  const reading = readingOf(settings)
  return (input) => {
    const policy: Policy = {
      ...reading,
      rules: book.rules,
      softened: softenedOn(settings.rules, input.channel ?? "mail"),
      ...(book.compiled === null ? {} : { facts: book.compiled, notThat: book.notThat }),
    }
    const made = review({ now: nowIn(desk, settings.zone), zone: settings.zone, ...input }, policy)
    const seen = withoutDismissed(made, input.text, book.dismissed)
    // A saved reply has its places by right; they are filled when somebody writes with it.
    return input.author === "saved-reply" ? seen : withOpenPlaces(seen, input.text, policy.softened ?? {})
  }
}

/** How the desk reads whatever it reads: by the workspace's calendar, and with what finds undertakings of which no rule knows the form. */
export function readingOf(settings: Parameters<typeof calendarOf>[0]): Pick<Policy, "calendar" | "undertakings"> {
  return { calendar: calendarOf(settings), undertakings }
}

/** With the zone's offset: facts hold from and until days as the shop counts them. */
function nowIn(desk: Desk, zone: string): string {
  return desk.now().toZonedDateTimeISO(zone).toString({ timeZoneName: "never" })
}
