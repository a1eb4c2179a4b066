import { Link } from "@tanstack/react-router"
import { useState } from "react"
import type { z } from "zod"
import { type assertion, listToldOfFact } from "../../contract/told.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { TextButton } from "../ui/button.tsx"
import { Failure, Loading } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import type { OpenFact } from "./fact-data.ts"
import styles from "./facts.module.css"

const { told } = words.facts
const PAGE = 8 // rows; more on request

/** Who was told, when, by whom and in which words. */
export function FactTold({ fact }: { fact: OpenFact }) {
  const { slug } = useHere()
  const [limit, setLimit] = useState(PAGE)
  const read = useRead(listToldOfFact, { params: { factId: fact.id }, query: { limit } })
  const items = read.data?.items ?? []
  return (
    <section>
      <h2>
        {told.title} <span>{told.count(fact.toldTo)}</span>
        {items.length > 0 && (
          <a
            className={styles.csv}
            href={`/api/v1/facts/${fact.id}/assertions.csv?workspace=${encodeURIComponent(slug)}`}
          >
            {told.csv}
          </a>
        )}
      </h2>
      {read.isError && <Failure error={read.error} what={told.failed} />}
      {read.data === undefined && read.isPending && <Loading rows={2} />}
      {read.data !== undefined && items.length === 0 && <p className="mute x">{told.none}</p>}
      <ul className={styles.toldList}>
        {items.map((each) => (
          <ToldRow key={`${each.messageId} ${each.position}`} said={each} current={fact.current.version} />
        ))}
      </ul>
      {read.data?.next !== null && read.data !== undefined && (
        <TextButton onClick={() => setLimit(limit + 50)}>{told.more}</TextButton>
      )}
    </section>
  )
}

type Said = z.output<typeof assertion>

function ToldRow({ said, current }: { said: Said; current: number }) {
  const { slug, zone } = useHere()
  const now = useNow()
  const at = instantOf(said.at)
  const by = said.by.name ?? (said.by.kind === "key" ? told.bot : told.desk)
  return (
    <li>
      <span>
        <Link to="/$slug/conversations/$conversationId" params={{ slug, conversationId: said.conversationId }}>
          {said.customer.name ?? told.unknown}
        </Link>{" "}
        <span className="mute">
          {at !== null && moment(at, { now, zone })}, {by}
          {said.verdict !== "supported" && `, ${told.verdicts[said.verdict]}`}
          {said.version !== null && said.version < current && ` · ${told.changed}`}
        </span>
      </span>
      <q className="q">{said.words ?? told.erased}</q>
    </li>
  )
}
