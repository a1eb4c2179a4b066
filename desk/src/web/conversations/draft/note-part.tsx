import { useState } from "react"
import { createDismissal } from "../../../contract/fact-book.ts"
import { readBookId } from "../../../ledger/fact-book.ts"
import type { FactDialog } from "../../facts/fact-dialogs.tsx"
import { FactDialogs } from "../../facts/fact-dialogs.tsx"
import { useChange } from "../../queries.ts"
import { Failure } from "../../ui/states.tsx"
import { useToast } from "../../ui/toast.tsx"
import { words } from "../../words.ts"
import { factWords } from "./fact-words.ts"
import { FindingNote } from "./finding-note.tsx"
import type { Mark } from "./marks.ts"
import type { useReply } from "./use-reply.ts"

const told = words.composer.finding

export type OpenedNote = { readonly number: number; readonly takesFocus: boolean }

type Props = {
  readonly reply: Pick<ReturnType<typeof useReply>, "draft" | "marks" | "write" | "factOf">
  readonly opened: OpenedNote | null
  readonly onOpen: (opened: OpenedNote | null) => void
  readonly onBack: () => void
  readonly onAnyway: () => void
}

/** The note of the opened finding, and what its keys do to the draft. */
export function NotePart({ reply: { draft, marks, write, factOf }, opened, onOpen, onBack, onAnyway }: Props) {
  const toast = useToast()
  const dismiss = useChange(createDismissal)
  const [dialog, setDialog] = useState<FactDialog | null>(null)
  const numbered = marks.filter(({ number }) => number > 0)
  const mark = numbered.find(({ number }) => number === opened?.number)
  const close = () => {
    onOpen(null)
    onBack()
  }
  const go = (step: number) => {
    const at = numbered.findIndex(({ number }) => number === opened?.number)
    const next = numbered.at((at + step + numbered.length) % Math.max(numbered.length, 1))
    if (next !== undefined) onOpen({ number: next.number, takesFocus: true })
  }
  const use = (at: Mark, instead: string) => {
    write(`${draft.text.slice(0, at.start)}${instead}${draft.text.slice(at.end)}`)
    close()
  }
  const notThat = ({ rule, start, end, claim }: Mark) => {
    const factId = readBookId(claim?.factId)?.factId
    const body = { rule: rule ?? "", words: draft.text.slice(start, end), ...(factId === undefined ? {} : { factId }) }
    dismiss.mutate({ body }, { onSuccess: () => toast({ text: told.dismissed }) })
    close()
  }
  return (
    <>
      {mark !== undefined && (
        <FindingNote
          mark={mark}
          text={draft.text}
          count={numbered.length}
          instead={insteadOf(mark, factOf)}
          takesFocus={opened?.takesFocus ?? false}
          onUse={use}
          onDismiss={notThat}
          onChanged={(fact, typed) => setDialog({ kind: "version", fact, typed })}
          onAnyway={mark.kind === "contradicted" ? onAnyway : null}
          onGo={go}
          onBack={close}
        />
      )}
      {dismiss.isError && <Failure error={dismiss.error} what={told.dismissFailed} />}
      <FactDialogs dialog={dialog} onClose={() => setDialog(null)} onAdded={() => {}} />
    </>
  )
}

function insteadOf({ claim, suggestion, rule }: Mark, factOf: Props["reply"]["factOf"]): string | null {
  const fact = factOf(claim?.factId)
  if (claim === null || fact === null) return null
  return rule === "claim/contradicted" ? (suggestion ?? factWords(claim, fact)) : null
}
