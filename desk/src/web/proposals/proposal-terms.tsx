import { useHere } from "../here.tsx"
import { DueField } from "../promise/due-field.tsx"
import type { ListedPromise } from "../promise/listed-promise.ts"
import { DeedField, OwnerField, useTeamNames } from "../promise/owner-field.tsx"
import { workingMinutesTo } from "../promise/read-due.ts"
import { fullMoment, instantOf, spokenMoment, workingText } from "../ui/time.ts"
import { words } from "../words.ts"
import styles from "./proposals.module.css"
import type { Proposal } from "./use-proposal.ts"

const { proposals: texts } = words

type Props = { readonly promise: ListedPromise; readonly proposal: Proposal }

/** Who does what by when, as confirming would record it, in one line. */
export function ProposalTerms({ promise, proposal: { draft, due, reading } }: Props) {
  const { settings, member, zone } = useHere()
  const names = useTeamNames()
  const owner = draft.ownerId === member.id ? words.ui.you : (names.get(draft.ownerId) ?? promise.owner?.name ?? "")
  const deed = settings.deeds.find(({ id }) => id === draft.deed)?.name ?? ""
  return (
    <p className={`${styles.terms} t`}>
      <b>{owner}</b> · {deed}
      {due !== null && (
        <>
          {" · "}
          <b>{texts.dueBy(spokenMoment(due.until, { zone, now: reading.now }))}</b>{" "}
          <span className="mute">
            {Temporal.Instant.compare(due.until, reading.now) <= 0
              ? words.fields.past
              : words.fields.workingTime(workingText(workingMinutesTo(due.until, reading)))}
          </span>
        </>
      )}
    </p>
  )
}

/** By when, where what was found has passed or nothing was said. */
export function ProposalDue({ promise, proposal: { draft, change, reading, dueError } }: Props) {
  const { zone } = useHere()
  const found = instantOf(promise.dueUntil)
  return (
    <div className={styles.fields}>
      <div className={styles.due}>
        {found !== null && (
          <p className="x ochre">{texts.duePassed(promise.dueWords, fullMoment(found, { zone, now: reading.now }))}</p>
        )}
        <DueField draft={draft.due} reading={reading} onChange={(due) => change({ due })} error={dueError} />
      </div>
    </div>
  )
}

/** Everything that can be changed before it is confirmed. */
export function ProposalFields({ proposal: { draft, change, reading, dueError } }: Pick<Props, "proposal">) {
  return (
    <div className={styles.fields}>
      <OwnerField ownerId={draft.ownerId} onChange={(ownerId) => change({ ownerId })} />
      <DeedField deed={draft.deed} onChange={(deed) => change({ deed })} />
      <div className={styles.due}>
        <DueField draft={draft.due} reading={reading} onChange={(due) => change({ due })} error={dueError} />
      </div>
    </div>
  )
}
