import { useNavigate, useSearch } from "@tanstack/react-router"
import { useState } from "react"
import { listProposals } from "../../contract/today.ts"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { useKeys } from "../ui/keys.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { ProposalCard } from "./proposal-card.tsx"
import styles from "./proposals.module.css"

const { proposals: texts } = words
const FILTERS = ["all", "mine"] as const

/** Promises that were found and that no person has confirmed: each is confirmed or said to be none. */
export function ProposalsPage() {
  const { member } = useHere()
  const { filter = "all" } = useSearch({ from: "/$slug/proposals" })
  const navigate = useNavigate({ from: "/$slug/proposals" })
  const found = useRead(listProposals, { query: { filter: "all" } })
  useTitle(texts.title)
  const all = found.data?.items ?? []
  const mine = all.filter((each) => each.owner?.id === member.id)
  const shown = filter === "mine" ? mine : all
  const [wanted, setWanted] = useState(0)
  const index = Math.min(wanted, shown.length - 1)
  useKeys(
    "page",
    shown.length === 0
      ? {}
      : {
          j: { label: words.today.keys.move, run: () => setWanted(Math.min(shown.length - 1, index + 1)) },
          k: { label: words.today.keys.move, run: () => setWanted(Math.max(0, index - 1)) },
        },
  )
  return (
    <main className={styles.page} id="main">
      <h1>{texts.title}</h1>
      <p className="mute">{texts.intro}</p>
      <div className={styles.filters} role="group" aria-label={texts.filtersName}>
        {FILTERS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === filter}
            onClick={() => void navigate({ search: each === "all" ? {} : { filter: each } })}
          >
            {texts.filters[each]} {found.isSuccess && <span>{each === "all" ? all.length : mine.length}</span>}
          </button>
        ))}
      </div>
      {found.isPending && <Loading />}
      {found.isError && <Failure error={found.error} what={texts.failed} onRetry={() => void found.refetch()} />}
      {found.isSuccess && shown.length === 0 && <Empty title={texts.empty}>{texts.emptyHelp}</Empty>}
      <ol>
        {shown.map((promise, at) => (
          <ProposalCard key={promise.id} promise={promise} chosen={at === index} onChoose={() => setWanted(at)} />
        ))}
      </ol>
    </main>
  )
}
