import { useState } from "react"
import { TextButton } from "../ui/button.tsx"
import page from "../ui/page.module.css"
import { words } from "../words.ts"
import { type AuditLine, openIn } from "./audit-data.ts"
import { DocumentTable } from "./document-table.tsx"

const told = words.protocol
const FEW = 3 // texts are all shown

/** What the desk says itself: those with findings first, and the others where somebody wants to see them. */
export function DeskTexts({ documents, onOpen }: { documents: readonly AuditLine[]; onOpen: (id: string) => void }) {
  const [isAll, setAll] = useState(false)
  const found = documents.filter((each) => openIn(each) + each.accepted > 0)
  const quiet = documents.length - found.length
  const canHide = documents.length > FEW && quiet > 0
  const shown = isAll || !canHide ? documents : found
  return (
    <section className={page.section}>
      <h2>
        {told.ofDesk} <span>{documents.length}</span>
      </h2>
      <p className={page.hint}>{told.ofDeskHint}</p>
      {shown.length > 0 && <DocumentTable documents={shown} onOpen={onOpen} />}
      {canHide && (
        <p className="mute x">
          {!isAll && told.quiet(quiet)}{" "}
          <TextButton onClick={() => setAll(!isAll)}>
            {isAll ? told.showOpen : told.showAll(documents.length)}
          </TextButton>
        </p>
      )}
    </section>
  )
}
