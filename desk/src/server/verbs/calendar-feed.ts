import { iCalendar } from "../../ledger/icalendar.ts"
import { notFound } from "../../ledger/error.ts"
import * as links from "../database/calendar-links.ts"
import { type Actor, type Desk, commit } from "./desk.ts"

/** The secret address of a member's own calendar. */
export type CalendarLink = { readonly url: string; readonly createdAt: string }

const TOKEN_LENGTH = 48 // hex digits; 192 bits that only this desk can make

/** The address that works; null when there is none. */
export async function readCalendarLink(desk: Desk, actor: Actor, memberId: string): Promise<CalendarLink | null> {
  const link = await links.readCalendarLink(desk.database, actor.workspaceId, memberId)
  return link === null ? null : viewOf(desk, link)
}

/** Makes the address of a member's calendar; the one that works already stays. */
export function createCalendarLink(desk: Desk, actor: Actor, memberId: string): Promise<CalendarLink> {
  return commit(desk, async (queries) => {
    const id = desk.newId()
    const fresh = { id, createdAt: desk.now().toString(), workspaceId: actor.workspaceId, memberId }
    await links.insertCalendarLink(queries, { ...fresh, tokenDigest: digestOf(desk, tokenOf(desk, id)) })
    const link = await links.readCalendarLink(queries, actor.workspaceId, memberId)
    if (link === null) throw new Error("a calendar link that was just made is gone")
    return viewOf(desk, link)
  })
}

/** From now on the address leads nowhere, and the next one is another. `not_found` when there is none. */
export async function revokeCalendarLink(desk: Desk, actor: Actor, memberId: string): Promise<void> {
  await commit(desk, async (queries) => {
    const at = desk.now().toString()
    if (!(await links.revokeCalendarLink(queries, actor.workspaceId, memberId, at))) throw notFound("calendar link")
  })
}

export type CalendarFeed = { readonly text: string; readonly etag: string }

/** What the member behind an address owes, as an iCalendar. `not_found` for an address that does not work. */
export async function readCalendarFeed(desk: Desk, token: string): Promise<CalendarFeed> {
  const found = await links.findCalendar(desk.database, digestOf(desk, token))
  if (found === null) throw notFound("calendar")
  const promises = await links.listForCalendar(desk.database, found.workspaceId, found.memberId)
  const items = promises.map((each) => ({
    ...each,
    words: each.words ?? "(erased)",
    url: `${desk.publicUrl}/${found.slug}/promises/${each.id}`,
  }))
  const text = iCalendar(`${found.name}: promises of ${found.workspace}`, items)
  return { text, etag: `"${desk.digest(text).slice(0, 32)}"` }
}

function viewOf(desk: Desk, { id, createdAt }: links.CalendarLinkRow): CalendarLink {
  return { url: `${desk.publicUrl}/api/calendar/${tokenOf(desk, id)}.ics`, createdAt }
}

function tokenOf(desk: Desk, linkId: string): string {
  return desk.sign(`calendar-link ${linkId}`).slice(0, TOKEN_LENGTH)
}

/** Comparing digests in the database says nothing about how much of a guess was right. */
function digestOf(desk: Desk, token: string): string {
  return desk.digest(`calendar-link ${token}`)
}
