/** What a program of the team can ask to be told of. */
export const WEBHOOK_TOPICS = ["messages", "promises"] as const
export type WebhookTopic = (typeof WEBHOOK_TOPICS)[number]

/** What is told: ids, kinds and times. What was said is read through the API, by those who may. */
export type WebhookEvent = {
  readonly id: string
  /** `message.received`, `promise.kept`: what, and what became of it. */
  readonly type: string
  readonly at: string
  readonly data: Readonly<Record<string, string | number | null>>
}

/** Without its query, which may hold a secret of the receiver. */
export function shownUrl(url: string): string {
  return url.replace(/[?#].*$/s, "")
}

/** What is signed: the moment of sending and the body, as Stripe's webhooks have it, so that libraries check it. */
export function signedText(seconds: number, body: string): string {
  return `${seconds}.${body}`
}

/** The header that goes with it: one signature for each secret that counts at the moment. */
export function signatureHeader(seconds: number, signatures: readonly string[]): string {
  return [`t=${seconds}`, ...signatures.map((each) => `v1=${each}`)].join(",")
}

export const OVERLAP_HOURS = 24 // in which the secret before the newest counts, too
/** Minutes until the next try, by tries so far; the last repeats. */
const RETRY_MINUTES = [1, 5, 15, 60, 180, 360, 720]
const TRIES_MAX = 12 // with the steps above: about three days, over a weekend

/**
 * When a delivery that has failed `attempts` times is tried again; null when that was often enough. Counted in tries and not in
 * hours: while the desk is off nothing is tried, and a program is not given up for that.
 */
export function nextTry(now: Temporal.Instant, attempts: number): Temporal.Instant | null {
  if (attempts >= TRIES_MAX) return null
  return now.add({ minutes: RETRY_MINUTES[Math.min(attempts, RETRY_MINUTES.length) - 1] ?? 1 })
}
