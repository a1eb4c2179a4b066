import { useState } from "react"
import { NewMailButton } from "../conversations/new-mail.tsx"
import { useHere } from "../here.tsx"
import { useLogDialogs } from "../log/log-dialogs.tsx"
import { Button, TextButton } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import page from "../ui/page.module.css"
import { instantOf, longDay } from "../ui/time.ts"
import { words } from "../words.ts"
import { CompanyLine } from "./company-line.tsx"
import { nameOf } from "./customer-name.ts"
import { EditCustomerDialog } from "./edit-customer-dialog.tsx"
import { EraseDialog } from "./erase-dialog.tsx"
import { HoldDialog } from "./hold-dialog.tsx"
import { StandingHold } from "./standing-hold.tsx"
import type { OpenCustomer } from "./use-customers.ts"

const told = words.customers

/** Who it is, and what can be done for, with and about them. */
export function CustomerHead({ customer }: { customer: OpenCustomer }) {
  const { member, slug, zone } = useHere()
  const dialogs = useLogDialogs()
  const [shown, setShown] = useState<"edit" | "erase" | "hold" | null>(null)
  const about = { customerId: customer.id }
  useKeys("page", {
    P: { label: told.newPromise.toLowerCase(), run: () => dialogs.newPromise(about), foot: false },
    C: { label: told.log.toLowerCase(), run: () => dialogs.log(about), foot: false },
  })
  const since = instantOf(customer.createdAt)
  const isErased = customer.erasedAt !== null
  return (
    <>
      <div className={page.head}>
        <h1>{nameOf(customer)}</h1>
        <CompanyLine customer={customer} />
        {since !== null && <span className="mute">{told.since(longDay(since, zone))}</span>}
        {!isErased && (
          <div className={page.end}>
            {customer.addresses.some((each) => each.kind === "mail") && !customer.noFirstMail && (
              <NewMailButton about={{ id: customer.id, name: customer.name ?? told.untitled }} />
            )}
            <Button keys="P" onClick={() => dialogs.newPromise(about)}>
              {told.newPromise}
            </Button>
            <Button keys="C" onClick={() => dialogs.log(about)}>
              {told.log}
            </Button>
          </div>
        )}
      </div>
      {!isErased && (
        <div className={page.lesser}>
          <TextButton onClick={() => setShown("edit")}>{told.edit}</TextButton>
          <a href={`/api/v1/customers/${customer.id}/export?workspace=${encodeURIComponent(slug)}`} download>
            {told.export}
          </a>
          <StandingHold hold={customer.hold} />
          {customer.hold?.of !== "customer" && member.role === "admin" && (
            <TextButton onClick={() => setShown("hold")}>{words.retention.holdThis}</TextButton>
          )}
          {member.role === "admin" && <TextButton onClick={() => setShown("erase")}>{told.erase}</TextButton>}
        </div>
      )}
      {shown === "edit" && <EditCustomerDialog customer={customer} onClose={() => setShown(null)} />}
      {shown === "hold" && (
        <HoldDialog
          of={{ customerId: customer.id }}
          title={words.retention.holdTitle(nameOf(customer))}
          hint={words.retention.holdHint}
          onClose={() => setShown(null)}
        />
      )}
      {shown === "erase" && <EraseDialog customer={customer} onClose={() => setShown(null)} />}
    </>
  )
}
