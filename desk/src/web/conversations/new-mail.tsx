import { useNavigate } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import { beginConversation } from "../../contract/conversations.ts"
import { useHere } from "../here.tsx"
import { CustomerChoice } from "../log/customer-choice.tsx"
import type { ChosenCustomer } from "../log/found-customer.ts"
import { useAbout } from "../log/use-about.ts"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextField } from "../ui/field.tsx"
import { Icon } from "../ui/icon.tsx"
import { useKeys } from "../ui/keys.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"

const told = words.outbound.begin

type About = { readonly id: string; readonly name: string }

/** Begins a conversation: with this customer, or with whoever is chosen. W does the same. */
export function NewMailButton({ about }: { about?: About }) {
  const [isOpen, setOpen] = useState(false)
  useKeys("page", { W: { label: told.key, run: () => setOpen(true), foot: false } })
  return (
    <>
      {about === undefined ? (
        <Button small kind="quiet" title={told.button} aria-label={told.button} onClick={() => setOpen(true)}>
          <Icon name="plus" />
        </Button>
      ) : (
        <Button keys="W" onClick={() => setOpen(true)}>
          {told.button}
        </Button>
      )}
      {isOpen && <NewMailDialog {...(about === undefined ? {} : { about })} onClose={() => setOpen(false)} />}
    </>
  )
}

function NewMailDialog({ about, onClose }: { about?: About; onClose: () => void }) {
  const { slug } = useHere()
  const navigate = useNavigate()
  const begin = useChange(beginConversation)
  const { chosen, choose, mayChange, wait, orWait, submitIfWaited } = useAbout(about?.id)
  const [subject, setSubject] = useState("")
  const [isTried, setTried] = useState(false)
  const missing = missingOf(chosen)
  const submit = () => {
    if (orWait()) return
    setTried(true)
    if (chosen === null || missing !== null || subject.trim() === "" || begin.isPending) return
    begin.mutate(
      { body: { ...recipientOf(chosen), subject: subject.trim() } },
      {
        onSuccess: ({ id }) => {
          onClose()
          void navigate({ to: "/$slug/conversations/$conversationId", params: { slug, conversationId: id } })
        },
      },
    )
  }
  useEffect(() => submitIfWaited(submit))
  return (
    <Dialog
      title={told.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={told.does} busy={begin.isPending} />}
    >
      <CustomerChoice
        chosen={chosen}
        onChange={choose}
        onWait={wait}
        mayChange={mayChange}
        error={isTried && chosen === null ? told.customerMissing : null}
      />
      {isTried && chosen !== null && missing !== null && <p role="alert">{missing}</p>}
      <TextField
        label={told.subject}
        value={subject}
        maxLength={300}
        error={isTried && subject.trim() === "" ? told.subjectMissing : null}
        onChange={(event) => setSubject(event.target.value)}
      />
      {begin.isError && <Failure error={begin.error} what={told.failed} />}
    </Dialog>
  )
}

function missingOf(chosen: ChosenCustomer | null): string | null {
  return chosen?.kind === "new" && chosen.mail.trim() === "" ? told.addressMissing : null
}

function recipientOf(chosen: ChosenCustomer) {
  if (chosen.kind === "known") return { customerId: chosen.id }
  return { to: chosen.mail.trim(), ...(chosen.name.trim() === "" ? {} : { name: chosen.name.trim() }) }
}
