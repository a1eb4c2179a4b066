import { useHere } from "../here.tsx"
import { Icon } from "../ui/icon.tsx"
import { fullMoment, instantOf } from "../ui/time.ts"
import { words } from "../words.ts"
import { entryDetail, entryName, entryWords } from "./entry-texts.ts"
import { useTeamNames } from "./owner-field.tsx"
import type { PromiseRecord } from "./promise-page.tsx"
import styles from "./promise-page.module.css"
import { useReading } from "./use-reading.ts"

type Entry = PromiseRecord["entries"][number]

/** Everything that happened to a promise, as appended, and whether the chain of entries verifies. */
export function EntryList({ promise }: { promise: PromiseRecord }) {
  return (
    <section className={styles.entries} aria-labelledby="entries">
      <h2 id="entries">
        {words.record.entries} <span className="mute">{promise.entries.length}</span>
      </h2>
      <ol>
        {promise.entries.map((entry) => (
          <EntryLine key={entry.seq} entry={entry} />
        ))}
      </ol>
      <p className={`x ${promise.chainVerifies ? "mute" : "red"}`}>
        <Icon name={promise.chainVerifies ? "check" : "risk"} small />{" "}
        {promise.chainVerifies ? words.record.chainVerifies : words.record.chainBroken} {words.record.entriesNote}
      </p>
    </section>
  )
}

function EntryLine({ entry }: { entry: Entry }) {
  const { zone } = useHere()
  const { now } = useReading()
  const names = useTeamNames()
  const when = { zone, now }
  const at = instantOf(entry.at)
  const recorded = instantOf(entry.recordedAt)
  const isLater = at !== null && recorded !== null && recorded.epochMilliseconds - at.epochMilliseconds > 60_000
  const said = entryWords(entry)
  const detail = entryDetail(entry, when, names)
  return (
    <li>
      <time dateTime={entry.at}>{at === null ? "" : fullMoment(at, when)}</time>
      <div>
        <p>
          <b>{entryName(entry)}</b> <span className="mute">{words.record.byWhom(byName(entry))}</span>
          {detail !== "" && <span> · {detail}</span>}
        </p>
        {said !== null && <p className="q">“{said}”</p>}
        {isLater && <p className="x mute">{words.record.recordedLater(fullMoment(recorded, when))}</p>}
      </div>
    </li>
  )
}

function byName({ by }: Entry): string {
  if (by.kind === "desk") return words.record.desk
  return by.name ?? (by.kind === "customer" ? words.record.theCustomer : "")
}
