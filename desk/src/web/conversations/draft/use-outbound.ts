import type { OpenConversation } from "../use-conversation.ts"
import type { Draft } from "./draft.ts"
import type { DraftKeeper } from "./draft-keeper.ts"
import type { DraftView } from "./draft-state.ts"
import { useAttachments } from "./use-attachments.ts"
import { useCopies } from "./use-copies.ts"

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
    add: (id) => {
      const now = copies.shown(keeper.view().draft)
      change({ ...now, attachments: [...now.attachments, id] })
    },
    drop: (id) => change({ ...draft, attachments: draft.attachments.filter((each) => each !== id) }),
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
