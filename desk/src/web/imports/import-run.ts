import { useSyncExternalStore } from "react"
import * as contract from "../../contract/imports.ts"
import { type AnswerOf, NoAnswer, call } from "../api.ts"
import { type BatchCall, type ChosenFile, readChosen } from "./chosen-file.ts"

type View = AnswerOf<typeof contract.beginImport>

export type RunState =
  | { readonly phase: "none" }
  | { readonly phase: "reading"; readonly name: string }
  | { readonly phase: "unreadable"; readonly name: string; readonly error: unknown }
  | { readonly phase: "chosen"; readonly file: ChosenFile }
  | { readonly phase: "running" | "pausing" | "paused"; readonly file: ChosenFile; readonly view: View | null }
  | { readonly phase: "stopped"; readonly file: ChosenFile; readonly view: View | null; readonly error: unknown }
  | { readonly phase: "done"; readonly view: View }

const NONE: RunState = { phase: "none" }

/** Outside of the page: it goes on while somebody works elsewhere in this tab. `of`: whose it is, and where. */
let state: RunState = NONE
let of = ""
const listeners = new Set<() => void>()

function set(next: RunState): void {
  state = next
  for (const listener of listeners) listener()
}

function read(): RunState {
  return state
}

export function useImportRun(owner: string): RunState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => runOf(owner),
  )
}

/** What is under way for this member in this workspace: a file that was chosen elsewhere or by somebody else is not theirs. */
export function runOf(owner: string): RunState {
  return of === owner ? state : NONE
}

/** Reads a file and shows what is in it; nothing is handed in yet. */
export async function chooseFile(file: File, owner: string): Promise<void> {
  if (isUnderWay()) return
  const reading: RunState = { phase: "reading", name: file.name }
  of = owner
  set(reading)
  const next = await readChosen(file).then(
    (chosen): RunState => ({ phase: "chosen", file: chosen }),
    (error: unknown): RunState => ({ phase: "unreadable", name: file.name, error }),
  )
  if (state === reading) set(next) // another may have been chosen meanwhile
}

type Wait = (milliseconds: number) => Promise<void>

/** Hands the chosen file in, batch by batch, from where it stopped before. */
export async function runImport(slug: string, wait: Wait): Promise<void> {
  const before = read()
  if (before.phase !== "chosen" && before.phase !== "paused" && before.phase !== "stopped") return
  const { file } = before
  set({ phase: "running", file, view: null })
  window.addEventListener("beforeunload", warn)
  try {
    const { kind, name: fileName, size, total, problems } = file
    const body = { kind, fileName, size, total, problems: problems.slice(0, PROBLEMS_MAX) }
    const begun = await patiently(() => call(contract.beginImport, { body }, { slug }), wait)
    set({ phase: isPausing() ? "pausing" : "running", file, view: begun })
    for await (const batch of file.batches(begun.done)) {
      const view = await patiently(() => handIn(batch, begun.id, slug), wait)
      if (isPausing()) return set({ phase: "paused", file, view })
      set({ phase: "running", file, view })
    }
    set({ phase: "done", view: await call(contract.endImport, { params: { importId: begun.id } }, { slug }) })
  } catch (error) {
    const last = read()
    set({ phase: "stopped", file, view: "view" in last ? last.view : null, error })
  } finally {
    window.removeEventListener("beforeunload", warn)
  }
}

/** Who closes the tab in the middle is asked, on whatever page; what was handed in is safe. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

const PROBLEMS_MAX = 100

/** Stops after the batch that is under way. */
export function pauseImport(): void {
  if (state.phase === "running") set({ ...state, phase: "pausing" })
}

/** Forgets the file; what was taken in stays. */
export function leaveImport(): void {
  if (!isUnderWay()) set({ phase: "none" })
}

export function isUnderWay(): boolean {
  return state.phase === "running" || state.phase === "pausing"
}

function isPausing(): boolean {
  return read().phase === "pausing"
}

function handIn(batch: BatchCall, importId: string, slug: string): Promise<View> {
  const params = { importId }
  if (batch.kind === "mails") return call(contract.importMailBatch, { params, body: batch.body }, { slug })
  if (batch.kind === "tickets") return call(contract.importTicketBatch, { params, body: batch.body }, { slug })
  return call(contract.importCustomerBatch, { params, body: batch.body }, { slug })
}

const WAITS = [1_000, 3_000, 10_000] // milliseconds: a restart of the desk takes a few seconds

/** A batch may be handed in twice, so that no answer is no reason to give up at once. */
async function patiently<T>(work: () => Promise<T>, wait: Wait): Promise<T> {
  for (const milliseconds of WAITS) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      await wait(milliseconds)
    }
  }
  return work()
}
