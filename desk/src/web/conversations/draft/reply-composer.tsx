import { useId, useRef, useState, type RefObject } from "react"
import { useLinesPut } from "../../customer-page/put-into-draft.ts"
import { useHere } from "../../here.tsx"
import { Button } from "../../ui/button.tsx"
import { useKeys } from "../../ui/keys.tsx"
import { Failure, Notice } from "../../ui/states.tsx"
import { words } from "../../words.ts"
import { AskingPart } from "./asking-part.tsx"
import styles from "./composer.module.css"
import { Editor } from "./editor.tsx"
import { FindingsList } from "./findings-list.tsx"
import { KeepsChooser } from "./keeps-chooser.tsx"
import { ReviewBar } from "./review-bar.tsx"
import { useReply, type ReplyInput } from "./use-reply.ts"

type Props = ReplyInput & { readonly field: RefObject<HTMLTextAreaElement | null> }

/** An answer to the customer: what is written is read as it is typed, and promises get a person and a time before it leaves. */
export function ReplyComposer({ field, ...input }: Props) {
  const { settings } = useHere()
  const { composer } = words
  const reply = useReply(input)
  useLinesPut(input.conversation.id, reply.draft.text, reply.write)
  const { draft, sending, marks } = reply
  const [opened, setOpened] = useState<number | null>(null)
  const listId = useId()
  const box = useRef<HTMLDivElement>(null)
  const customer = input.conversation.customer.name ?? composer.newer.customer
  const asksFirst = sending.asking !== null && sending.asking.kind !== "newer" && sending.asking.kind !== "empty"
  const press = () => void sending.press()
  const backToText = () => field.current?.focus()
  useTextKeys({ box, keepable: reply.keepable, toggle: reply.toggle, press })
  return (
    <div ref={box}>
      {reply.isBehind && sending.asking?.kind !== "newer" && (
        <div className={styles.notice}>
          <Notice title={composer.newer.title(customer)}>{composer.newer.arrived}</Notice>
        </div>
      )}
      <div className={styles.draft}>
        <Editor
          value={draft.text}
          onChange={reply.write}
          label={composer.draftLabel(customer)}
          placeholder={composer.placeholder}
          marks={marks}
          describedBy={listId}
          opened={opened}
          field={field}
        />
      </div>
      <FindingsList
        id={listId}
        text={draft.text}
        marks={marks}
        isShown={!asksFirst}
        onOpen={(mark) => setOpened(mark?.number ?? null)}
        onBack={backToText}
      />
      <AskingPart
        text={draft.text}
        sending={sending}
        deeds={settings.deeds}
        customer={customer}
        onBack={() => {
          sending.back()
          backToText()
        }}
      />
      {sending.error !== null && (
        <div className={styles.notice}>
          <Failure error={sending.error} what={composer.notSent} onRetry={press} />
        </div>
      )}
      <ReplyFoot reply={reply} asksFirst={asksFirst} onPress={press} />
    </div>
  )
}

type FootProps = {
  readonly reply: ReturnType<typeof useReply>
  readonly asksFirst: boolean
  readonly onPress: () => void
}

/** What the message keeps, the verdict, and the way out. */
function ReplyFoot({ reply: { draft, sending, ...reply }, asksFirst, onPress }: FootProps) {
  const { composer } = words
  return (
    <>
      {!reply.isEmpty && !asksFirst && (
        <KeepsChooser open={reply.keepable} chosen={draft.keeps} onToggle={reply.toggle} />
      )}
      <ReviewBar review={reply.review} factCount={reply.factCount} decisions={draft.decisions}>
        {reply.isHeld && sending.asking?.kind !== "hold" && (
          <Button kind="quiet" onClick={onPress}>
            {composer.sendAnyway}
          </Button>
        )}
        <Button
          kind="main"
          keys="Ctrl Enter"
          held={sending.busy || reply.isEmpty || reply.isHeld || asksFirst}
          onClick={onPress}
        >
          {sending.busy ? composer.sending : composer.send}
        </Button>
      </ReviewBar>
    </>
  )
}

type TextKeys = {
  readonly box: RefObject<HTMLElement | null>
  readonly keepable: readonly { readonly id: string }[]
  readonly toggle: (id: string) => void
  readonly press: () => void
}

/** Keys that act while the text has the focus: Ctrl Enter, Alt and a number, Alt ] and Alt [. */
function useTextKeys({ box, keepable, toggle, press }: TextKeys): void {
  const { composer } = words
  const go = (step: number) => {
    const findings = [...(box.current?.querySelectorAll<HTMLElement>("[data-finding]") ?? [])]
    const at = findings.findIndex((each) => each === document.activeElement)
    const to = at < 0 ? (step > 0 ? 0 : -1) : (at + step) % Math.max(findings.length, 1)
    findings.at(to)?.focus()
  }
  useKeys("page", {
    "Ctrl+Enter": { label: composer.send.toLowerCase(), run: press },
    "Alt+]": { label: composer.keys.next, run: () => go(1), foot: false },
    "Alt+[": { label: composer.keys.previous, run: () => go(-1), foot: false },
    ...Object.fromEntries(
      keepable.map((each, index) => [
        `Alt+${index + 1}`,
        { label: composer.keys.keeps(index + 1), run: () => toggle(each.id), foot: false },
      ]),
    ),
  })
}
