import type { FastifyReply, FastifyRequest } from "fastify"
import { type ChangeRow, listMissedChanges, readFirstChange } from "../database/changes-feed.ts"
import { listUnseen } from "../database/as-seen.ts"
import { Mistake } from "../../ledger/error.ts"
import type { Actor, Desk } from "../verbs/desk.ts"
import { readActor } from "./caller.ts"
import type { ChangesFeed } from "./changes-feed.ts"
import { Refusal } from "./errors.ts"
import { API, type Door } from "./serve.ts"

const MISSED_MAX = 1_000 // changes; after more than that it is quicker to read everything again
const BUFFER_MAX = 1_048_576 // bytes not yet taken by a screen; it is slow or gone, and comes back by itself

/** How often a quiet stream is written to, and how long one lives: then the browser asks again, and is checked again. */
export type StreamTimes = { readonly heartbeatMs: number; readonly lifeMs: number }
export const STREAM_TIMES: StreamTimes = { heartbeatMs: 20_000, lifeMs: 15 * 60_000 }

/** Serves the changes of a workspace as server-sent events: what to fetch again, never what it says. */
export function serveChanges({ app, desk, identity }: Door, feed: ChangesFeed, times: StreamTimes): void {
  const open = new Set<Stream>()
  app.addHook("preClose", async () => {
    for (const stream of open) stream.end()
  })
  app.get(`${API}/changes`, async (request, reply) => {
    let actor = await readActor(desk, identity, request, reply)
    const { workspaceId } = actor
    const following = follow(feed, workspaceId)
    try {
      const missed = await missedBy(desk, feed, workspaceId, request)
      // Before the stream begins: what fails now is answered, and leaves no stream that hears nothing.
      const seen = missed === "too many" ? missed : await seenOf(desk, actor, missed)
      const stream = startStream(reply)
      open.add(stream)
      const readAgain = async () => {
        actor = await readActor(desk, identity, request, reply)
      }
      const check = () => void endUnlessLetIn(stream, readAgain)
      keepAlive(stream, { ...times, check }, () => {
        open.delete(stream)
        following.stop()
      })
      stream.begin(seen)
      const inTurn = oneAfterTheOther(() => stream.end())
      following.handTo((changes) => {
        const position = feed.position() // as of now: later changes are told in their own turn
        inTurn(async () => {
          if (changes.some(({ kind }) => kind === "member")) await endUnlessLetIn(stream, readAgain)
          stream.send(await seenOf(desk, actor, changes), position)
        })
      })
    } catch (error) {
      following.stop()
      throw error
    }
  })
}

/** Whoever was removed or signed out meanwhile hears nothing more. When that cannot be found out just now, the next beat asks. */
async function endUnlessLetIn(stream: Stream, readAgain: () => Promise<unknown>): Promise<void> {
  try {
    await readAgain()
  } catch (error) {
    if (error instanceof Refusal || error instanceof Mistake) stream.end()
  }
}

/** Without what the actor may not see: not even that something changed there. */
async function seenOf(
  { database }: Desk,
  { workspaceId, hidden = [] }: Actor,
  changes: readonly ChangeRow[],
): Promise<readonly ChangeRow[]> {
  const ids = changes.map(({ id }) => id)
  const unseen = await listUnseen(database, workspaceId, hidden, ids)
  return unseen.size === 0 ? changes : changes.filter(({ id }) => !unseen.has(id))
}

/** Each begins when the one before has ended. `failed`: where one cannot be done, a screen that asks again hears all of it. */
function oneAfterTheOther(failed: () => void): (work: () => Promise<void>) => void {
  let last = Promise.resolve()
  return (work) => {
    last = last.then(work).catch(failed)
  }
}

/** Gathers the changes from now on, until somebody is there to be told. */
function follow(feed: ChangesFeed, workspaceId: string) {
  const gathered: ChangeRow[] = []
  let tell: (changes: readonly ChangeRow[]) => void = (changes) => void gathered.push(...changes)
  const stop = feed.subscribe(workspaceId, (changes) => tell(changes))
  return {
    stop,
    handTo(send: (changes: readonly ChangeRow[]) => void) {
      send(gathered)
      tell = send
    },
  }
}

type Stream = ReturnType<typeof startStream>

function startStream(reply: FastifyReply) {
  const { raw } = reply
  reply.hijack()
  raw.writeHead(200, {
    ...definedHeaders(reply),
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no", // nginx would hold events back
  })
  raw.on("error", () => {}) // a screen that is gone; "close" follows
  const write = (text: string) => {
    if (raw.writableEnded || raw.destroyed) return
    raw.write(text)
    if (raw.writableLength > BUFFER_MAX) raw.destroy()
  }
  return {
    raw,
    begin(missed: readonly ChangeRow[] | "too many") {
      write(missed === "too many" ? `retry: 1000\ndata: {"everything":true}\n\n` : "retry: 1000\n\n")
      if (missed !== "too many") write(missed.map(eventOf).join(""))
    },
    // The id comes behind everything it covers: a connection that breaks before it hears the rest again.
    send: (changes: readonly ChangeRow[], position: number) =>
      write(`${changes.map(eventOf).join("")}id: ${position}\n\n`),
    beat: () => write(": still here\n\n"),
    end: () => void raw.end(),
  }
}

type Life = StreamTimes & { readonly check: () => void }

function keepAlive(stream: Stream, { heartbeatMs, lifeMs, check }: Life, ended: () => void): void {
  const heartbeat = setInterval(() => {
    stream.beat()
    check()
  }, heartbeatMs)
  const life = setTimeout(stream.end, lifeMs)
  const end = () => {
    clearInterval(heartbeat)
    clearTimeout(life)
    ended()
  }
  if (stream.raw.destroyed) end() // the screen was closed while we looked up what it had missed
  else stream.raw.on("close", end)
}

function eventOf({ seq, kind, id }: ChangeRow): string {
  return `data: ${JSON.stringify({ seq, kind, id })}\n\n`
}

async function missedBy(
  desk: Desk,
  feed: ChangesFeed,
  workspaceId: string,
  request: FastifyRequest,
): Promise<readonly ChangeRow[] | "too many"> {
  const after = missedAfter(request)
  if (after === null) return []
  const until = feed.newest()
  const first = (await readFirstChange(desk.database)) ?? until + 1
  if (after < first - 1) return "too many"
  const missed = await listMissedChanges(desk.database, workspaceId, { after, until, limit: MISSED_MAX + 1 })
  return missed.length > MISSED_MAX ? "too many" : missed
}

/** Where the stream broke off; otherwise what the screen read before there was one. */
function missedAfter({ headers, query }: FastifyRequest): number | null {
  const { after } = query as { readonly after?: unknown }
  const last = headers["last-event-id"] ?? after
  return typeof last === "string" && /^\d{1,15}$/.test(last) ? Number(last) : null
}

function definedHeaders(reply: FastifyReply): Record<string, string | number | string[]> {
  const headers = Object.entries(reply.getHeaders())
  return Object.fromEntries(headers.filter((header): header is [string, string] => header[1] !== undefined))
}
