import { FITS, type Fit } from "../../ledger/recommendation.ts"
import type { Fact } from "../facts/fact-data.ts"
import { controlClass } from "../ui/field.tsx"
import { words } from "../words.ts"
import styles from "./needs.module.css"
import type { Need } from "./use-recommendation.ts"

const told = words.needs

type Chosen = { readonly fit: Fit; readonly factId: string }

/** Whether a product does for one need, and the fact that shows it. */
export function NeedFit({
  need,
  facts,
  chosen,
  onChange,
}: {
  need: Need
  facts: readonly Fact[]
  chosen: Chosen
  onChange: (part: Partial<Chosen>) => void
}) {
  const said = need.words ?? ""
  return (
    <div className={styles.fit}>
      <p>
        <q className="q">{said}</q> <span className={styles.hint}>{told.standing[need.standing]}</span>
      </p>
      <span aria-hidden="true">{told.recommend.is}</span>
      <select
        className={controlClass}
        aria-label={told.recommend.fit(said)}
        value={chosen.fit}
        onChange={(event) => onChange({ fit: FITS.find((each) => each === event.target.value) ?? "unknown" })}
      >
        {FITS.map((fit) => (
          <option key={fit} value={fit}>
            {told.fits[fit]}
          </option>
        ))}
      </select>
      <span aria-hidden="true">{told.recommend.fact}</span>
      <select
        className={controlClass}
        aria-label={`${told.recommend.fact}, “${said}”`}
        value={chosen.factId}
        onChange={(event) => onChange({ factId: event.target.value })}
      >
        <option value="">{told.recommend.noFact}</option>
        {facts.map(({ id, current }) => (
          <option key={id} value={id}>
            {current.statement}
          </option>
        ))}
      </select>
    </div>
  )
}
