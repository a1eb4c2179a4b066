import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client"
import type { Database } from "../database/database.ts"
import { type Backlog, readBacklog } from "../database/backlog.ts"

/** What one answered request was: its route's pattern, never its address. */
export type Answered = { readonly method: string; readonly route: string; readonly status: number; readonly ms: number }

export type Metrics = {
  readonly observe: (answered: Answered) => void
  /** In the text format of Prometheus. */
  readonly text: () => Promise<string>
  readonly contentType: string
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] // the desk answers most calls within 50 ms

/** Figures of this process and of what waits in the database; none of a workspace, a person or a text. */
export function openMetrics(database: Database, now: () => Temporal.Instant): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: "aboveboard_" })
  const registers = [registry]
  const labelNames = ["method", "route", "status"] as const
  const requests = new Counter({
    name: "aboveboard_http_requests_total",
    help: "Answered requests",
    labelNames,
    registers,
  })
  const durations = new Histogram({
    name: "aboveboard_http_request_seconds",
    help: "How long they took",
    labelNames: ["route"] as const,
    buckets: SECONDS,
    registers,
  })
  const backlog = openBacklog(registers)
  return {
    observe({ method, route, status, ms }) {
      requests.inc({ method, route, status: String(status) })
      durations.observe({ route }, ms / 1000)
    },
    async text() {
      backlog.set(await readBacklog(database, now().toString()).catch(() => null))
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}

const WAITING: readonly (readonly [keyof Backlog, string])[] = [
  ["promisesOpen", "Promises that are open, in all workspaces"],
  ["promisesBroken", "Promises that are marked broken and not settled"],
  ["looksLate", "Promises that follow-through should have looked at more than a minute ago"],
  ["outboxWaiting", "Mails that wait to be sent"],
  ["outboxLateSeconds", "How long the mail that waited longest has been due"],
  ["mailboxesFailing", "Mailboxes that cannot be read just now"],
  ["webhooksWaiting", "Webhook deliveries that wait to be sent, or to be tried again"],
]

/** `aboveboard_database_up` is 0, and the rest is left out, while the database does not answer. */
function openBacklog(registers: Registry[]) {
  const up = new Gauge({ name: "aboveboard_database_up", help: "Whether the database answers", registers })
  const gauges = WAITING.map(([key, help]) => {
    const name = `aboveboard_${key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
    return { key, gauge: new Gauge({ name, help, registers }) }
  })
  return {
    set(backlog: Backlog | null) {
      up.set(backlog === null ? 0 : 1)
      for (const { key, gauge } of gauges) {
        if (backlog === null) gauge.reset()
        else gauge.set(backlog[key])
      }
    },
  }
}
