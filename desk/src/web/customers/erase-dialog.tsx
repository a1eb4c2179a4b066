import { Link, useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { eraseCustomer, readErasure } from "../../contract/customers.ts"
import type { AnswerOf } from "../api.ts"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextField } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import styles from "./customers.module.css"
import type { OpenCustomer } from "./use-customers.ts"

const told = words.customers

/** Asks for the word, and says before it what of the team's own names the customer: afterwards nobody could find it. */
export function EraseDialog({ customer, onClose }: { customer: OpenCustomer; onClose: () => void }) {
  const { slug } = useHere()
  const navigate = useNavigate()
  const toast = useToast()
  const erase = useChange(eraseCustomer)
  const named = useRead(readErasure, { params: { customerId: customer.id } })
  const [typed, setTyped] = useState("")
  const [isTried, setTried] = useState(false)
  const isSure = typed.trim().toLowerCase() === "erase"
  const submit = () => {
    setTried(true)
    if (!isSure || erase.isPending) return
    erase.mutate(
      { params: { customerId: customer.id }, body: { confirm: "erase" } },
      {
        onSuccess: () => {
          toast({ text: told.eraseDone })
          onClose()
          void navigate({ to: "/$slug/customers", params: { slug } })
        },
      },
    )
  }
  return (
    <Dialog
      title={told.eraseTitle}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={told.eraseDoes} busy={erase.isPending} />}
    >
      <p>{told.eraseHint}</p>
      {named.data !== undefined && <NamedIn {...named.data} />}
      {named.isError && <Failure error={named.error} what={told.namedFailed} />}
      <TextField
        label={told.eraseLabel}
        value={typed}
        error={isTried && !isSure ? told.eraseMissing : null}
        onChange={(event) => setTyped(event.target.value)}
      />
      {erase.isError && <Failure error={erase.error} what={told.eraseFailed} />}
    </Dialog>
  )
}

type Named = AnswerOf<typeof readErasure>
type Naming = Named["stays"][number]

function NamedIn({ goes, stays }: Named) {
  return (
    <>
      <NamingList title={told.namedGoes} items={goes} />
      <NamingList title={told.namedStays} items={stays} linked />
    </>
  )
}

function NamingList({ title, items, linked = false }: { title: string; items: readonly Naming[]; linked?: boolean }) {
  if (items.length === 0) return null
  return (
    <section className={styles.named}>
      <h3>{title}</h3>
      <ul>
        {items.map((each) => (
          <li key={`${each.kind} ${each.id}`}>
            <span className="mute">{told.namedKind[each.kind]}</span>{" "}
            {linked ? <Place of={each} /> : <b>{each.title}</b>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Opened beside this page: whoever looks there has not erased yet. */
function Place({ of }: { of: Naming }) {
  const { slug } = useHere()
  const to = { params: { slug }, target: "_blank", children: of.title } as const
  switch (of.kind) {
    case "view":
    case "tag":
      return <Link to="/$slug/conversations" {...to} />
    case "reply":
      return <Link to="/$slug/settings/$part" {...to} params={{ slug, part: "replies" }} />
    case "fact":
      return <Link to="/$slug/facts" {...to} search={{ fact: of.id }} />
    case "rule":
      return <Link to="/$slug/protocol" {...to} search={{ part: "rules" }} />
    case "standing-promise":
      return <Link to="/$slug/protocol" {...to} search={{ part: "promises" }} />
    case "practice-case":
      return <Link to="/$slug/practice" {...to} search={{ case: of.id }} />
    case "document":
      return <Link to="/$slug/protocol" {...to} search={{ document: of.id }} />
  }
}
