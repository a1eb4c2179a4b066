import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from "react"
import { listCustomers } from "../../contract/customers.ts"
import { useRead } from "../queries.ts"
import { Field, controlClass } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import styles from "./customer-finder.module.css"
import { type KnownCustomer, fitsTyped } from "./found-customer.ts"

type Props = {
  readonly onChoose: (customer: KnownCustomer) => void
  /** Offers to take what was typed as somebody new. */
  readonly onNew?: (typed: string) => void
  /** Enter came before the answer: the first will be taken when it is there. False: typing went on. */
  readonly onWait?: (waits: boolean) => void
  readonly error?: string | null
  readonly autoFocus?: boolean
}

type Option = { readonly key: string; readonly known: KnownCustomer | null }

const TYPING_PAUSE = 120 // milliseconds
const SHOWN_MAX = 6

/** Finds a customer by name, company, number or address while typing; Enter takes the first, also before it is shown. */
export function CustomerFinder({ onChoose, onNew, onWait, error = null, autoFocus = false }: Props) {
  const id = useId()
  const [typed, setTyped] = useState("")
  const [active, setActive] = useState(0)
  const wantsFirst = useRef(false) // Enter came before the answer
  const { options, isReady, failure } = useOptions(typed, onNew !== undefined)
  const take = useCallback(
    (option: Option | undefined) => {
      if (option === undefined) return
      if (option.known === null) onNew?.(typed)
      else onChoose(option.known)
    },
    [onChoose, onNew, typed],
  )
  useEffect(() => {
    if (!wantsFirst.current || !isReady) return
    wantsFirst.current = false
    take(options[0])
  }, [isReady, options, take])
  const wait = (waits: boolean) => {
    wantsFirst.current = waits
    onWait?.(waits)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault()
      const step = event.key === "ArrowDown" ? 1 : -1
      setActive(Math.min(options.length - 1, Math.max(0, active + step)))
    }
    const isEnter = event.key === "Enter" && !event.ctrlKey && !event.metaKey
    if ((isEnter || (event.key === "Tab" && !event.shiftKey)) && typed.trim() !== "") {
      event.preventDefault()
      if (isReady) take(options[active])
      else wait(true)
    }
  }
  return (
    <div className={styles.finder}>
      <Field label={words.fields.customer} error={error}>
        {(ids) => (
          <input
            {...ids}
            className={controlClass}
            type="text"
            role="combobox"
            autoComplete="off"
            autoFocus={autoFocus}
            aria-expanded={options.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={options.length > 0 ? `${id}-${active}` : undefined}
            placeholder={words.fields.customerPlaceholder}
            value={typed}
            onKeyDown={press}
            onChange={(event) => {
              setTyped(event.target.value)
              setActive(0)
              wait(false)
            }}
          />
        )}
      </Field>
      {failure !== null && <Failure error={failure} what={words.fields.customerFailed} />}
      <Options id={id} options={options} active={active} typed={typed} onTake={take} />
    </div>
  )
}

function Options({
  id,
  options,
  active,
  typed,
  onTake,
}: {
  id: string
  options: readonly Option[]
  active: number
  typed: string
  onTake: (option: Option) => void
}) {
  return (
    <ul
      id={`${id}-list`}
      role="listbox"
      aria-label={words.fields.customer}
      className={styles.list}
      hidden={options.length === 0}
    >
      {options.map((option, index) => (
        <li
          key={option.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(option)}
        >
          {option.known === null ? (
            <b>{words.fields.newCustomer(typed.trim())}</b>
          ) : (
            <KnownOption customer={option.known} />
          )}
        </li>
      ))}
    </ul>
  )
}

function KnownOption({ customer }: { customer: KnownCustomer }) {
  const detail = [customer.company ?? "", ...customer.addresses.map((each) => each.shown)].filter((part) => part !== "")
  return (
    <>
      <b>{customer.name ?? words.ui.unnamed}</b> <span className="mute">{detail.join(" · ")}</span>
      {customer.owes > 0 && <span className={styles.owes}>{words.fields.customerOwes(customer.owes)}</span>}
    </>
  )
}

/** Who fits what was typed. Somebody new stands first where nobody on file clearly fits. */
function useOptions(typed: string, mayBeNew: boolean) {
  const wanted = typed.trim()
  const settled = useSettled(wanted)
  const found = useRead(listCustomers, { query: { q: settled, limit: SHOWN_MAX } }, { enabled: settled !== "" })
  if (wanted === "") return { options: [], isReady: false, failure: null }
  const isReady = settled === wanted && !found.isPlaceholderData && (found.isSuccess || found.isError)
  const people = (found.data?.items ?? []).filter((each) => each.erasedAt === null)
  const fitting = people.filter((each) => fitsTyped(each, wanted))
  const others = people.filter((each) => !fitsTyped(each, wanted))
  const fresh: Option[] = mayBeNew && isReady ? [{ key: "new", known: null }] : []
  const options = [
    ...fitting.map(asOption),
    ...(fitting.length === 0 ? [...fresh, ...others.map(asOption)] : [...others.map(asOption), ...fresh]),
  ]
  return { options, isReady, failure: found.error }
}

function asOption(customer: KnownCustomer): Option {
  return { key: customer.id, known: customer }
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
