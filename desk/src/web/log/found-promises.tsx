import { DeedField, OwnerField } from "../promise/owner-field.tsx"
import { DueField } from "../promise/due-field.tsx"
import { dueOf } from "../promise/due-draft.ts"
import { SelectField } from "../ui/field.tsx"
import { Quote } from "../ui/quote.tsx"
import { words } from "../words.ts"
import styles from "./log.module.css"
import type { Capture, Captures, Decision } from "./use-captures.ts"

const { log: texts } = words.dialogs
const DECISIONS: readonly Decision[] = ["promise", "later", "none"]

/** The promises found in a note while it is typed, with who and when filled in. */
export function FoundPromises({ captures, hasText }: { captures: Captures; hasText: boolean }) {
  const { list } = captures
  if (list.length === 0) return hasText ? null : <p className="x mute">{texts.none}</p>
  return (
    <section aria-label={texts.found(list.length)}>
      <h3 role="status">{texts.found(list.length)}</h3>
      <ul className={styles.found}>
        {list.map((capture) => (
          <FoundLine key={capture.key} capture={capture} captures={captures} />
        ))}
      </ul>
    </section>
  )
}

function FoundLine({ capture, captures }: { capture: Capture; captures: Captures }) {
  const { found, key, decision } = capture
  const { change, reading } = captures
  const needsDue = found.condition === undefined && dueOf(capture.due, reading) === null
  return (
    <li>
      <Quote said={found.quote} />
      {found.condition !== undefined && <p className="x mute">{words.today.condition(found.condition)}</p>}
      {found.signs !== undefined && found.signs.length > 0 && <p className="x mute">{texts.likely(found.signs)}</p>}
      <div className={styles.fields}>
        <SelectField
          label={texts.what}
          choices={DECISIONS.map((value) => ({ value, label: texts.counts[value] }))}
          value={decision}
          onChange={(event) =>
            change(key, { decision: DECISIONS.find((each) => each === event.target.value) ?? "later" })
          }
        />
        {decision === "promise" && (
          <OwnerField ownerId={capture.ownerId} onChange={(ownerId) => change(key, { ownerId })} />
        )}
        {decision === "promise" && <DeedField deed={capture.deed} onChange={(deed) => change(key, { deed })} />}
        {decision !== "none" && (
          <div className={styles.wide}>
            <DueField
              draft={capture.due}
              reading={reading}
              onChange={(due) => change(key, { due, decision: "promise" })}
              error={decision === "promise" && needsDue ? words.fields.dueMissing : null}
            />
          </div>
        )}
      </div>
    </li>
  )
}
