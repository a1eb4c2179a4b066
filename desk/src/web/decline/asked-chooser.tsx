import { CheckField } from "../ui/check-field.tsx"
import { words } from "../words.ts"
import styles from "./decline.module.css"
import type { AskedSentence } from "./use-decline.ts"

const told = words.decline

const SENTENCES_MAX = 12 // of a long mail the last ones, where people ask

/** The customer's sentences, to choose the one that is answered with a no. */
export function AskedChooser({
  asked,
  chosen,
  onChoose,
}: {
  asked: readonly AskedSentence[]
  chosen: ReadonlySet<number>
  onChoose: (chosen: ReadonlySet<number>) => void
}) {
  const first = Math.max(0, asked.length - SENTENCES_MAX)
  return (
    <fieldset className={styles.asked}>
      <legend>{told.asked}</legend>
      {asked.length === 0 && <p className="mute">{told.askedNone}</p>}
      {asked.length > 0 && chosen.size === 0 && <p className="mute">{told.askedChoose}</p>}
      {asked.slice(first).map(({ words: said }, index) => {
        const at = first + index
        return (
          <CheckField
            key={at}
            label={`“${said}”`}
            checked={chosen.has(at)}
            onChange={(isChosen) => onChoose(isChosen ? new Set([...chosen, at]) : without(chosen, at))}
          />
        )
      })}
    </fieldset>
  )
}

function without(chosen: ReadonlySet<number>, at: number): ReadonlySet<number> {
  return new Set([...chosen].filter((each) => each !== at))
}
