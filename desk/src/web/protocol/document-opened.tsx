import { useState } from "react"
import { readAuditAddressAgain, readAuditDocument } from "../../contract/audit.ts"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import page from "../ui/page.module.css"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { AcceptDialog } from "./accept-dialog.tsx"
import { type AuditDocument, type Finding, useMomentText } from "./audit-data.ts"
import { DocumentDialog } from "./document-dialog.tsx"
import { FindingRow } from "./finding-row.tsx"
import styles from "./protocol.module.css"
import { WhereEdited } from "./where-edited.tsx"
import { RemoveDialog } from "./remove-dialog.tsx"

const told = words.protocol

type Opened =
  | { readonly kind: "version" }
  | { readonly kind: "remove" }
  | { readonly kind: "accept"; readonly finding: Finding }

/** One document: each finding with the line it stands on, and who answers for it. */
export function DocumentOpened({ id, onBack }: { id: string; onBack: () => void }) {
  const read = useRead(readAuditDocument, { params: { documentId: id } })
  const reading = useReading(id)
  const [dialog, setDialog] = useState<Opened | null>(null)
  useTitle(read.data?.name ?? told.title)
  useKeys("page", {
    ...changeKey(read.data, { onVersion: () => setDialog({ kind: "version" }), onAgain: reading.again }),
    Escape: { label: told.keys.back, run: onBack },
  })
  const document = read.data
  return (
    <main id="main" className={page.page}>
      <p className={page.back}>
        <TextButton onClick={onBack}>{told.back}</TextButton>
      </p>
      {document === undefined && !read.isError && <Loading rows={6} />}
      {read.isError && <Failure error={read.error} what={told.failed} onRetry={() => void read.refetch()} />}
      {document !== undefined && (
        <>
          <Head document={document} reading={reading} onDialog={setDialog} />
          <Findings document={document} onAccept={(finding) => setDialog({ kind: "accept", finding })} />
          <details className={styles.text}>
            <summary>{told.wholeText}</summary>
            <pre>{document.text}</pre>
          </details>
          <Dialogs document={document} dialog={dialog} onClose={() => setDialog(null)} onRemoved={onBack} />
        </>
      )}
    </main>
  )
}

/** V for what is handed in, R for what lies at an address, nothing for what the desk says itself. */
function changeKey(
  document: AuditDocument | undefined,
  { onVersion, onAgain }: { onVersion: () => void; onAgain: () => void },
): Record<string, { label: string; run: () => void }> {
  if (document === undefined || document.ofDesk !== null) return {}
  if (document.url !== null) return { r: { label: told.keys.readAgain, run: onAgain } }
  return { v: { label: told.keys.version, run: onVersion } }
}

type Reading = { readonly again: () => void; readonly isPending: boolean; readonly error: unknown }

/** Has a document read again at its address. */
function useReading(documentId: string): Reading {
  const read = useChange(readAuditAddressAgain)
  return { again: () => read.mutate({ params: { documentId } }), isPending: read.isPending, error: read.error }
}

function Head({
  document,
  reading,
  onDialog,
}: {
  document: AuditDocument
  reading: Reading
  onDialog: (dialog: Opened) => void
}) {
  const { member } = useHere()
  const at = useMomentText()
  const { kind, owner, version, enteredAt, language, ofDesk, url, readAt, readProblem } = document
  return (
    <>
      <div className={page.head}>
        <h1>{document.name}</h1>
        {ofDesk === null && (
          <div className={page.end}>
            {member.role !== "member" && (
              <Button kind="quiet" onClick={() => onDialog({ kind: "remove" })}>
                {told.remove}
              </Button>
            )}
            {url === null ? (
              <Button keys="V" onClick={() => onDialog({ kind: "version" })}>
                {told.newVersion}
              </Button>
            ) : (
              <Button keys="R" held={reading.isPending} onClick={reading.again}>
                {told.readAgain}
              </Button>
            )}
          </div>
        )}
      </div>
      {ofDesk === null ? (
        <p className="mute">{told.meta(told.kinds[kind], owner ?? told.nobody, version, at(enteredAt))}</p>
      ) : (
        <p className="mute">
          {told.metaOfDesk(told.sources[ofDesk.source], owner, version, at(enteredAt))} ·{" "}
          <WhereEdited of={ofDesk} owner={owner} />
        </p>
      )}
      {url !== null && (
        <p className="mute">
          <a href={url} target="_blank" rel="noreferrer">
            {url}
          </a>
          {readAt !== null && `, ${told.atAddress(at(readAt))}`}
        </p>
      )}
      {readProblem !== null && <p className="ochre">{readProblem}</p>}
      {reading.error !== null && <Failure error={reading.error} what={told.readFailed} />}
      {language !== null && language !== "en" && <p className="ochre">{told.otherLanguage(language)}</p>}
    </>
  )
}

function Findings({ document, onAccept }: { document: AuditDocument; onAccept: (finding: Finding) => void }) {
  if (document.findings.length === 0) return <Empty title={told.nothingOpen} />
  return (
    <ol className={styles.findings}>
      {document.findings.map((finding) => (
        <FindingRow
          key={`${finding.line}:${finding.column}:${finding.rule}`}
          finding={finding}
          onAccept={() => onAccept(finding)}
        />
      ))}
    </ol>
  )
}

function Dialogs({
  document,
  dialog,
  onClose,
  onRemoved,
}: {
  document: AuditDocument
  dialog: Opened | null
  onClose: () => void
  onRemoved: () => void
}) {
  if (dialog === null) return null
  if (dialog.kind === "version") return <DocumentDialog document={document} onClose={onClose} onDone={onClose} />
  if (dialog.kind === "remove") return <RemoveDialog document={document} onClose={onClose} onRemoved={onRemoved} />
  return <AcceptDialog documentId={document.id} finding={dialog.finding} onClose={onClose} />
}
