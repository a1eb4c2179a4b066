import type { OpenConversation } from "../use-conversation.ts"
import { afterEdit } from "./decisions.ts"
import type { Draft } from "./draft.ts"
import type { DraftKeeper } from "./draft-keeper.ts"
import type { DraftView } from "./draft-state.ts"
import { withPicture, withoutPicture } from "./picture-mark.ts"
import { useAttachments } from "./use-attachments.ts"
import { useCopies } from "./use-copies.ts"

/** Decisions stay with their words. */
function withText(draft: Draft, text: string): Draft {
  return { ...draft, text, decisions: afterEdit(draft.decisions, draft.text, text) }
}

/** Who gets the answer and which files go with it, as parts of the draft. */
export function useOutbound(
  { draft: kept, keeper }: Pick<DraftView, "draft"> & { readonly keeper: DraftKeeper },
  conversation: OpenConversation,
) {
  const copies = useCopies(kept, conversation)
  const { draft } = copies
  const change = (next: Draft) => keeper.change(copies.kept(next))
  const attached = useAttachments(conversation.id, draft.attachments, {
    // As it is when the file is stored: something may have been typed meanwhile.
    add: (stored, at) => {
      const now = copies.shown(keeper.view().draft)
      change(withText({ ...now, attachments: [...now.attachments, stored.id] }, withPicture(now.text, stored, at)))
    },
    drop: (id) => {
      const attachments = draft.attachments.filter((each) => each !== id)
      change(withText({ ...draft, attachments }, withoutPicture(draft.text, id)))
    },
  })
  return {
    draft,
    change,
    attached,
    /** Empty: that of the conversation. */
    writeSubject: (subject: string) => change({ ...draft, subject: subject === "" ? undefined : subject }),
    copy: (to: Pick<Draft, "cc" | "bcc">) => {
      copies.choose()
      change({ ...draft, ...to })
    },
  }
}
