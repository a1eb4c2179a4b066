import { useEffect, useRef, useState } from "react"
import { TextButton, Button } from "../../ui/button.tsx"
import { TextField } from "../../ui/field.tsx"
import { useKeys } from "../../ui/keys.tsx"
import { words } from "../../words.ts"
import type { OpenConversation } from "../use-conversation.ts"
import { addressesIn, wrongAddress } from "./addresses.ts"
import type { Draft } from "./draft.ts"
import styles from "./outbound.module.css"

const told = words.outbound.recipients

type Props = {
  readonly conversation: OpenConversation
  readonly draft: Pick<Draft, "cc" | "bcc">
  readonly onChange: (copies: Pick<Draft, "cc" | "bcc">) => void
}

/** Who gets the answer, and from which address: all of them are named, whatever the customer's mail said; its reader above. */
export function Recipients({ conversation, draft, onChange }: Props) {
  const [isOpen, setOpen] = useState(false)
  useKeys("page", { "Alt+c": { label: told.changeKey, run: () => setOpen(true), foot: false } })
  if (conversation.answersTo === null) return null
  return (
    <div className={styles.recipients} role="group" aria-label={told.label}>
      <p>
        <span>
          {told.to} <b>{conversation.answersTo}</b>
        </span>
        <Named label={told.cc} addresses={draft.cc} conversation={conversation} />
        <Named label={told.bcc} addresses={draft.bcc} conversation={conversation} />
        {conversation.answersFrom !== null && (
          <span>
            {told.from} {conversation.answersFrom}
          </span>
        )}
        {!isOpen && (
          <TextButton keys="Alt C" onClick={() => setOpen(true)}>
            {told.change}
          </TextButton>
        )}
      </p>
      {isOpen && <CopyFields draft={draft} onChange={onChange} onDone={() => setOpen(false)} />}
    </div>
  )
}

type NamedProps = {
  readonly label: string
  readonly addresses: readonly string[]
  readonly conversation: OpenConversation
}

function Named({ label, addresses, conversation }: NamedProps) {
  if (addresses.length === 0) return null
  return (
    <span>
      {label} <b>{addresses.map((address) => shownAs(address, conversation)).join(", ")}</b>
    </span>
  )
}

/** The name that somebody of the conversation has under this address; null when nobody gave one. */
export function nameAt(address: string, { messages }: OpenConversation): string | null {
  const boxes = messages.flatMap(({ from, to, cc, replyTo }) => [from, replyTo, ...to, ...cc])
  return boxes.findLast((box) => box?.name && box.address.toLowerCase() === address.toLowerCase())?.name ?? null
}

function shownAs(address: string, conversation: OpenConversation): string {
  const name = nameAt(address, conversation)
  return name === null ? address : `${name} <${address}>`
}

type FieldsProps = {
  readonly draft: Pick<Draft, "cc" | "bcc">
  readonly onChange: (copies: Pick<Draft, "cc" | "bcc">) => void
  readonly onDone: () => void
}

function CopyFields({ draft, onChange, onDone }: FieldsProps) {
  const [cc, setCc] = useState(draft.cc.join(", "))
  const [bcc, setBcc] = useState(draft.bcc.join(", "))
  const start = useRef<HTMLInputElement>(null)
  useEffect(() => start.current?.focus(), [])
  const write = (next: { cc: string; bcc: string }) => {
    setCc(next.cc)
    setBcc(next.bcc)
    onChange({ cc: addressesIn(next.cc), bcc: addressesIn(next.bcc) })
  }
  const [wrongCc, wrongBcc] = [wrongAddress(draft.cc), wrongAddress(draft.bcc)]
  useKeys("card", {
    Enter: { label: told.done.toLowerCase(), run: onDone, foot: false },
    Escape: { label: words.composer.back.toLowerCase(), run: onDone },
  })
  return (
    <div className={styles.copies}>
      <TextField
        ref={start}
        label={told.cc}
        hint={told.hint}
        value={cc}
        inputMode="email"
        error={wrongCc === null ? null : told.wrong(wrongCc)}
        onChange={(event) => write({ cc: event.target.value, bcc })}
      />
      <TextField
        label={told.bcc}
        hint={told.bccHint}
        value={bcc}
        inputMode="email"
        error={wrongBcc === null ? null : told.wrong(wrongBcc)}
        onChange={(event) => write({ cc, bcc: event.target.value })}
      />
      <Button small onClick={onDone}>
        {told.done}
      </Button>
    </div>
  )
}
