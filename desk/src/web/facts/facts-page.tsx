import { useNavigate, useSearch } from "@tanstack/react-router"
import { useDeferredValue, useRef, useState } from "react"
import { listFacts } from "../../contract/facts.ts"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { controlClass } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { FactFilters } from "./fact-filters.tsx"
import { FactTable } from "./fact-table.tsx"
import { FactDialogs, type FactDialog } from "./fact-dialogs.tsx"
import styles from "./facts.module.css"
import { useFactKeys } from "./use-fact-keys.ts"
import { useLinkedFact } from "./use-linked-fact.ts"

const told = words.facts
const PAGE = 100 // facts

/** What may be told to customers: every outgoing message is compared with it. */
export function FactsPage() {
  useTitle(told.title)
  const { filter = "all", fact: openId } = useSearch({ from: "/$slug/facts" })
  const navigate = useNavigate({ from: "/$slug/facts" })
  const [typed, setTyped] = useState("")
  const [limit, setLimit] = useState(PAGE)
  const [dialog, setDialog] = useState<FactDialog | null>(null)
  const find = useRef<HTMLInputElement>(null)
  const list = useRead(listFacts, { query: { filter, q: useDeferredValue(typed.trim()), limit } })
  const open = (id: string | null) =>
    void navigate({
      search: (was) => ({
        ...(was.filter === undefined ? {} : { filter: was.filter }),
        ...(id === null ? {} : { fact: id }),
      }),
      replace: true,
    })
  const isUnfiltered = typed === "" && filter === "all" && list.data !== undefined
  const items = useLinkedFact({ items: list.data?.items ?? [], openId: openId ?? null, isUnfiltered })
  const keys = useFactKeys({
    items,
    openId: openId ?? null,
    onOpen: open,
    onDialog: setDialog,
    onFind: () => find.current?.focus(),
  })
  return (
    <main id="main" className={page.page}>
      <Head holding={list.data?.holding ?? 0} all={list.data?.counts.all ?? 0} onDialog={setDialog} />
      <FactFilters filter={filter} counts={list.data?.counts ?? null} />
      <input
        ref={find}
        type="search"
        className={`${controlClass} ${styles.find}`}
        aria-label={told.find}
        placeholder={told.find}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur()
        }}
      />
      {list.data !== undefined && items.length > 0 && (
        <FactTable
          list={{ ...list.data, items: [...items] }}
          chosenId={keys.chosenId}
          openId={openId ?? null}
          onChoose={keys.choose}
          onOpen={open}
          onDialog={setDialog}
        />
      )}
      {list.data === undefined && list.isPending && <Loading rows={8} />}
      {list.isError && <Failure error={list.error} what={told.failed} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && items.length === 0 && <NothingThere isFiltered={typed !== "" || filter !== "all"} />}
      {list.data !== undefined && list.data.total > items.length && (
        <TextButton onClick={() => setLimit(limit + PAGE)}>{told.more}</TextButton>
      )}
      <FactDialogs dialog={dialog} onClose={() => setDialog(null)} onAdded={(id) => open(id)} />
    </main>
  )
}

type HeadProps = {
  /** Facts that hold today, of all that can be exported. */
  readonly holding: number
  readonly all: number
  readonly onDialog: (dialog: FactDialog) => void
}

function Head({ holding, all, onDialog }: HeadProps) {
  const { slug } = useHere()
  const href = (format: "csv" | "json") =>
    `/api/v1/fact-book/export?format=${format}&workspace=${encodeURIComponent(slug)}`
  return (
    <div className={page.head}>
      <h1>{told.title}</h1>
      {holding > 0 && <span className="mute t">{told.lead(holding)}</span>}
      <div className={page.end}>
        {all > 0 && (
          <span className={styles.export}>
            {told.export} <a href={href("csv")}>{told.asCsv}</a> <a href={href("json")}>{told.asJson}</a>
          </span>
        )}
        <Button keys="P" onClick={() => onDialog({ kind: "propose" })}>
          {told.propose.open}
        </Button>
        <Button keys="I" onClick={() => onDialog({ kind: "import" })}>
          {told.importFile}
        </Button>
        <Button keys="A" onClick={() => onDialog({ kind: "add" })}>
          {told.add}
        </Button>
      </div>
    </div>
  )
}

function NothingThere({ isFiltered }: { isFiltered: boolean }) {
  return (
    <Empty title={isFiltered ? told.emptyFound : told.empty}>{isFiltered ? told.emptyFoundHint : told.emptyHint}</Empty>
  )
}
