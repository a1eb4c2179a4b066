import { expect, test } from "vitest"
import { eventually } from "../../../../../e2e/servers/eventually.ts"
import { eachStore } from "../../../../test/database.ts"
import { type TestDesk, openTestDesk, openTestWorkspace } from "../../../../test/desk.ts"
import type { Lease } from "../../database/mailbox-reading.ts"
import { listMailboxes } from "../../database/mailboxes.ts"
import { listTasks } from "../../database/tasks.ts"
import { addMailbox, pauseMailbox, resumeMailbox } from "../../verbs/mailboxes.ts"
import type { Ended, Session } from "./session.ts"
import { type Watch, watchMailboxes } from "./watch.ts"

/** Timers that fire when the test says so; `fire` is over when the next is set. */
function openTimers() {
  let waiting: (() => void) | null = null
  let isSet: () => void = () => {}
  const set = () =>
    new Promise<void>((resolve) => {
      isSet = resolve
    })
  let first = set()
  return {
    timers: {
      after: (_milliseconds: number, run: () => void) => {
        waiting = run
        isSet()
        return () => (waiting = null)
      },
    },
    fire: async () => {
      await first
      const due = waiting
      first = set()
      due?.()
      await first
    },
  }
}

/** A server process that watches, and what it is reading. */
function openProcess(desk: TestDesk) {
  const { timers, fire } = openTimers()
  const reading = new Map<string, (ended: Ended) => void>()
  const failures: unknown[] = []
  let opened = 0
  const open = ({ mailboxId }: Lease): Session => {
    opened += 1
    let end: (ended: Ended) => void = () => {}
    const ended = new Promise<Ended>((resolve) => {
      end = (how) => {
        reading.delete(mailboxId)
        resolve(how)
      }
    })
    reading.set(mailboxId, end)
    return { ended, stop: () => end({ kind: "stopped" }) }
  }
  const parts = { holder: desk.newId(), open, timers, report: (failure: unknown) => failures.push(failure) }
  const watch: Watch = watchMailboxes(desk, parts)
  return {
    watch,
    failures,
    reads: () => [...reading.keys()],
    opened: () => opened,
    fail: (mailboxId: string, refused = false) =>
      reading.get(mailboxId)?.({ kind: "failed", words: "no answer", refused }),
    look: fire,
  }
}

const account = (address: string) => ({
  address,
  host: "mail.example",
  port: 993,
  security: "tls" as const,
  username: address,
  auth: "password" as const,
  password: "secret",
  inboxFolder: "INBOX",
  readsSent: true,
  appendsSent: true,
})

/** Waits until the failure is written, with the time of the next try. */
function failed(desk: TestDesk, workspaceId: string) {
  const ask = async () => {
    const [view] = await listMailboxes(desk.database, workspaceId)
    const nextAt = view?.nextAt ?? null
    return nextAt !== null && Temporal.Instant.compare(nextAt, desk.now()) > 0 ? view : undefined
  }
  return eventually(ask, { what: "the failure is written" })
}

eachStore((store) => {
  test("a mailbox is read by one of two processes, by the other when the first dies, and by none while paused", async () => {
    const desk = openTestDesk(store.database())
    const { admin } = await openTestWorkspace(desk)
    const id = await addMailbox(desk, admin, account(`a-${desk.newId()}@shop.example`))
    const first = openProcess(desk)
    await first.look()
    const second = openProcess(desk)
    await second.look()
    expect([first.reads(), second.reads()]).toEqual([[id], []])
    // While the first lives it renews; time alone changes nothing.
    for (let turn = 0; turn < 10; turn++) {
      desk.pass({ seconds: 10 })
      await first.look()
      await second.look()
    }
    expect([first.opened(), second.opened()]).toEqual([1, 0])
    // The first hangs: its lease runs out, the second reads. When it comes back it stops.
    desk.pass({ seconds: 50 })
    await second.look()
    expect(second.reads()).toEqual([id])
    await first.look()
    expect(first.reads()).toEqual([])
    await pauseMailbox(desk, admin, id)
    await second.look()
    expect(second.reads()).toEqual([])
    await resumeMailbox(desk, admin, id)
    await second.look()
    expect(second.reads()).toEqual([id])
    // Ended properly, it lets go at once.
    await second.watch.stop()
    await first.look()
    expect(first.reads()).toEqual([id])
    await first.watch.stop()
    expect([...first.failures, ...second.failures]).toEqual([])
  })

  test("what fails is tried again later and later, is shown, and becomes one task when it lasts", async () => {
    const desk = openTestDesk(store.database())
    const { admin, workspaceId } = await openTestWorkspace(desk)
    const id = await addMailbox(desk, admin, account(`b-${desk.newId()}@shop.example`))
    const watching = openProcess(desk)
    await watching.look()
    const waits: number[] = []
    for (let failure = 1; failure <= 8; failure++) {
      watching.fail(id)
      const view = await failed(desk, workspaceId)
      expect(view).toMatchObject({ state: "failed", problem: "no answer" })
      const wait = desk
        .now()
        .until(view?.nextAt ?? "")
        .total("seconds")
      waits.push(wait)
      desk.pass({ seconds: wait - 1 })
      await watching.look()
      expect(watching.reads()).not.toContain(id)
      desk.pass({ seconds: 1 })
      await watching.look()
      expect(watching.reads()).toContain(id)
    }
    expect(waits).toEqual([5, 10, 30, 60, 120, 300, 300, 300])
    const tasks = (await listTasks(desk.database, workspaceId)).filter(({ words }) => words?.includes("no answer"))
    expect(tasks.map(({ kind }) => kind)).toEqual(["other"])
    await watching.watch.stop()
  })

  test("after a refused sign-in it waits long, so that the account is not locked", async () => {
    const desk = openTestDesk(store.database())
    const { admin, workspaceId } = await openTestWorkspace(desk)
    const id = await addMailbox(desk, admin, account(`c-${desk.newId()}@shop.example`))
    const watching = openProcess(desk)
    await watching.look()
    watching.fail(id, true)
    const view = await failed(desk, workspaceId)
    expect(
      desk
        .now()
        .until(view?.nextAt ?? "")
        .total("seconds"),
    ).toBe(60)
    await watching.watch.stop()
  })
})
