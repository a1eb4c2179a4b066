import styles from "./findings-list.module.css"
import type { Mark } from "./marks.ts"
import { words } from "../../words.ts"

/** What is underlined in the draft, in words and with the same numbers; the review's notes for eyes and readers alike. */
export function FindingsList({
  id,
  text,
  marks,
  isShown,
  onOpen,
  onChoose,
  onBack,
}: {
  id: string
  text: string
  marks: readonly Mark[]
  /** False: only for screen readers, because something else asks about them now. */
  isShown: boolean
  onOpen: (mark: Mark | null) => void
  onChoose: (mark: Mark) => void
  onBack: () => void
}) {
  const numbered = marks.filter((each) => each.number > 0)
  return (
    <ol id={id} className={numbered.length === 0 || !isShown ? "vh" : styles.list} aria-label={words.composer.findings}>
      {numbered.map((mark) => (
        <li key={mark.number}>
          <button
            type="button"
            data-finding={mark.number}
            onFocus={() => onOpen(mark)}
            onClick={() => onChoose(mark)}
            onKeyDown={(event) => {
              if (event.key === "Escape") onBack()
            }}
          >
            <b className={styles.number} data-kind={mark.kind}>
              {mark.number}
            </b>
            <span>
              <span className="vh">“{text.slice(mark.start, mark.end)}”: </span>
              {mark.why}
              {mark.suggestion !== null && (
                <span className="mute">
                  {" "}
                  {words.composer.suggestion} {mark.suggestion}
                </span>
              )}{" "}
              {mark.rule !== null && <span className={styles.decide}>{words.composer.decide}</span>}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}
