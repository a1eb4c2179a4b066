import { useEffect, useSyncExternalStore } from "react"
import { z } from "zod"
import { draft, readDraft, writeDraft } from "../../../contract/drafts.ts"
import { call } from "../../api.ts"
import { useHere } from "../../here.tsx"
import { useRead } from "../../queries.ts"
import { tabCopyAt } from "../../ui/tab-copy.ts"
import { type DraftKeeper, keepDraft } from "./draft-keeper.ts"
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
      copy: tabCopyAt(place, unsaved),
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
