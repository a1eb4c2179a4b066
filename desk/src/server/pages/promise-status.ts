import type { PageEntry, PagePromise } from "../database/customer-page.ts"
import { fullTime, isAfter } from "./times.ts"

/** How a promise stands, as we say it to the customer. */
export type Status = {
  readonly label: string
  readonly isLate: boolean
  readonly lines: readonly string[]
}

type Here = { readonly zone: string; readonly now: string }

export function statusOf(promise: PagePromise, { zone, now }: Here): Status {
  switch (promise.state) {
    case "kept":
      return keptStatus(promise, zone)
    case "broken":
      return { label: "Not done in time", isLate: true, lines: ["We still owe you this."] }
    case "open":
      return openStatus(promise, now)
    case "renegotiated":
      return changed("We gave you a new date", promise, "renegotiated", zone)
    case "released":
      return changed("You let us off", promise, "released", zone)
    default:
      throw new Error(`unknown state ${promise.state satisfies never}`)
  }
}

/** Our last "kept", when it is still said; null otherwise. */
export function keptEntry({ state, history }: PagePromise): PageEntry | null {
  return state === "kept" ? (history.findLast(({ kind }) => kind === "kept") ?? null) : null
}

export function isConfirmed(promise: PagePromise): boolean {
  const kept = keptEntry(promise)
  return (
    kept !== null && promise.history.some((entry) => entry.kind === "confirmed-by-customer" && entry.seq > kept.seq)
  )
}

/** The reason of the new date, as the customer was told; null when there is none. */
export function reasonTold({ state, history }: PagePromise): string | null {
  return state === "renegotiated" ? (history.findLast(({ kind }) => kind === "renegotiated")?.note ?? null) : null
}

function keptStatus(promise: PagePromise, zone: string): Status {
  const at = keptEntry(promise)?.at ?? null
  const isLate =
    promise.brokenAt !== null || (at !== null && promise.dueUntil !== null && isAfter(at, promise.dueUntil))
  return {
    label: isConfirmed(promise) ? "Done, and you told us so" : "Done, we say",
    isLate: false,
    lines: at === null ? [] : [`${fullTime(at, zone)}${isLate ? ", later than we promised" : ""}`],
  }
}

function openStatus(promise: PagePromise, now: string): Status {
  const isLate = promise.dueUntil !== null && isAfter(now, promise.dueUntil)
  const isAgain = promise.history.some(({ kind }) => kind === "reopened")
  const lines = [
    ...(isLate ? ["It is past its time. We still owe you this."] : []),
    ...(promise.waitsForCustomer ? ["We need an answer from you first."] : []),
  ]
  return { label: isAgain ? "Open again" : "Open", isLate, lines }
}

function changed(label: string, { history }: PagePromise, kind: PageEntry["kind"], zone: string): Status {
  const at = history.findLast((entry) => entry.kind === kind)?.at
  return { label, isLate: false, lines: at === undefined ? [] : [fullTime(at, zone)] }
}
