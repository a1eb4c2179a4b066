import { useHere } from "../here.tsx"
import { Quote } from "../ui/quote.tsx"
import { fullMoment, instantOf } from "../ui/time.ts"
import { words } from "../words.ts"
import type { ListedPromise } from "./listed-promise.ts"
import styles from "./promise-summary.module.css"
import { useReading } from "./use-reading.ts"

/** Which promise a dialog is about: the words, to whom, due when. */
export function PromiseSummary({ promise }: { promise: ListedPromise }) {
  const { zone } = useHere()
  const { now } = useReading()
  const due = instantOf(promise.dueUntil)
  return (
    <div className={styles.summary}>
      <Quote said={promise.words} />
      <p className="x mute t">
        <b>{promise.customer.name ?? words.ui.unnamed}</b> ·{" "}
        {due === null ? words.today.noDue : `${words.fields.due.toLowerCase()} ${fullMoment(due, { zone, now })}`}
      </p>
    </div>
  )
}
