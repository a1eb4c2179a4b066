import type { NoticeLine } from "../database/notice-mail.ts"
import type { Desk } from "./desk.ts"
import { type LinkAction, linkToken } from "./notice-links.ts"

export type NoticeTextInput = {
  readonly workspaceId: string
  readonly workspace: string
  readonly slug: string
  readonly memberId: string
  readonly zone: string
  readonly lines: readonly NoticeLine[]
}

/** What makes the links of a mail. */
type Links = Pick<Desk, "now" | "sign" | "publicUrl">

const WORDS_LENGTH_MAX = 60 // characters of a promise in a subject line

/** Subject and text of a mail about promises: what was said to whom, by when, and one link for each thing that can be done. */
export function noticeText(desk: Links, input: NoticeTextInput): { readonly subject: string; readonly text: string } {
  const [first] = input.lines
  const promises = input.lines.map((line) => [...about(line, input), ...links(desk, line, input)].join("\n"))
  const end = [
    "Each link opens a page that asks first. It works once, for a week.",
    "This mail is for you alone. Customers get none of this. An answer to it is kept as a note between members and settles nothing.",
  ]
  return {
    subject: first === undefined ? input.workspace : subjectOf(first, input),
    text: [...promises, end.join("\n")].join("\n\n"),
  }
}

function subjectOf(first: NoticeLine, { lines, zone }: NoticeTextInput): string {
  const more = lines.length > 1 ? ` and ${lines.length - 1} more` : ""
  const words = short(first.words)
  return `${headline(first, zone)}: ${words}${more}`
}

function short(words: string | null): string {
  const line = (words ?? "a promise whose words were erased").replaceAll(/\s+/g, " ").trim()
  return line.length <= WORDS_LENGTH_MAX ? line : `${line.slice(0, WORDS_LENGTH_MAX - 1).trimEnd()}…`
}

function about(line: NoticeLine, { zone }: NoticeTextInput): readonly string[] {
  const waiting = line.waitingOn === null ? [] : [waitingText(line.waitingOn, line.waitingNote)]
  const owner = line.isOwner ? [] : [`Owner: ${line.owner}`]
  return [
    headline(line, zone),
    `“${line.words ?? "(erased)"}”`,
    `To: ${line.customer ?? "a customer without a name"}`,
    ...(line.said === null ? [] : [`They wrote: “${line.said}”`]),
    ...(line.unmet === null ? [] : [`It waits for: “${line.unmet}”. Is that met? Then say so in the desk.`]),
    ...owner,
    ...waiting,
  ]
}

function waitingText(on: NonNullable<NoticeLine["waitingOn"]>, note: string | null): string {
  const whom = { customer: "the customer", supplier: "a supplier", colleague: "a colleague" }[on]
  return `It waits on ${whom}${note === null || note === "" ? "" : ` (${note})`}.`
}

function headline({ step, isOwnerAgain, owner, isOwner, dueUntil }: NoticeLine, zone: string): string {
  const due = dueUntil === null ? "" : shown(Temporal.Instant.from(dueUntil), zone)
  switch (step) {
    case "half":
      return `Half of the time is left, due ${due}`
    case "soon":
      return `Due soon, ${due}`
    case "due":
      return `Due now, ${due}`
    case "stand-in":
    case "leads":
    case "admins":
      return isOwnerAgain || isOwner ? `Urgent: still open, was due ${due}` : `${owner}'s is still open, was due ${due}`
    case "broken":
      return `Not kept yet, was due ${due}`
    case "handed":
      return due === "" ? "Handed to you" : `Handed to you, due ${due}`
    case "disputed":
      return due === "" ? "The customer says that it is not done" : `The customer says that it is not done, due ${due}`
    case "chased":
      return due === "" ? "The customer asks for it" : `The customer asks for it, due ${due}`
    default:
      throw new Error(`unknown step ${step satisfies never}`)
  }
}

/** "Fri 20 Nov, 17:00" */
function shown(at: Temporal.Instant, zone: string): string {
  const day = at.toZonedDateTimeISO(zone)
  const date = `${WEEKDAYS[day.dayOfWeek - 1]} ${day.day} ${MONTHS[day.month - 1]}`
  return `${date}, ${String(day.hour).padStart(2, "0")}:${String(day.minute).padStart(2, "0")}`
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"]

function links(desk: Links, line: NoticeLine, { workspaceId, memberId, slug }: NoticeTextInput): readonly string[] {
  const { promiseId, step, round } = line
  const to = (action: LinkAction) =>
    `${desk.publicUrl}/api/act/${linkToken(desk, { workspaceId, memberId, promiseId, step, round, action })}`
  const owners = [
    `I'm on it: ${to("on-it")}`,
    ...(line.standIn === null ? [] : [`Hand over to ${line.standIn}: ${to("hand-over")}`]),
  ]
  return [
    `Kept, on my word: ${to("kept")}`,
    ...(line.isOwner ? owners : [`I take it over: ${to("take-over")}`]),
    `A new date, or anything else: ${desk.publicUrl}/${slug}/promises/${promiseId}`,
  ]
}
