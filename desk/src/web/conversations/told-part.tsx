import { Link } from "@tanstack/react-router"
import type { z } from "zod"
import { type assertion, listToldToCustomer } from "../../contract/told.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { Icon } from "../ui/icon.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import styles from "./rail.module.css"

const told = words.conversation.rail
const LIMIT = 100 // assertions; the newest of each fact is shown

type Said = z.output<typeof assertion>

/** What this customer was told of each fact, and which of it has changed since. Nothing where nothing was told. */
export function ToldPart({ customerId }: { customerId: string }) {
  const { slug } = useHere()
  const read = useRead(listToldToCustomer, { params: { customerId }, query: { limit: LIMIT } })
  const newest = newestOfEach(read.data?.items ?? [])
  if (newest.length === 0) return null
  const changed = newest.filter(({ isChanged }) => isChanged).length
  return (
    <section className={styles.part}>
      <h2>
        {told.told} <span>{told.toldCount(newest.length, changed)}</span>
      </h2>
      <ul>
        {newest.map((each) => (
          <li key={each.factId} className={styles.toldFact}>
            <Link to="/$slug/facts" params={{ slug }} search={{ fact: each.factId ?? "" }}>
              {each.subject}, {each.attribute}
            </Link>
            <Values said={each} />
            {each.isChanged && <Changed at={each.at} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What they were told struck out, where another value holds now. */
function Values({ said }: { said: Said }) {
  return (
    <span className={styles.toldValue}>
      {said.isChanged && <del>{said.told}</del>} <b>{said.holds ?? said.told}</b>
    </span>
  )
}

function Changed({ at }: { at: string }) {
  const { zone } = useHere()
  const now = useNow()
  const said = instantOf(at)
  return (
    <span className={styles.toldChanged}>
      <Icon name="swap" small />
      {told.changedSince}
      <span className="mute">{said !== null && told.toldAt(moment(said, { now, zone }))}</span>
    </span>
  )
}

function newestOfEach(items: readonly Said[]): readonly Said[] {
  const seen = new Set<string>()
  return items.filter(({ factId, delivery }) => {
    if (factId === null || seen.has(factId) || delivery === "cancelled") return false
    seen.add(factId)
    return true
  })
}
