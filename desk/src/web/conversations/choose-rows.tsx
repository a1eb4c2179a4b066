import { useId } from "react"
import { TextButton } from "../ui/button.tsx"
import styles from "./choose-rows.module.css"

export type ChoosableRow = {
  readonly id: string
  readonly name: string
  readonly words: string
  readonly when: string
}

type Props = {
  readonly legend: string
  readonly hint: string
  readonly rows: readonly ChoosableRow[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  /** What a button beside a chosen row says that chooses those after it, too. */
  readonly andAfter?: string
}

/** Some of several, each with who, the first words and when. */
export function ChooseRows({ legend, hint, rows, chosen, onChoose, andAfter }: Props) {
  const id = useId()
  const toggle = (rowId: string) => {
    const next = new Set(chosen)
    if (!next.delete(rowId)) next.add(rowId)
    onChoose(next)
  }
  return (
    <fieldset className={styles.rows} aria-describedby={id}>
      <legend>{legend}</legend>
      <ul>
        {rows.map(({ id: rowId, name, words: said, when }, index) => {
          const after = rows.slice(index + 1).map((row) => row.id)
          const isShown = andAfter !== undefined && chosen.has(rowId) && after.some((each) => !chosen.has(each))
          return (
            <li key={rowId}>
              <label>
                <input type="checkbox" checked={chosen.has(rowId)} onChange={() => toggle(rowId)} />
                <span className={styles.said}>
                  <b>{name}</b> {said}
                </span>
                <time className="t">{when}</time>
              </label>
              {isShown && <TextButton onClick={() => onChoose(new Set([...chosen, ...after]))}>{andAfter}</TextButton>}
            </li>
          )
        })}
      </ul>
      <p id={id} className="x mute">
        {hint}
      </p>
    </fieldset>
  )
}
