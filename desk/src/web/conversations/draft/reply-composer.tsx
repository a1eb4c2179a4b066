import type { Span } from "aboveboard-engine"
import { useId, useState, type RefObject } from "react"
import { useLinesPut } from "../../customer-page/put-into-draft.ts"
import { SayingNo } from "../../decline/saying-no.tsx"
import { Recommending } from "../../needs/recommending.tsx"
import { useHere } from "../../here.tsx"
import { Button } from "../../ui/button.tsx"
import { useKeys } from "../../ui/keys.tsx"
import { Failure, Notice } from "../../ui/states.tsx"
import { words } from "../../words.ts"
import { AttachedFiles } from "./attached-files.tsx"
import { AskingPart } from "./asking-part.tsx"
import styles from "./composer.module.css"
import { DraftPreview } from "./draft-preview.tsx"
import { DropArea } from "./drop-area.tsx"
import { DraftVersions, KeptLine } from "./draft-versions.tsx"
import { Editor } from "./editor.tsx"
import { FindingsList } from "./findings-list.tsx"
import { HeldDrafts } from "./held-drafts.tsx"
import { KeepsChooser } from "./keeps-chooser.tsx"
import type { Mark } from "./marks.ts"
import { NotePart, type OpenedNote } from "./note-part.tsx"
import { OtherWays } from "./other-ways.tsx"
import { Recipients } from "./recipients.tsx"
import { ReviewBar } from "./review-bar.tsx"
import { SavedReplyPart } from "./saved-reply-part.tsx"
import { SubjectField } from "./subject-field.tsx"
import { useReply, type ReplyInput } from "./use-reply.ts"
import { useSayReplying } from "./use-replying.ts"

type Props = ReplyInput & { readonly field: RefObject<HTMLTextAreaElement | null> }

/** An answer to the customer: what is written is read as it is typed, and promises get a person and a time before it leaves. */
export function ReplyComposer({ field, ...input }: Props) {
  const { settings } = useHere()
  const { composer } = words
  const reply = useReply(input)
  useLinesPut(input.conversation.id, reply.draft.text, reply.write)
  const { draft, sending, marks } = reply
  useSayReplying(input.conversation.id, draft.text)
  const [opened, setOpened] = useState<OpenedNote | null>(null)
  const listId = useId()
  const customer = input.conversation.customer.name ?? composer.newer.customer
  const asksFirst = sending.asking !== null && sending.asking.kind !== "empty"
  const isStoring = reply.attached.storing.length > 0
  const press = () => void (isStoring ? undefined : sending.press())
  const backToText = () => field.current?.focus()
  const go = (step: number) => setOpened(nextNote(marks, opened, step))
  const hasFindings = marks.some(({ number }) => number > 0)
  useTextKeys({ go, hasFindings, keepable: reply.keepable, toggle: reply.toggle, press })
  return (
    <DropArea onFiles={(files, at) => void reply.attached.take(files, at)}>
      <Recipients conversation={input.conversation} draft={draft} onChange={reply.copy} />
      {input.conversation.unsent && <SubjectField reply={reply} conversation={input.conversation} />}
      {reply.isBehind && sending.asking?.kind !== "newer" && <Arrived customer={customer} />}
      <HeldDrafts conversationId={input.conversation.id} written={draft.text} onWrite={reply.write} />
      <ReplyText
        reply={reply}
        label={composer.draftLabel(customer)}
        listId={listId}
        opened={opened}
        onOpen={setOpened}
        field={field}
      />
      <BesideTheText reply={reply} from={input.conversation.answersFrom} />
      <KeptLine {...reply.written} />
      <DraftVersions others={reply.written.others} keeper={reply.written.keeper} />
      <SavedReplyPart field={field} reply={reply} conversation={input.conversation} />
      <FindingsList
        id={listId}
        text={draft.text}
        marks={marks}
        isShown={!asksFirst}
        onOpen={(mark) => setOpened(mark === null ? null : { number: mark.number, takesFocus: false })}
        onChoose={(mark) => setOpened({ number: mark.number, takesFocus: true })}
        onBack={backToText}
      />
      {!asksFirst && <NotePart reply={reply} opened={opened} onOpen={setOpened} onBack={backToText} onAnyway={press} />}
      <SayingNo reply={reply} conversation={input.conversation} customer={customer} onPut={backToText} />
      <Recommending reply={reply} conversation={input.conversation} customer={customer} onPut={backToText} />
      <AskingPart
        text={draft.text}
        sending={sending}
        deeds={settings.deeds}
        customer={customer}
        messages={input.conversation.messages}
        onDecide={(finding) => {
          sending.back()
          setOpened(noteAbout(marks, finding))
        }}
        onBack={() => {
          sending.back()
          backToText()
        }}
      />
      <NotSent error={sending.error} onRetry={press} />
      <ReplyFoot reply={reply} asksFirst={asksFirst} onPress={press} />
    </DropArea>
  )
}

