import { useState } from "react"
import { suggestFacts } from "../../contract/fact-proposals.ts"
import { createFact } from "../../contract/facts.ts"
import { readTyped } from "../../ledger/fact-value.ts"
import { type ProposedFact, proposeFacts } from "../../ledger/propose-facts.ts"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { Dialog } from "../ui/dialog.tsx"
import { Field, TextArea, controlClass } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import { ProposalCard } from "./proposal-card.tsx"
import { readPage } from "./read-page.ts"
import styles from "./facts.module.css"

const told = words.facts.propose

type Page = { readonly name: string; readonly proposals: readonly ProposedFact[] }

/** Facts out of a page that is pasted or uploaded, or out of what is told again and again: accepted one by one. */
export function ProposeDialog({ onClose }: { onClose: () => void }) {
  const { member } = useHere()
  const [page, setPage] = useState<Page | null>(null)
  const [at, setAt] = useState(0)
  const [taken, setTaken] = useState(0)
  const create = useChange(createFact)
  const begin = (next: Page) => {
    setPage(next)
    setAt(0)
  }
  const proposal = page?.proposals[at]
  const accept = ({ subject, attribute, value, line, statement }: ProposedFact & { readonly statement: string }) => {
    if (create.isPending || page === null) return
    const given = typeof value.value === "object" ? { value: proposal?.shown ?? "" } : { ...value, value: value.value }
    const source = { kind: "document" as const, name: page.name, line }
    const body = { subject, attribute, ...given, source, ...(statement.trim() === "" ? {} : { statement }) }
    create.mutate(
      { body },
      {
        onSuccess: () => {
          setTaken(taken + 1)
          setAt(at + 1)
        },
      },
    )
  }
  return (
    <Dialog
      title={told.title}
      wide
      onClose={onClose}
      foot={
        <Button kind="quiet" keys="Esc" onClick={onClose}>
          {told.finish}
        </Button>
      }
    >
      {page === null && <Sources onRead={begin} />}
      {page !== null && proposal !== undefined && (
        <ProposalCard
          key={at}
          proposal={proposal}
          of={told.of(at + 1, page.proposals.length)}
          does={member.role === "member" ? told.propose : told.accept}
          busy={create.isPending}
          onAccept={accept}
          onPass={() => setAt(at + 1)}
        />
      )}
      {page !== null && proposal === undefined && (
        <p role="status">{page.proposals.length === 0 ? told.nothing : told.done(taken, page.proposals.length)}</p>
      )}
      {create.isError && <Failure error={create.error} what={words.facts.dialog.failed} />}
    </Dialog>
  )
}

function Sources({ onRead }: { onRead: (page: Page) => void }) {
  const [text, setText] = useState("")
  const [isUnread, setUnread] = useState(false)
  const suggested = useRead(suggestFacts).data?.items ?? []
  const read = async (file: File | undefined) => {
    if (file === undefined) return
    setUnread(false)
    try {
      onRead({ name: file.name, proposals: proposeFacts(await readPage(file)) })
    } catch {
      setUnread(true) // damaged, or not what its name says: the reader is told, and nothing else happens
    }
  }
  return (
    <>
      <p className="mute x">{told.hint}</p>
      <Field label={told.choose} error={isUnread ? told.unread : null}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept=".md,.txt,.html,.htm,.pdf,.docx"
            className={controlClass}
            onChange={(event) => void read(event.target.files?.[0])}
          />
        )}
      </Field>
      <TextArea label={told.paste} rows={6} value={text} onChange={(event) => setText(event.target.value)} />
      <p className={styles.acts}>
        <Button
          held={text.trim() === ""}
          onClick={() =>
            onRead({ name: told.pasted, proposals: proposeFacts(/<\w+[^>]*>/.test(text) ? stripped(text) : text) })
          }
        >
          {told.read}
        </Button>
        {suggested.length > 0 && (
          <Button kind="quiet" onClick={() => onRead({ name: told.ownMail, proposals: suggested.map(asProposal) })}>
            {told.suggested(suggested.length)}
          </Button>
        )}
      </p>
      {suggested[0] !== undefined && (
        <p className="mute x">
          {told.toldOften(suggested[0].customers, `${suggested[0].subject}, ${suggested[0].shown}`)}
        </p>
      )}
    </>
  )
}

/** As the browser reads a value that came over the wire. */
function asProposal({ subject, attribute, shown, line }: Omit<ProposedFact, "value">): ProposedFact {
  return { subject, attribute, shown, line, value: readTyped(shown) ?? { type: "text", value: shown, unit: null } }
}

/** Pasted HTML, without its tags. */
function stripped(html: string): string {
  return html.replace(/<\/(?:p|li|tr|h[1-6]|div)>|<br\s*\/?>/gi, "\n").replace(/<[^>]*>/g, " ")
}
