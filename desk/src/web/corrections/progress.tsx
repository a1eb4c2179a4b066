import type { z } from "zod"
import type { listCorrections } from "../../contract/corrections.ts"
import { words } from "../words.ts"
import styles from "./corrections.module.css"

const { sums, bar } = words.corrections
type Run = z.output<typeof listCorrections.answer>["items"][number]

/** Told = corrected + honoured + not reached + left out + to go, as a bar and as figures in the same order. */
export function Progress({ run: { counts, from } }: { run: Pick<Run, "counts" | "from"> }) {
  const corrected = counts.corrected + counts.answered
  const toGo = counts.told + counts.held + counts.sending
  const parts = [
    { key: "corrected", count: corrected, name: sums.corrected },
    { key: "honoured", count: counts.honoured, name: sums.honoured },
    { key: "undeliverable", count: counts.undeliverable, name: sums.undeliverable },
    { key: "left", count: counts.left, name: sums.left },
    { key: "toGo", count: toGo, name: sums.toGo },
  ]
  const always = new Set(["corrected", "honoured", "toGo"])
  return (
    <>
      <div
        className={styles.bar}
        role="img"
        aria-label={bar({ all: counts.all, corrected, honoured: counts.honoured, toGo })}
      >
        {parts.map(({ key, count }) => count > 0 && <span key={key} data-part={key} style={{ flex: count }} />)}
      </div>
      <dl className={styles.sums}>
        <div>
          <dt>{sums.told(from)}</dt>
          <dd>{counts.all}</dd>
        </div>
        {parts.map(
          ({ key, count, name }) =>
            (count > 0 || always.has(key)) && (
              <div key={key}>
                <dt>
                  <i data-part={key} />
                  {name}
                </dt>
                <dd>{count}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  )
}