function NotSent({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (error === null) return null
  return (
    <div className={styles.notice}>
      <Failure error={error} what={words.composer.notSent} onRetry={onRetry} />
    </div>
  )
}

type TextProps = {
  readonly reply: ReturnType<typeof useReply>
  readonly label: string
  readonly listId: string
  readonly opened: OpenedNote | null
  readonly onOpen: (opened: OpenedNote | null) => void
  readonly field: RefObject<HTMLTextAreaElement | null>
}

function ReplyText({ reply: { draft, marks, write }, label, listId, opened, onOpen, field }: TextProps) {
  return (
    <div className={styles.draft}>
      <Editor
        value={draft.text}
        onChange={(text) => {
          onOpen(null)
          write(text)
        }}
        label={label}
        placeholder={words.composer.placeholder}
        marks={marks}
        describedBy={listId}
        opened={opened?.number ?? null}
        field={field}
        onCaret={(at) => onOpen(noteAt(marks, at))}
      />
    </div>
  )
}

/** The files that go with it, and how it will look. */
function BesideTheText({ reply, from }: { reply: ReturnType<typeof useReply>; from: string | null }) {
  const { files } = reply.attached
  return (
    <div className={styles.beside}>
      <AttachedFiles attached={reply.attached} />
      <DraftPreview
        text={reply.draft.text}
        from={from}
        pictureAt={(id) => files.find((file) => file.id === id)?.url ?? null}
      />
      <OtherWays />
    </div>
  )
}

/** The customer wrote on: said before anything is sent. */
function Arrived({ customer }: { customer: string }) {
  const { newer } = words.composer
  return (
    <div className={styles.notice}>
      <Notice title={newer.title(customer)}>{newer.arrived}</Notice>
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
          held={sending.busy || reply.attached.storing.length > 0 || reply.isEmpty || reply.isHeld || asksFirst}
          onClick={onPress}
        >
          {sending.busy ? composer.sending : composer.send}
        </Button>
      </ReviewBar>
    </>
  )
}

/** The finding that the caret stands in; null anywhere else. */
function noteAt(marks: readonly Mark[], at: number): OpenedNote | null {
  const found = marks.find(({ number, start, end }) => number > 0 && start <= at && at <= end)
  return found === undefined ? null : { number: found.number, takesFocus: false }
}

/** The note of what the review found there, ready for its single keys. */
function noteAbout(marks: readonly Mark[], { start, end }: Span): OpenedNote | null {
  const found = marks.find((mark) => mark.number > 0 && mark.start < end && start < mark.end)
  return found === undefined ? null : { number: found.number, takesFocus: true }
}

/** The next or previous finding, around the end; its note takes the focus, so that its single keys work. */
function nextNote(marks: readonly Mark[], opened: OpenedNote | null, step: number): OpenedNote | null {
  const numbered = marks.filter(({ number }) => number > 0)
  const at = numbered.findIndex(({ number }) => number === opened?.number)
  const next = numbered.at(at < 0 ? (step > 0 ? 0 : -1) : (at + step) % numbered.length)
  return next === undefined ? null : { number: next.number, takesFocus: true }
}

type TextKeys = {
  readonly go: (step: number) => void
  readonly hasFindings: boolean
  readonly keepable: readonly { readonly id: string }[]
  readonly toggle: (id: string) => void
  readonly press: () => void
}

/** Keys that act while the text has the focus: Ctrl Enter, Alt and a number, Alt ] and Alt [. */
function useTextKeys({ go, hasFindings, keepable, toggle, press }: TextKeys): void {
  const { composer } = words
  useKeys("page", {
    "Ctrl+Enter": { label: composer.send.toLowerCase(), run: press },
    "Alt+]": { label: composer.keys.next, run: () => go(1), foot: hasFindings },
    "Alt+[": { label: composer.keys.previous, run: () => go(-1), foot: false },
    ...Object.fromEntries(
      keepable.map((each, index) => [
        `Alt+${index + 1}`,
        { label: composer.keys.keeps(index + 1), run: () => toggle(each.id), foot: false },
      ]),
    ),
  })
}
