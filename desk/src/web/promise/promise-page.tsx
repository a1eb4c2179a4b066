import { useParams } from "@tanstack/react-router"
import { readPromise } from "../../contract/promises.ts"
import type { AnswerOf } from "../api.ts"
import { useRead } from "../queries.ts"
import { Quote } from "../ui/quote.tsx"
import { Failure, Loading } from "../ui/states.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { ChosenActions } from "./chosen-actions.tsx"
import { EntryList } from "./entry-list.tsx"
import { PromiseFacts } from "./promise-facts.tsx"
import styles from "./promise-page.module.css"
import { StateMark } from "./state-mark.tsx"
import { usePromiseKeys } from "./use-promise-keys.ts"
import { useReading } from "./use-reading.ts"

export type PromiseRecord = AnswerOf<typeof readPromise>

/** One promise: the words, what holds of it now, and every entry of its record. */
export function PromisePage() {
  const { promiseId } = useParams({ from: "/$slug/promises/$promiseId" })
  const promise = useRead(readPromise, { params: { promiseId } }, { keepPrevious: false })
  useTitle(words.record.title)
  return (
    <main className={styles.page} id="main">
      <h1>{words.record.title}</h1>
      {promise.isPending && <Loading />}
      {promise.isError && (
        <Failure error={promise.error} what={words.record.failed} onRetry={() => void promise.refetch()} />
      )}
      {promise.data !== undefined && <Loaded promise={promise.data} />}
    </main>
  )
}

function Loaded({ promise }: { promise: PromiseRecord }) {
  usePromiseKeys("page", promise)
  const { now } = useReading()
  return (
    <>
      <div className={styles.said}>
        <Quote said={promise.words} />
        <p className={styles.state}>
          <StateMark promise={promise} now={now} />
        </p>
        <div className={styles.actions}>
          <ChosenActions promise={promise} onRecord />
        </div>
      </div>
      <PromiseFacts promise={promise} />
      <EntryList promise={promise} />
    </>
  )
}
