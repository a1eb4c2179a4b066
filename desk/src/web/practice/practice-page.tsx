import { useNavigate, useSearch } from "@tanstack/react-router"
import { useState } from "react"
import { forgetPracticeAnswers, listPracticeCases } from "../../contract/practice.ts"
import { PRACTICE_KINDS } from "../../ledger/practice-case.ts"
import type { AnswerOf } from "../api.ts"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import page from "../ui/page.module.css"
import { Failure, Loading } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { AddCaseDialog } from "./add-case-dialog.tsx"
import { CaseOpened } from "./case-opened.tsx"
import styles from "./practice.module.css"

const told = words.practice

export type Case = AnswerOf<typeof listPracticeCases>["items"][number]

/** Invented customers who tempt us, answered under the same review as messages; nothing of it is part of the record. */
export function PracticePage() {
  useTitle(told.title)
  const { case: openKey } = useSearch({ from: "/$slug/practice" })
  const navigate = useNavigate({ from: "/$slug/practice" })
  const open = (key: string) => void navigate({ search: { case: key } })
  const read = useRead(listPracticeCases)
  const cases = read.data?.items ?? []
  const opened = cases.find(({ key }) => key === openKey) ?? cases.find(({ answered }) => answered === null) ?? cases[0]
  return (
    <main id="main" className={page.page}>
      <Head cases={cases} onAdded={open} />
      <p className={page.hint}>{told.hint}</p>
      {read.data === undefined && !read.isError && <Loading rows={8} />}
      {read.isError && <Failure error={read.error} what={told.failed} onRetry={() => void read.refetch()} />}
      {opened !== undefined && (
        <div className={styles.columns}>
          <nav aria-label={told.title}>
            {PRACTICE_KINDS.map((kind) => (
              <section key={kind} className={styles.kind}>
                <h2>{told.kinds[kind]}</h2>
                <ul>
                  {cases
                    .filter((each) => each.kind === kind)
                    .map((each) => (
                      <li key={each.key}>
                        <button
                          type="button"
                          aria-current={each.key === opened.key ? "true" : undefined}
                          onClick={() => open(each.key)}
                        >
                          <span>{each.title}</span>
                          <span className={styles.mark}>{markOf(each)}</span>
                        </button>
                      </li>
                    ))}
                </ul>
              </section>
            ))}
          </nav>
          <CaseOpened key={opened.key} each={opened} />
        </div>
      )}
    </main>
  )
}

function markOf({ answered }: Case): string {
  return answered === null ? told.open : `${told.verdicts[answered.verdict]} · ${told.tries(answered.tries)}`
}

function Head({ cases, onAdded }: { cases: readonly Case[]; onAdded: (key: string) => void }) {
  const { member } = useHere()
  const toast = useToast()
  const forget = useChange(forgetPracticeAnswers)
  const [isAdding, setAdding] = useState(false)
  const mayAdd = member.role !== "member"
  const clear = cases.filter(({ answered }) => answered?.verdict === "clear").length
  const add = () => {
    if (mayAdd) setAdding(true)
  }
  useKeys("page", { A: { label: told.add.toLowerCase(), run: add, foot: mayAdd } })
  return (
    <div className={page.head}>
      <h1>{told.title}</h1>
      {cases.length > 0 && <span className="mute t">{told.done(clear, cases.length)}</span>}
      <div className={page.end}>
        {cases.some(({ answered }) => answered !== null) && (
          <TextButton onClick={() => forget.mutate({}, { onSuccess: () => toast({ text: told.forgotten }) })}>
            {told.forget}
          </TextButton>
        )}
        {mayAdd && (
          <Button keys="A" onClick={add}>
            {told.add}
          </Button>
        )}
      </div>
      {isAdding && <AddCaseDialog onClose={() => setAdding(false)} onAdded={onAdded} />}
    </div>
  )
}
