import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { attachment, attachmentsPath, listAttachments, removeAttachment } from "../../../contract/attachments.ts"
import { ATTACHMENTS_MAX, ATTACHMENTS_SIZE_MAX, sizeText } from "../../../ledger/attachment-limits.ts"
import { Refusal, pathOf, sendFile } from "../../api.ts"
import { useHere } from "../../here.tsx"
import { keyOf, useChange, useRead } from "../../queries.ts"
import { words } from "../../words.ts"

const told = words.outbound.files

export type AttachedFile = {
  readonly id: string
  readonly name: string
  readonly size: number | null
  readonly url: string
}

/** The files of a draft: `ids` in their order; `add` and `drop` change which. A file is stored as soon as it is chosen. */
export function useAttachments(
  conversationId: string,
  ids: readonly string[],
  {
    add,
    drop,
  }: {
    /** `at`: where a picture is to stand in the text; null: beside it. */
    readonly add: (stored: { readonly id: string; readonly name: string }, at: number | null) => void
    readonly drop: (id: string) => void
  },
) {
  const { slug } = useHere()
  const client = useQueryClient()
  const params = { conversationId }
  const { data } = useRead(listAttachments, { params }, { keepPrevious: false, enabled: ids.length > 0 })
  const remove = useChange(removeAttachment)
  const [storing, setStoring] = useState<readonly string[]>([])
  const [problems, setProblems] = useState<readonly string[]>([])
  const known = data?.items ?? []
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(slug, listAttachments, { params }) })
  const store = async (file: File, at: number | null) => {
    setStoring((names) => [...names, file.name])
    try {
      const path = `${pathOf({ ...listAttachments, path: attachmentsPath }, { params })}`
      const stored = attachment.parse(await sendFile(path, file, { slug }))
      await refresh()
      add(stored, PICTURE.test(stored.type) ? at : null)
    } catch (failure) {
      const why = failure instanceof Refusal ? failure.problem.detail : told.noAnswer
      setProblems((all) => [...all, told.notStored(file.name, why)])
    } finally {
      setStoring((names) => names.toSpliced(names.indexOf(file.name), 1))
    }
  }
  return {
    files: ids.map((id): AttachedFile => {
      const found = known.find((one) => one.id === id)
      const url = `/api/v1/conversations/${conversationId}/attachments/${id}?workspace=${encodeURIComponent(slug)}`
      return { id, name: found?.name ?? (data === undefined ? "…" : told.gone), size: found?.size ?? null, url }
    }),
    storing,
    problems,
    dismiss: () => setProblems([]),
    /** One after the other, in their order; what is too large is refused before it is sent. */
    take: async (chosen: readonly File[], at: number | null = null) => {
      let size = known.filter(({ id }) => ids.includes(id)).reduce((sum, one) => sum + one.size, 0)
      let count = ids.length
      setProblems([])
      for (const file of chosen) {
        const problem = problemOf(file, { size, count })
        if (problem === null) {
          size += file.size
          count += 1
          await store(file, at)
        } else setProblems((all) => [...all, problem])
      }
    },
    remove: (id: string) => {
      drop(id)
      // Should that fail, it lies there unnamed, and is swept away in time.
      void remove
        .mutateAsync({ params: { conversationId, attachmentId: id } })
        .then(refresh)
        .catch(() => {})
    },
  }
}

const PICTURE = /^image\/(?:png|jpeg|gif|webp)$/ // what mail programs show in a text

function problemOf(file: File, before: { readonly size: number; readonly count: number }): string | null {
  if (before.count >= ATTACHMENTS_MAX) return told.tooMany(ATTACHMENTS_MAX)
  if (before.size + file.size <= ATTACHMENTS_SIZE_MAX) return null
  return told.tooLarge(file.name, sizeText(file.size), sizeText(ATTACHMENTS_SIZE_MAX))
}
