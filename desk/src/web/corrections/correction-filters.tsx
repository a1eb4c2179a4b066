import { SelectField, TextField } from "../ui/field.tsx"
import { words } from "../words.ts"
import type { Correction } from "./correction-dialog.tsx"
import styles from "./corrections.module.css"

const told = words.corrections.dialog
const FILTERS = ["all", "open", "toGo"] as const

export type Chosen = { readonly filter: (typeof FILTERS)[number]; readonly since: string; readonly product: string }
type People = Correction["people"]

/** Those who were told on or after a day; who ordered a product, if one is chosen; with something open; still to go. */
export function chosenPeople(people: People, { filter, since, product }: Chosen): People {
  const ordered = ({ products }: People[number]) => product === "" || products.includes(product)
  return people.filter((person) => person.toldAt.slice(0, 10) >= since && ordered(person) && fits(person, filter))
}

function fits({ owes, openOrders, isConversationOpen, state }: People[number], filter: Chosen["filter"]): boolean {
  if (filter === "open") return owes > 0 || openOrders > 0 || isConversationOpen
  return filter === "all" || state === "told" || state === "held"
}

type Props = { readonly chosen: Chosen; readonly people: People; readonly onChange: (chosen: Chosen) => void }

export function CorrectionFilters({ chosen, people, onChange }: Props) {
  const products = [...new Set(people.flatMap((person) => person.products))].toSorted()
  return (
    <div className={styles.filters}>
      <fieldset aria-label={told.filtersLabel}>
        {FILTERS.map((filter) => (
          <button
            key={filter}
            type="button"
            aria-pressed={filter === chosen.filter}
            onClick={() => onChange({ ...chosen, filter })}
          >
            {told.filters[filter]} <span>{chosenPeople(people, { ...chosen, filter }).length}</span>
          </button>
        ))}
      </fieldset>
      {products.length > 0 && (
        <SelectField
          label={told.product}
          value={chosen.product}
          choices={[{ value: "", label: told.anyProduct }, ...products.map((value) => ({ value, label: value }))]}
          onChange={(event) => onChange({ ...chosen, product: event.target.value })}
        />
      )}
      <TextField
        label={told.since}
        type="date"
        value={chosen.since}
        onChange={(event) => onChange({ ...chosen, since: event.target.value })}
      />
    </div>
  )
}
