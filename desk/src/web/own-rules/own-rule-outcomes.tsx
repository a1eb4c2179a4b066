import { useMemo, useState } from "react"
import { TextArea } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { words } from "../words.ts"
import { type OwnRuleDraft, ruleOf } from "./own-rule-draft.ts"
import styles from "./own-rules.module.css"
import type { Outcome } from "./read-own-rules.ts"
import { useRuleReader } from "./use-own-rules.ts"

const told = words.ownRules

/** What the rule does by now with its examples, and with a text of the writer's own. */
export function OwnRuleOutcomes({ draft }: { draft: OwnRuleDraft }) {
  const [text, setText] = useState("")
  const reader = useRuleReader(true)
  const tried = useMemo(() => reader?.tryRule(ruleOf(draft), text) ?? null, [reader, draft, text])
  return (
    <>
      <h3 className={styles.part}>{told.outcomes}</h3>
      <p className={page.hint}>{told.outcomesHint}</p>
      <div role="status">
        {tried === null && <p className="mute">{told.loading}</p>}
        {tried?.kind === "wrong" && <p className="ochre">{tried.problem}</p>}
        {tried?.kind === "read" && tried.finds.length + tried.leaves.length === 0 && (
          <p className="mute">{told.noExamples}</p>
        )}
        {tried?.kind === "read" && (
          <ul className={styles.outcomes}>
            {tried.finds.map((each) => (
              <OutcomeRow key={`finds ${each.example}`} outcome={each} said={true} />
            ))}
            {tried.leaves.map((each) => (
              <OutcomeRow key={`leaves ${each.example}`} outcome={each} said={false} />
            ))}
          </ul>
        )}
      </div>
      <TextArea said label={told.tryIt} rows={3} value={text} onChange={(event) => setText(event.target.value)} />
      {tried?.kind === "read" && text.trim() !== "" && <Places places={tried.places} />}
    </>
  )
}

/** `said`: whether its author said that it is found. */
function OutcomeRow({ outcome: { example, isFound }, said }: { outcome: Outcome; said: boolean }) {
  const isAsSaid = isFound === said
  return (
    <li data-as-said={isAsSaid}>
      <span className="q">“{example}”</span>
      <span className={isAsSaid ? "mute" : "red"}>
        {isFound ? told.found : told.left}, {isAsSaid ? told.asSaid : told.otherwise}
      </span>
    </li>
  )
}

function Places({ places }: { places: readonly string[] }) {
  if (places.length === 0) return <p className={`mute ${styles.tried}`}>{told.triedNothing}</p>
  return (
    <p className={styles.tried}>
      {told.tried(places.length)}{" "}
      {places.map((place, index) => (
        <mark key={`${index} ${place}`} className={styles.place}>
          {place}
        </mark>
      ))}
    </p>
  )
}
