import { Link } from "@tanstack/react-router"
import { useHere } from "../here.tsx"
import { words } from "../words.ts"
import { PROTOCOL_PARTS, type ProtocolPart } from "./parts.ts"
import styles from "./protocol.module.css"

const told = words.protocol

/** Leads from one part of the protocol to the others. */
export function ProtocolParts({ current }: { current: ProtocolPart }) {
  const { slug } = useHere()
  return (
    <nav className={styles.parts} aria-label={told.partsLabel}>
      {PROTOCOL_PARTS.map((part) => (
        <Link
          key={part}
          to="/$slug/protocol"
          params={{ slug }}
          search={part === "audit" ? {} : { part }}
          activeOptions={{ exact: true }} // else the audit, which searches for nothing, would seem current everywhere
          aria-current={part === current ? "page" : undefined}
        >
          {told.parts[part]}
        </Link>
      ))}
    </nav>
  )
}
