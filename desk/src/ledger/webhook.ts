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
export const RETRY_HOURS = 72 // three days: over a weekend
/** Minutes until the next try, by tries so far; the last repeats. */
const RETRY_MINUTES = [1, 5, 15, 60, 180, 360, 720]

/** When a delivery that has failed `attempts` times is tried again; null when it has been tried for three days. */
export function nextTry(first: Temporal.Instant, now: Temporal.Instant, attempts: number): Temporal.Instant | null {
  const minutes = RETRY_MINUTES[Math.min(attempts, RETRY_MINUTES.length) - 1] ?? 1
  const next = now.add({ minutes })
  return next.since(first).total("hours") > RETRY_HOURS ? null : next
}
