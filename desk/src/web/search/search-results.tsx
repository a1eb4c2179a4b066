import { Link } from "@tanstack/react-router"
import type { KeyboardEvent } from "react"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import styles from "./search.module.css"
import type { SearchHit } from "./use-search.ts"

const told = words.search
const KINDS = ["customer", "promise", "message"] as const

type Does = { readonly onOpen: () => void; readonly onMove: (event: KeyboardEvent) => void }

/** What was found, by kind; each leads to its page. */
export function SearchResults({ items, ...does }: { items: readonly SearchHit[] } & Does) {
  return KINDS.map((kind) => {
    const found = items.filter((each) => each.kind === kind)
    if (found.length === 0) return null
    return (
      <section key={kind} className={styles.group}>
        <h3>{told.groups[kind]}</h3>
        <ul>
          {found.map((each) => (
            <li key={each.id}>
              <Hit hit={each} {...does} />
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

function Hit({ hit, onOpen, onMove }: { hit: SearchHit } & Does) {
  const { slug, zone } = useHere()
  const now = useNow()
  const at = instantOf(hit.at)
  const inner = (
    <>
      {hit.kind === "promise" ? <span className="q">“{hit.title}”</span> : <b>{hit.title}</b>}
      <span className={hit.kind === "message" ? "q" : ""}>{hit.excerpt}</span>
      {at !== null && <time dateTime={hit.at ?? ""}>{moment(at, { zone, now })}</time>}
    </>
  )
  const look = { className: styles.hit, onClick: onOpen, onKeyDown: onMove, "data-row": true, "data-kind": hit.kind }
  if (hit.kind === "customer") {
    return (
      <Link to="/$slug/customers/$customerId" params={{ slug, customerId: hit.id }} {...look}>
        {inner}
      </Link>
    )
  }
  if (hit.kind === "promise" || hit.conversationId === null) {
    return (
      <Link to="/$slug/promises/$promiseId" params={{ slug, promiseId: hit.id }} {...look}>
        {inner}
      </Link>
    )
  }
  return (
    <Link to="/$slug/conversations/$conversationId" params={{ slug, conversationId: hit.conversationId }} {...look}>
      {inner}
    </Link>
  )
}
