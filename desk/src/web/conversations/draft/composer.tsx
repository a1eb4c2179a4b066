import { Link } from "@tanstack/react-router"
import { useRef, useState } from "react"
import { flushSync } from "react-dom"
import { useHere } from "../../here.tsx"
import { Kbd } from "../../ui/kbd.tsx"
import { useKeys } from "../../ui/keys.tsx"
import { words } from "../../words.ts"
import type { OpenConversation } from "../use-conversation.ts"
import styles from "./composer.module.css"
import { NoteComposer } from "./note-composer.tsx"
import { nameAt } from "./recipients.tsx"
import { ReplyingLine } from "./replying-line.tsx"
import { ReplyComposer } from "./reply-composer.tsx"

type Props = {
  readonly conversation: OpenConversation
  readonly members: readonly { readonly id: string; readonly name: string }[]
  readonly onSent: () => void
}

/** Where an answer or a note is written; R and I choose. */
export function Composer({ conversation, members, onSent }: Props) {
  const [kind, setKind] = useState<"reply" | "note">("reply")
  const field = useRef<HTMLTextAreaElement>(null)
  const choose = (next: "reply" | "note") => {
    // Drawn at once: what is typed right after the key belongs into the field, and is no key.
    flushSync(() => setKind(next))
    field.current?.focus()
  }
  useKeys("page", {
    R: { label: words.composer.reply.toLowerCase(), run: () => choose("reply") },
    I: { label: words.composer.note.toLowerCase(), run: () => choose("note") },
  })
  return (
    <section
      className={styles.composer}
      data-kind={kind}
      aria-label={kind === "reply" ? words.composer.reply : words.composer.note}
    >
      <div className={styles.to}>
        <Recipient conversation={conversation} kind={kind} />
        <fieldset className={styles.kinds} aria-label={words.composer.kindLabel}>
          <button type="button" aria-pressed={kind === "reply"} onClick={() => choose("reply")}>
            {words.composer.reply} <Kbd keys="R" />
          </button>
          <button type="button" aria-pressed={kind === "note"} onClick={() => choose("note")}>
            {words.composer.note} <Kbd keys="I" />
          </button>
        </fieldset>
      </div>
      <ReplyingLine conversationId={conversation.id} />
      {kind === "note" ? (
        <NoteComposer conversationId={conversation.id} field={field} onSaved={() => setKind("reply")} />
      ) : conversation.answersTo === null ? (
        <NoAddress conversation={conversation} />
      ) : (
        <ReplyComposer
          key={conversation.id}
          conversation={conversation}
          members={members}
          field={field}
          onSent={onSent}
        />
      )}
    </section>
  )
}

function Recipient({ conversation, kind }: { conversation: OpenConversation; kind: "reply" | "note" }) {
  const { member } = useHere()
  const { answersTo, customer } = conversation
  const named = answersTo === null ? null : nameAt(answersTo, conversation)
  const name = named ?? customer.name ?? answersTo ?? words.composer.newer.customer
  if (kind === "note") return <p>{words.composer.noteTo}</p>
  if (conversation.answersTo === null) return <p>{words.composer.reply}</p>
  const { before, between } = words.composer.replyTo
  return (
    <p>
      {conversation.unsent ? words.outbound.begin.before : before}
      <b title={conversation.answersTo}>{name}</b>
      {between}
      <b>{member.name}</b>
    </p>
  )
}

function NoAddress({ conversation }: { conversation: OpenConversation }) {
  const { slug } = useHere()
  const name = conversation.customer.name ?? words.composer.newer.customer
  return (
    <p className={styles.noAddress}>
      {words.composer.noAddress(name)}{" "}
      <Link to="/$slug/customers/$customerId" params={{ slug, customerId: conversation.customer.id }}>
        {words.composer.addAddress}
      </Link>
    </p>
  )
}
