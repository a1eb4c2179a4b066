import { expect, test } from "vitest"
import { type KeptDraft, NO_DRAFT, afterSave } from "../../../ledger/kept-draft.ts"
import { NoAnswer } from "../../api.ts"
import { EMPTY_DRAFT, type Kept, type StoredDraft } from "./draft.ts"
import { type Copy, keepDraft } from "./draft-keeper.ts"
import type { SaveBody, Unsaved } from "./draft-state.ts"

/** A desk that keeps one draft as the real one does, and devices that write to it when the test says so. */
function openDesk() {
  let kept: KeptDraft<StoredDraft> = NO_DRAFT
  let isAway = false
  let count = 0
  const read = (): Kept => ({ ...kept, others: [...kept.others] })
  const save = async (body: SaveBody) => {
    if (isAway) throw new NoAnswer()
    count += 1
    kept = afterSave(kept, body, { at: "2026-11-19T14:12:00Z", id: `aside ${count}` })
    return read()
  }
  const device = (copy = openCopy()) => {
    const waiting: (() => void)[] = []
    const wait = (done: () => void) => {
      waiting.push(done)
      return () => void waiting.splice(waiting.indexOf(done), 1)
    }
    const keeper = keepDraft({ save, wait, copy })
    return {
      keeper,
      copy,
      hear: () => keeper.hear(read()),
      type: (text: string) => keeper.change({ ...keeper.view().draft, text }),
      /** The pause after typing is over. */
      pause: async () => {
        for (const done of waiting.splice(0)) done()
        await keeper.flush()
      },
      text: () => keeper.view().draft.text,
      others: () => keeper.view().others.map(({ draft }) => draft.words),
    }
  }
  return { device, read, away: (now: boolean) => (isAway = now) }
}

function openCopy(): Copy & { readonly now: () => Unsaved | null } {
  let unsaved: Unsaved | null = null
  return {
    now: () => unsaved,
    read: () => unsaved,
    write: (next) => void (unsaved = next),
    remove: () => void (unsaved = null),
  }
}

test("What one device writes stands on the other", async () => {
  const desk = openDesk()
  const [laptop, phone] = [desk.device(), desk.device()]
  laptop.type("Dear Rosa")
  expect(laptop.keeper.view().isKept).toBe(false)
  await laptop.pause()
  expect(laptop.keeper.view().isKept).toBe(true)
  phone.hear()
  expect(phone.text()).toBe("Dear Rosa")
  phone.type("Dear Rosa, thank you")
  await phone.pause()
  laptop.hear()
  expect([laptop.text(), laptop.others()]).toEqual(["Dear Rosa, thank you", []])
})

test("Words that the desk does not have are not replaced: both versions are kept, and both devices show them", async () => {
  const desk = openDesk()
  const [laptop, phone] = [desk.device(), desk.device()]
  phone.type("From the phone")
  laptop.type("From the laptop")
  await phone.pause()
  laptop.hear()
  expect(laptop.text()).toBe("From the laptop")
  await laptop.pause()
  phone.hear()
  expect([laptop.text(), laptop.others()]).toEqual(["From the laptop", ["From the phone"]])
  expect([phone.text(), phone.others()]).toEqual(["From the laptop", ["From the phone"]])
})

test("The other version can be put below, swapped in, or deleted", async () => {
  const desk = openDesk()
  const [laptop, phone] = [desk.device(), desk.device()]
  phone.type("From the phone")
  laptop.type("From the laptop")
  await phone.pause()
  await laptop.pause()
  const aside = () => laptop.keeper.view().others[0]?.id ?? ""
  await laptop.keeper.choose(aside(), "swap")
  expect([laptop.text(), laptop.others()]).toEqual(["From the phone", ["From the laptop"]])
  await laptop.keeper.choose(aside(), "join")
  expect([laptop.text(), laptop.others()]).toEqual(["From the phone\n\nFrom the laptop", []])
  expect(desk.read().draft?.words).toBe("From the phone\n\nFrom the laptop")
  phone.type("Other words")
  await phone.pause()
  await laptop.pause()
  laptop.hear()
  await laptop.keeper.choose(aside(), "drop")
  expect(laptop.others()).toEqual([])
})

test("While the desk is away the tab keeps the words, a reload finds them, and they are saved when it is back", async () => {
  const desk = openDesk()
  const tab = desk.device()
  desk.away(true)
  tab.type("Dear Rosa")
  await tab.pause()
  expect(tab.keeper.view().error).toBeInstanceOf(NoAnswer)
  const reloaded = desk.device(tab.copy)
  expect(reloaded.text()).toBe("Dear Rosa")
  desk.away(false)
  reloaded.hear()
  await reloaded.pause()
  expect(desk.read().draft?.words).toBe("Dear Rosa")
  expect(tab.copy.now()).toBeNull()
})

test("What was sent is empty on the other device, and an older answer of the desk changes nothing", async () => {
  const desk = openDesk()
  const [laptop, phone] = [desk.device(), desk.device()]
  laptop.type("Dear Rosa")
  await laptop.pause()
  const before = desk.read()
  phone.hear()
  laptop.keeper.sent(before.revision)
  laptop.keeper.hear(before)
  expect(laptop.keeper.view().draft).toEqual(EMPTY_DRAFT)
  phone.keeper.hear({ ...before, draft: null, revision: before.revision + 1 })
  expect(phone.text()).toBe("")
})

test("Who is signed out saves nothing as whoever signs in next, and their words are saved when they are back", async () => {
  const desk = openDesk()
  const tab = desk.device()
  desk.away(true)
  tab.type("Dear Rosa")
  await tab.pause()
  tab.keeper.rest()
  desk.away(false)
  await tab.pause()
  tab.keeper.leave()
  await tab.keeper.flush()
  expect(desk.read().draft).toBeNull()
  expect(tab.copy.now()?.draft?.words).toBe("Dear Rosa")
  tab.hear()
  await tab.pause()
  expect(desk.read().draft?.words).toBe("Dear Rosa")
})
