import { Link } from "@tanstack/react-router"
import { useHere } from "../here.tsx"
import { words } from "../words.ts"
import type { FactFilter, FactList } from "./fact-data.ts"
import styles from "./facts.module.css"

const ALWAYS: readonly FactFilter[] = ["all", "check", "expired", "never-told"]
const WHERE_SOME: readonly FactFilter[] = ["proposed", "conflicting", "retired"]

/** Which facts are listed; those that are about nothing are left out. */
export function FactFilters({ filter, counts }: { filter: FactFilter; counts: FactList["counts"] | null }) {
  const { slug } = useHere()
  const shown = [...ALWAYS, ...WHERE_SOME.filter((each) => each === filter || (counts?.[each] ?? 0) > 0)]
  return (
    <nav className={styles.filters} aria-label={words.facts.filtersLabel}>
      {shown.map((each) => (
        <Link
          key={each}
          to="/$slug/facts"
          params={{ slug }}
          search={each === "all" ? {} : { filter: each }}
          activeOptions={{ exact: true }}
          activeProps={{}}
          aria-current={each === filter ? "true" : undefined}
          data-chosen={each === filter || undefined}
        >
          {words.facts.filters[each]} <span>{counts?.[each] ?? ""}</span>
        </Link>
      ))}
    </nav>
  )
}
