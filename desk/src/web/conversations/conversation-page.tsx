import { useNavigate, useParams } from "@tanstack/react-router"
import { useEffect, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { useMentionsRead } from "../notices/use-mentions-read.ts"
import { readDraft } from "../../contract/drafts.ts"
import { readAfterSale } from "../../contract/orders.ts"
import { usePrefetch, useRead } from "../queries.ts"
import { useHere } from "../here.tsx"
import { useTeam } from "../promise/owner-field.tsx"
import { useKeys } from "../ui/keys.tsx"
import { Failure, Loading } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { ConversationHead } from "./conversation-head.tsx"
import { ConversationList } from "./conversation-list.tsx"
import styles from "./desk.module.css"
import { Composer } from "./draft/composer.tsx"
import { useDrafts } from "./draft/drafts.tsx"
import { Rail } from "./rail.tsx"
import { Thread } from "./thread.tsx"
import { useConversation, type OpenConversation } from "./use-conversation.ts"

const told = words.conversation

/** One conversation: the list, what was said and is being written, and what we owe this customer. */
export function ConversationPage() {
  const conversationId = useParams({ strict: false }).conversationId ?? ""
  return <Page key={conversationId} conversationId={conversationId} />
}

function Page({ conversationId }: { conversationId: string }) {
  const read = useConversation(conversationId)
  // Read beside the conversation: what is typed first must not come before what was written already.
  usePrefetch(readDraft, { params: { conversationId }, query: { kind: "reply" } })
  usePrefetch(readDraft, { params: { conversationId }, query: { kind: "note" } })
  const [isListOpen, setListOpen] = useState(false)
  const [part, setPart] = useState<"thread" | "owe">("thread")
  useMentionsRead(conversationId)
  useTitle(read.data?.customer.name ?? told.title)
  useKeys("page", {
    L: { label: told.list.toLowerCase(), run: () => setListOpen((open) => !open), foot: false },
    ...(isListOpen ? { Escape: { label: told.closeList, run: () => setListOpen(false), foot: false } } : {}),
  })
  return (
    <main id="main" className={styles.desk} data-list={isListOpen ? "open" : "closed"} data-part={part}>
      <section className={styles.listColumn} aria-label={told.title}>
        <ConversationList currentId={conversationId} onReveal={() => flushSync(() => setListOpen(true))} />
      </section>
      {read.data === undefined ? (
        <section className={styles.main}>
          <div className={styles.waiting}>
            {read.isError ? (
              <Failure error={read.error} what={told.failed} onRetry={() => void read.refetch()} />
            ) : (
              <Loading rows={5} />
            )}
          </div>
        </section>
      ) : read.data.id !== conversationId ? (
        <Leading to={read.data.id} />
      ) : (
        <Loaded conversation={read.data} part={part} onPart={setPart} onList={() => setListOpen((open) => !open)} />
      )}
    </main>
  )
}

/** It was merged into another: what is being written here is kept first, and then the other is open. */
function Leading({ to }: { to: string }) {
  const { slug } = useHere()
  const drafts = useDrafts()
  const navigate = useNavigate()
  const toast = useToast()
  useEffect(() => {
    const lead = async () => {
      await drafts.flushAll()
      toast({ text: words.merging.led })
      await navigate({
        to: "/$slug/conversations/$conversationId",
        params: { slug, conversationId: to },
        replace: true,
      })
    }
    void lead()
  }, [drafts, navigate, slug, to, toast])
  return (
    <section className={styles.main}>
      <div className={styles.waiting}>
        <Loading rows={5} />
      </div>
    </section>
  )
}

type LoadedProps = {
  readonly conversation: OpenConversation
  readonly part: "thread" | "owe"
  readonly onPart: (part: "thread" | "owe") => void
  readonly onList: () => void
}

function Loaded({ conversation, part, onPart, onList }: LoadedProps) {
  const { seenBy } = conversation
  const team = useTeam().filter(({ id }) => seenBy === null || seenBy.includes(id))
  const thread = useRef<HTMLDivElement>(null)
  const name = conversation.customer.name ?? told.untitled
  const owed = conversation.promises.filter((each) => each.state === "open" || each.state === "broken").length
  return (
    <>
      <section className={styles.main} aria-label={told.with(name)}>
        <ConversationHead
          conversation={conversation}
          team={team}
          onList={onList}
          parts={<Parts part={part} owed={owed} conversationId={conversation.id} onPart={onPart} />}
        />
        <div className={styles.threadPart}>
          <Thread conversation={conversation} place={thread} />
          <Composer
            conversation={conversation}
            members={team}
            onSent={() => thread.current?.focus({ preventScroll: true })}
          />
        </div>
      </section>
      <aside className={styles.rail} aria-label={told.rail.owe}>
        <Rail conversation={conversation} />
      </aside>
    </>
  )
}

type PartsProps = Pick<LoadedProps, "part" | "onPart"> & { readonly owed: number; readonly conversationId: string }

/** On phones there is room for one: what was said, or what we owe and what they asked to undo. */
function Parts({ part, owed, conversationId, onPart }: PartsProps) {
  const requests = useRead(readAfterSale, { params: { conversationId } }).data?.requests ?? []
  const asked = requests.find((each) => each.conversationId === conversationId && each.answeredAt === null)
  return (
    <fieldset className={styles.parts} aria-label={told.partsLabel}>
      <button type="button" aria-pressed={part === "thread"} onClick={() => onPart("thread")}>
        {told.thread}
      </button>
      <button type="button" aria-pressed={part === "owe"} onClick={() => onPart("owe")}>
        {told.weOwe} <span>{owed}</span>
        {asked !== undefined && <span className="ochre"> · {words.afterSale.requests[asked.kind]}</span>}
      </button>
    </fieldset>
  )
}
