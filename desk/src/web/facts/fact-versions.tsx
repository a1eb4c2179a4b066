import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { fullMoment, instantOf } from "../ui/time.ts"
import { words } from "../words.ts"
import { type FactVersion, type OpenFact, shownDay } from "./fact-data.ts"
import styles from "./facts.module.css"

const told = words.facts.open

/** All versions, the newest first: what was true before stays readable. */
export function FactVersions({ fact, today }: { fact: OpenFact; today: string }) {
  return (
    <ol className={styles.versions}>
      {fact.versions.map((version) => (
        <li key={version.version} data-old={version.version !== fact.current.version || undefined}>
          <span className="t">{told.version(version.version)}</span>
          <Version version={version} today={today} />
        </li>
      ))}
    </ol>
  )
}

function Version({ version, today }: { version: FactVersion; today: string }) {
  const { zone } = useHere()
  const now = useNow()
  const entered = instantOf(version.enteredAt)
  const { source } = version
  return (
    <div>
      <b>{version.shown}</b> {span(version, today)}
      <br />
      {source.kind === "url" ? (
        <a href={source.name} rel="noreferrer noopener" target="_blank">
          {source.name}
        </a>
      ) : (
        source.name
      )}
      {source.line !== undefined && <q className={styles.line}>{source.line}</q>}
      <br />
      {entered !== null && told.entered(version.enteredBy ?? told.anApi, fullMoment(entered, { now, zone }))}{" "}
      {version.approvedBy !== null && version.approvedBy !== version.enteredBy && told.approved(version.approvedBy)}
      {version.approvedAt === null && (version.declinedAt === null ? told.waiting : told.declined)}
    </div>
  )
}

function span({ validFrom, validUntil }: FactVersion, today: string): string {
  if (validFrom !== null && validUntil !== null) {
    return told.between(shownDay(validFrom, today), shownDay(validUntil, today))
  }
  if (validFrom !== null) return told.from(shownDay(validFrom, today))
  return validUntil === null ? "" : told.until(shownDay(validUntil, today))
}
