import { useState } from "react"
import { addAddress, removeAddress } from "../../contract/customers.ts"
import { useChange } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import styles from "./customers.module.css"
import type { OpenCustomer } from "./use-customers.ts"

const told = words.customers

/** Under which addresses and numbers somebody reaches us and is reached. */
export function CustomerAddresses({ customer }: { customer: OpenCustomer }) {
  const remove = useChange(removeAddress)
  return (
    <section className={page.section}>
      <h2>{told.addresses}</h2>
      {customer.addresses.length === 0 && <p className={page.hint}>{told.noAddresses}</p>}
      <ul>
        {customer.addresses.map(({ id, kind, shown }) => (
          <li key={id} className={styles.address}>
            <span>{told.kind[kind]}</span>
            <b>{shown}</b>
            <TextButton
              aria-label={told.remove(shown)}
              onClick={() => remove.mutate({ params: { customerId: customer.id, addressId: id } })}
            >
              {told.removeShort}
            </TextButton>
          </li>
        ))}
      </ul>
      {remove.isError && <Failure error={remove.error} what={told.removeFailed} />}
      {customer.erasedAt === null && <AddAddress customerId={customer.id} />}
    </section>
  )
}

/** What holds an @ is a mail address, everything else a number. */
function AddAddress({ customerId }: { customerId: string }) {
  const add = useChange(addAddress)
  const [typed, setTyped] = useState("")
  const [isTried, setTried] = useState(false)
  const shown = typed.trim()
  const submit = () => {
    setTried(true)
    if (shown.length < 3) return
    add.mutate(
      { params: { customerId }, body: { kind: shown.includes("@") ? "mail" : "phone", shown } },
      {
        onSuccess: () => {
          setTyped("")
          setTried(false)
        },
      },
    )
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className={page.row} style={{ paddingTop: 10 }}>
        <div className={page.grow}>
          <TextField
            label={told.addAddress}
            value={typed}
            error={isTried && shown.length < 3 ? told.addressMissing : null}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button type="submit" held={add.isPending}>
          {told.addAddressDoes}
        </Button>
      </div>
      {add.isError && <Failure error={add.error} what={told.addAddressFailed} />}
    </form>
  )
}
