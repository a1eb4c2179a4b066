import type { listImports } from "../../contract/imports.ts"
import type { AnswerOf } from "../api.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import page from "../ui/page.module.css"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"

const told = words.imports

export type ImportView = AnswerOf<typeof listImports>["items"][number]

/** Which files were taken in, when and by whom, and where one stopped. */
export function EarlierImports({ items }: { items: readonly ImportView[] }) {
  const { zone } = useHere()
  const now = useNow()
  const when = (at: string) => {
    const instant = instantOf(at)
    return instant === null ? "" : moment(instant, { zone, now })
  }
  return (
    <section className={page.section} style={{ marginTop: 28 }}>
      <h2>{told.earlier}</h2>
      <table className={page.table}>
        <thead>
          <tr>
            <th>{told.file}</th>
            <th>{told.begun}</th>
            <th>{told.state}</th>
            <th>{told.result}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((each) => (
            <tr key={each.id}>
              <td>{each.fileName}</td>
              <td data-label={told.begun}>
                {when(each.startedAt)}
                {each.by !== null && `, ${each.by}`}
              </td>
              <td data-label={told.state}>
                {each.endedAt === null ? told.open(each.done, each.total) : told.ended(when(each.endedAt))}
              </td>
              <td data-label={told.result}>{told.counts(each)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
