import { useQueryClient } from "@tanstack/react-query"
import { useId, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from "react"
import { call } from "../../api.ts"
import { readConversation } from "../../../contract/conversations.ts"
import { sendMessage } from "../../../contract/messages.ts"
import { useHere } from "../../here.tsx"
import { keyOf, useChange } from "../../queries.ts"
import { Button } from "../../ui/button.tsx"
import { useKeys } from "../../ui/keys.tsx"
import { Failure, Notice } from "../../ui/states.tsx"
import { words } from "../../words.ts"
import type { OpenConversation } from "../use-conversation.ts"
import { AskingPart } from "./asking-part.tsx"
import { afterEdit } from "./decisions.ts"
import { Editor } from "./editor.tsx"
import { FindingsList } from "./findings-list.tsx"
import { KEEPS_MAX, KeepsChooser } from "./keeps-chooser.tsx"
import { marksOf, type Mark } from "./marks.ts"
import { ReviewBar } from "./review-bar.tsx"
import styles from "./composer.module.css"
import { useDraft, type Draft } from "./use-draft.ts"
import { useReview, type Reviewed } from "./use-review.ts"
import { useSeen } from "./use-seen.ts"
import { useSending, type SendBody } from "./use-sending.ts"
import { useSentToast } from "./use-sent-toast.ts"

type Props = {
  readonly conversation: OpenConversation
  readonly members: readonly { readonly id: string; readonly name: string }[]
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly onSent: () => void
}

/** An answer to the customer: what is written is read as it is typed, and promises get a person and a time before it leaves. */
export function ReplyComposer({ conversation, members, field, onSent }: Props) {
  const { slug, calendar, member, settings } = useHere()
  const [draft, change] = useDraft(slug, conversation.id)
  const { latest, reviewNow } = useReview(draft.text, {
    channel: conversation.channel === "chat" ? "chat" : "mail",
    previous: lastSaid(conversation),
    calendar,
  })
  const marks = useMarks(draft, latest)
  const [opened, setOpened] = useState<number | null>(null)
  const seen = useSeen(conversation.messages, draft.text.trim() !== "")
  const told = useSentToast(change)
  const sending = useSending({
    draft,
    change,
    reviewNow,
    desk: { calendar, me: { id: member.id, name: member.name }, members },
    seen,
    send: useSend(conversation.id),
    lookForNewer: useLookForNewer(conversation, seen.catchUp),
    onSent: (message, sent) => {
      told(message, sent)
      onSent()
    },
  })
  const keepable = keepableOf(conversation)
  const toggle = (id: string) =>
    change({
      ...draft,
      keeps: draft.keeps.includes(id) ? draft.keeps.filter((each) => each !== id) : [...draft.keeps, id],
    })
  const write = (text: string) => {
    sending.write()
    change({ text, decisions: afterEdit(draft.decisions, draft.text, text), keeps: draft.keeps })
  }
  const back = () => {
    sending.back()
    field.current?.focus()
  }
  const listId = useId()
  const press = () => void sending.press()
  const box = useRef<HTMLDivElement>(null)
  useKeys("page", { "Ctrl+Enter": { label: words.composer.send.toLowerCase(), run: press } })
  return (
    <div ref={box} onKeyDown={(event) => textKeys(event, { box: box.current, field: field.current, keepable, toggle })}>
      {seen.isBehind && sending.asking?.kind !== "newer" && (
        <div className={styles.notice}>
          <Notice title={words.composer.newer.title(conversation.customer.name ?? words.composer.newer.customer)}>
            {words.composer.newer.arrived}
          </Notice>
        </div>
      )}
      <div className={styles.draft}>
        <Editor
          value={draft.text}
          onChange={write}
          label={words.composer.draftLabel(conversation.customer.name ?? words.composer.newer.customer)}
          placeholder={words.composer.placeholder}
          marks={marks}
          describedBy={listId}
          opened={opened}
          field={field}
        />
      </div>
      <FindingsList id={listId} text={draft.text} marks={marks} onOpen={(mark) => setOpened(mark?.number ?? null)} />
      <AskingPart
        text={draft.text}
        sending={sending}
        deeds={settings.deeds}
        customer={conversation.customer.name}
        onBack={back}
      />
      {sending.error !== null && (
        <div className={styles.notice}>
          <Failure error={sending.error} what={words.composer.notSent} onRetry={press} />
        </div>
      )}
      <ReviewBar review={draft.text.trim() === "" ? null : (latest?.review ?? null)} decisions={draft.decisions}>
        <Button kind="main" keys="Ctrl Enter" held={sending.busy || draft.text.trim() === ""} onClick={press}>
          {sending.busy ? words.composer.sending : words.composer.send}
        </Button>
        {draft.text.trim() !== "" && <KeepsChooser open={keepable} chosen={draft.keeps} onToggle={toggle} />}
      </ReviewBar>
    </div>
  )
}

/** Open and broken promises to this customer that a message can keep. */
function keepableOf(conversation: OpenConversation) {
  return conversation.promises.filter((each) => each.state === "open" || each.state === "broken").slice(0, KEEPS_MAX)
}

function lastSaid({ messages }: OpenConversation): string | null {
  const last = messages.findLast((each) => each.kind !== "note")
  if (last?.kind !== "inbound" || last.text === null) return null
  const text = last.text
  return last.own.length === 0 ? text : last.own.map(({ start, end }) => text.slice(start, end)).join("\n")
}

/** Underlines of the last review, carried over what was typed since: they leave at once where the words changed. */
function useMarks(draft: Draft, latest: Reviewed | null): readonly Mark[] {
  return useMemo(() => {
    if (latest === null || draft.text.trim() === "") return []
    const before = afterEdit(draft.decisions, draft.text, latest.text)
    return afterEdit(marksOf(latest.review, before, words.composer.promiseWhy), latest.text, draft.text)
  }, [draft, latest])
}

function useSend(conversationId: string) {
  const { mutateAsync } = useChange(sendMessage)
  return async (body: SendBody) => await mutateAsync({ params: { conversationId }, body })
}

/** Fetches the conversation again; true when the customer wrote something that was not on the screen. */
function useLookForNewer(conversation: OpenConversation, catchUp: () => void) {
  const { slug } = useHere()
  const client = useQueryClient()
  return async () => {
    const input = { params: { conversationId: conversation.id }, query: {} }
    const fresh = await call(readConversation, input, { slug }).catch(() => null)
    if (fresh === null) return false
    client.setQueryData(keyOf(slug, readConversation, { params: input.params }), fresh)
    const known = conversation.messages.at(-1)?.seq ?? 0
    const isNewer = fresh.messages.some((each) => each.kind === "inbound" && each.seq > known)
    if (isNewer) catchUp()
    return isNewer
  }
}

type TextKeys = {
  readonly box: HTMLElement | null
  readonly field: HTMLTextAreaElement | null
  readonly keepable: readonly { readonly id: string }[]
  readonly toggle: (id: string) => void
}

/** Keys that act while the text has the focus: Alt and a number, Alt ] and Alt [; Esc leaves a finding or the text. */
function textKeys(event: KeyboardEvent, { box, field, keepable, toggle }: TextKeys): void {
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
  const kept = event.altKey && digit !== undefined ? keepable[Number(digit) - 1] : undefined
  if (kept !== undefined) {
    event.preventDefault()
    toggle(kept.id)
    return
  }
  const findings = [...(box?.querySelectorAll<HTMLElement>("[data-finding]") ?? [])]
  const at = findings.findIndex((each) => each === document.activeElement)
  if (event.altKey && (event.key === "]" || event.key === "[") && findings.length > 0) {
    event.preventDefault()
    const step = event.key === "]" ? at + 1 : at - 1
    findings.at(step < 0 ? -1 : step % findings.length)?.focus()
  } else if (event.key === "Escape" && at >= 0) {
    event.preventDefault()
    field?.focus()
  } else if (event.key === "Escape" && event.target === field) {
    field?.blur()
  }
}
