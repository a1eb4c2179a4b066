import type { z } from "zod"
import type { message } from "../../contract/messages.ts"
import { type When, instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import type { ListedPromise } from "./listed-promise.ts"

type Message = z.output<typeof message>

/** Something in the conversation that can show that a promise was kept. */
export type Evidence = {
  readonly messageId: string
  readonly kind: "message" | "customer"
  /** A call or a visit. */
  readonly isTalk: boolean
  readonly label: string
  /** Its first words, and whether it has left. */
  readonly words: string
}

const SHOWN_MAX = 6 // more would hide the choice; older ones hardly ever are what kept it
const FIRST_WORDS = 90 // characters: one line

/** What was said or done after the promise, ours first and newest first, then the customer's own words. */
export function evidenceOf(messages: readonly Message[], promise: ListedPromise, when: When): readonly Evidence[] {
  const later = messages.filter(
    (each) => each.id !== promise.messageId && each.channel !== "internal" && !isBefore(each.at, promise.saidAt),
  )
  const ours = later.filter((each) => each.kind === "note" || (each.kind === "outbound" && mayStillLeave(each)))
  const theirs = later.filter((each) => each.kind === "inbound")
  return [...ours.toReversed(), ...theirs.toReversed()].slice(0, SHOWN_MAX).map((each) => ({
    messageId: each.id,
    kind: each.kind === "inbound" ? "customer" : "message",
    isTalk: each.channel === "call" || each.channel === "visit",
    label: labelOf(each, when),
    words: wordsOf(each),
  }))
}

/** What is chosen before anybody chooses: the newest of ours, or else of theirs. A call is shown by a talk, and by no mail about something else. */
export function likeliest(evidence: readonly Evidence[], { deed }: Pick<ListedPromise, "deed">): Evidence | null {
  return evidence.find(({ isTalk }) => deed !== "call-back" || isTalk) ?? null
}

function isBefore(one: string, other: string): boolean {
  const [a, b] = [instantOf(one), instantOf(other)]
  return a !== null && b !== null && Temporal.Instant.compare(a, b) < 0
}

function mayStillLeave({ delivery }: Message): boolean {
  return delivery === "accepted" || delivery === "waiting" || delivery === null
}

function labelOf({ kind, channel, at }: Message, when: When): string {
  const instant = instantOf(at)
  const time = instant === null ? "" : moment(instant, when)
  const { kept } = words.dialogs
  if (kind === "inbound") return kept.customer(time)
  if (channel === "call") return kept.call(time)
  return channel === "visit" ? kept.visit(time) : kept.message(time)
}

function wordsOf({ text, own, delivery }: Message): string {
  const first = own[0]
  const said = (first === undefined ? (text ?? "") : (text ?? "").slice(first.start, first.end))
    .trim()
    .replaceAll(/\s+/g, " ")
  const short = said.length > FIRST_WORDS ? `${said.slice(0, FIRST_WORDS - 1)}…` : said
  return delivery === "waiting" ? `${short} (${words.dialogs.kept.onWay})` : short
}
