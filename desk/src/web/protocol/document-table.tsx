import { Link } from "@tanstack/react-router"
import { useHere } from "../here.tsx"
import page from "../ui/page.module.css"
import { words } from "../words.ts"
import { type AuditLine, SEVERITIES, useMomentText } from "./audit-data.ts"
import styles from "./protocol.module.css"

const told = words.protocol

/** The documents under audit, each with what is open in it. */
export function DocumentTable({
  documents,
  onOpen,
}: {
  documents: readonly AuditLine[]
  onOpen: (id: string) => void
}) {
  const at = useMomentText()
  const { slug } = useHere()
  const { columns } = told
  return (
    <table className={page.table}>
      <thead>
        <tr>
          <th>{columns.name}</th>
          <th>{columns.kind}</th>
          <th>{columns.owner}</th>
          <th>{columns.open}</th>
          <th>{columns.since}</th>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => (
          <tr key={document.id} onDoubleClick={() => onOpen(document.id)}>
            <td>
              <Link to="/$slug/protocol" params={{ slug }} search={{ document: document.id }} className={styles.name}>
                {document.name}
              </Link>
            </td>
            <td data-label={columns.kind}>
              {document.ofDesk === null ? told.kinds[document.kind] : told.sources[document.ofDesk.source]}
            </td>
            <td data-label={columns.owner}>{document.owner ?? (document.ofDesk === null ? told.nobody : "")}</td>
            <td data-label={columns.open}>
              <OpenCounts document={document} />
            </td>
            <td data-label={columns.since} className={`${page.number} ${styles.whole} mute`}>
              {told.version(document.version, at(document.enteredAt))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "1 hold, 2 look again": the severity is said, not only coloured. */
function OpenCounts({ document }: { document: AuditLine }) {
  const open = SEVERITIES.filter((severity) => document[severity] > 0)
  return (
    <span className={styles.counts}>
      {open.length === 0 && <span className="mute">{told.none}</span>}
      {open.map((severity) => (
        <span key={severity} data-severity={severity}>
          {told.counts[severity](document[severity])}
        </span>
      ))}
      {document.accepted > 0 && <span className="mute">{told.answered(document.accepted)}</span>}
    </span>
  )
}
