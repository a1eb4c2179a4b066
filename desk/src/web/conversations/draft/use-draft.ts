import { useEffect, useSyncExternalStore } from "react"
import { z } from "zod"
import { draft, readDraft, writeDraft } from "../../../contract/drafts.ts"
import { call } from "../../api.ts"
import { useHere } from "../../here.tsx"
import { useRead } from "../../queries.ts"
import { type Copy, type DraftKeeper, keepDraft } from "./draft-keeper.ts"
import type { DraftView } from "./draft-state.ts"
import { useDrafts } from "./drafts.tsx"

export type DraftKind = "reply" | "note"

/** What the member writes in a conversation: on the desk, on all their devices, and over a reload, a sign-out or a crash. */
export function useDraft(conversationId: string, kind: DraftKind): DraftView & { readonly keeper: DraftKeeper } {
  const { slug, member } = useHere()
  const drafts = useDrafts()
  const place = `aboveboard:draft:${member.id}:${conversationId}:${kind}`
  const keeper = drafts.of(place, () =>
    keepDraft({
      save: (body, { leaving }) =>
        call(writeDraft, { params: { conversationId }, query: { kind }, body }, { slug, keepalive: leaving }),
      wait: (done, ms) => {
        const timer = setTimeout(done, ms)
        return () => clearTimeout(timer)
      },
      copy: copyAt(place),
    }),
  )
  const read = useRead(readDraft, { params: { conversationId }, query: { kind } }, { keepPrevious: false })
  const { data } = read
  useEffect(() => {
    if (data !== undefined) keeper.hear(data)
  }, [keeper, data])
  return { ...useSyncExternalStore(keeper.onChange, keeper.view), keeper }
}

const unsaved = z.object({ draft: draft.nullable(), revision: z.int() })

/** In this tab's storage, under the member's id: somebody else who signs in here reads and writes another one. */
function copyAt(place: string): Copy {
  return {
    read: () => {
      try {
        return unsaved.parse(JSON.parse(sessionStorage.getItem(place) ?? ""))
      } catch {
        return null // nothing kept, or not readable
      }
    },
    write: (copy) => {
      try {
        sessionStorage.setItem(place, JSON.stringify(copy))
      } catch {
        // Storage is full or switched off: the draft still lives in the page.
      }
    },
    remove: () => {
      try {
        sessionStorage.removeItem(place)
      } catch {
        // As above.
      }
    },
  }
}
