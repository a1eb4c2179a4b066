import { Button } from "../ui/button.tsx"
import { controlClass } from "../ui/field.tsx"
import { Icon } from "../ui/icon.tsx"
import page from "../ui/page.module.css"
import { words } from "../words.ts"
import { type Meaning, isMeaning } from "./meaning.ts"
import styles from "./settings.module.css"

const told = words.settings.workspace

/** Vague words and the working minutes that they are taken to mean. */
export function Meanings({
  meanings,
  onChange,
}: {
  meanings: readonly Meaning[]
  onChange: (meanings: readonly Meaning[]) => void
}) {
  const change = (index: number, part: Partial<Meaning>) =>
    onChange(meanings.map((each, at) => (at === index ? { ...each, ...part } : each)))
  return (
    <section>
      <h2>{told.meanings}</h2>
      <p className={page.hint}>{told.meaningsHint}</p>
      <div className={styles.meaning} aria-hidden="true">
        <span className="x mute">{told.word}</span>
        <span className="x mute">{told.minutes}</span>
      </div>
      <ul>
        {meanings.map((each, index) => (
          <li key={index} style={{ paddingBottom: 6 }}>
            <div className={styles.meaning}>
              <input
                className={controlClass}
                aria-label={told.word}
                aria-invalid={!isMeaning(each)}
                value={each.said}
                onChange={(event) => change(index, { said: event.target.value })}
              />
              <input
                className={controlClass}
                aria-label={`${told.minutes}: ${each.said}`}
                aria-invalid={!isMeaning(each)}
                inputMode="numeric"
                value={each.minutes}
                onChange={(event) => change(index, { minutes: event.target.value })}
              />
              <button
                type="button"
                className={styles.small}
                aria-label={`${words.settings.remove}: ${each.said}`}
                onClick={() => onChange(meanings.filter((_, at) => at !== index))}
              >
                <Icon name="x" small />
              </button>
            </div>
            {!isMeaning(each) && <p className="red x">{told.meaningBad}</p>}
          </li>
        ))}
      </ul>
      <Button small onClick={() => onChange([...meanings, { said: "", minutes: "" }])}>
        {told.addMeaning}
      </Button>
    </section>
  )
}
