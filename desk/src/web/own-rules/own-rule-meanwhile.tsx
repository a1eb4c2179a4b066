import { Button } from "../ui/button.tsx"
import page from "../ui/page.module.css"
import { words } from "../words.ts"
import type { OwnRuleDraft } from "./own-rule-draft.ts"
import styles from "./own-rules.module.css"

const told = words.ownRules

type Props = {
  /** Who saved it; null for somebody who is not known any more. */
  readonly by: string | null
  readonly theirs: OwnRuleDraft
  readonly mine: OwnRuleDraft
  readonly onTheirs: () => void
  readonly onMine: () => void
}

/** A colleague saved the rule while it was being changed: where the two differ, both, until one is chosen. */
export function OwnRuleMeanwhile({ by, theirs, mine, onTheirs, onMine }: Props) {
  const parts = PARTS.filter((part) => shown(theirs, part) !== shown(mine, part))
  return (
    <section className={styles.meanwhile} aria-label={told.meanwhile(by ?? told.somebody)}>
      <h3>{told.meanwhile(by ?? told.somebody)}</h3>
      {parts.length === 0 && <p>{told.meanwhileSame}</p>}
      {parts.map((part) => (
        <dl key={part}>
          <dt>{told.fields[part]}</dt>
          <dd>
            <span className="mute">{told.theirs}</span> {shown(theirs, part)}
          </dd>
          <dd>
            <span className="mute">{told.mine}</span> {shown(mine, part)}
          </dd>
        </dl>
      ))}
      <p className={page.buttons}>
        <Button small onClick={onTheirs}>
          {told.takeTheirs}
        </Button>
        <Button small onClick={onMine}>
          {told.keepMine}
        </Button>
      </p>
    </section>
  )
}

type Part = keyof OwnRuleDraft & keyof typeof told.fields
const PARTS: readonly Part[] = [
  "id",
  "why",
  "instead",
  "source",
  "severity",
  "by",
  "phrases",
  "pattern",
  "channels",
  "finds",
  "leaves",
]

function shown(draft: OwnRuleDraft, part: Part): string {
  switch (part) {
    case "severity":
      return words.protocol.severities[draft.severity]
    case "by":
      return told.bys[draft.by]
    case "channels":
      return draft.channels.length === 0
        ? told.everywhereShort
        : draft.channels.map((each) => told.channels[each]).join(", ")
    default: {
      const lines = draft[part].split("\n").filter((line) => line.trim() !== "")
      return lines.length === 0 ? told.nothing : lines.join(" · ")
    }
  }
}
