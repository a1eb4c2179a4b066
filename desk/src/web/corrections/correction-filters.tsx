import { useHere } from "../here.tsx"
import { SelectField, TextField } from "../ui/field.tsx"
import { words } from "../words.ts"
import { type Chosen, FILTERS, chosenPeople } from "./chosen-people.ts"
import type { Correction } from "./correction-dialog.tsx"
import styles from "./corrections.module.css"

const told = words.corrections.dialog

type Props = {
  readonly chosen: Chosen
  readonly people: Correction["people"]
  readonly onChange: (chosen: Chosen) => void
}

export function CorrectionFilters({ chosen, people, onChange }: Props) {
  const { zone } = useHere()
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
            {told.filters[filter]} <span>{chosenPeople(people, { ...chosen, filter }, zone).length}</span>
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
