import { Link } from "@tanstack/react-router"
import type { z } from "zod"
import type { decline } from "../../contract/declines.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import page from "../ui/page.module.css"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import styles from "./decline.module.css"

const told = words.decline

type Decline = z.output<typeof decline>

export function DeclineTable({ declines }: { declines: readonly Decline[] }) {
  return (
    <table className={page.table}>
      <thead>
        <tr>
          <th>{told.columns.asked}</th>
          <th>{told.columns.why}</th>
          <th>{told.columns.customer}</th>
          <th>{told.columns.at}</th>
        </tr>
      </thead>
      <tbody>
        {declines.map((each) => (
          <Row key={each.id} decline={each} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ decline: each }: { decline: Decline }) {
  const { slug, zone } = useHere()
  const now = useNow()
  const basedOn = [each.fact?.statement, each.rule].filter(Boolean).join(" · ")
  const isErased = each.reason === null
  return (
    <tr>
      <td>
        <Link
          to="/$slug/conversations/$conversationId"
          params={{ slug, conversationId: each.conversationId }}
          className={styles.words}
          data-row
        >
          {isErased ? told.erased : each.asked === null ? each.refused : `“${each.asked}”`}
        </Link>
        {each.asked === null && !isErased && <span className={styles.small}>{told.notQuoted}</span>}
      </td>
      <td>
        {told.bases[each.basis]}
        {!isErased && (
          <>
            <span className={styles.small}>{each.reason}</span>
            {basedOn !== "" && (
              <span className={styles.small}>
                {told.restsOn}: {basedOn}
              </span>
            )}
            <span className={styles.small}>
              {told.instead}: {each.alternative ?? told.nothingElse}
            </span>
          </>
        )}
      </td>
      <td data-label={told.columns.customer}>{each.customer.name}</td>
      <td className={page.number} data-label={told.columns.at}>
        {moment(instantOf(each.at) ?? now, { zone, now })}
      </td>
    </tr>
  )
}
