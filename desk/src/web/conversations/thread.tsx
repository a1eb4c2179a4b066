import { useEffect, useLayoutEffect, useRef, type RefObject } from "react"
import { TextButton } from "../ui/button.tsx"
import { Empty, Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import { MessageView } from "./message-view.tsx"
import { MetQuestion } from "./met-question.tsx"
import { questionsOf } from "./met-questions.ts"
import { MoveLine, movesBetween } from "./move-line.tsx"
import styles from "./thread.module.css"
import { useEarlier } from "./use-earlier.ts"
import type { OpenConversation, ShownMessage } from "./use-conversation.ts"

/** What was said, oldest first, opened at the newest. */
export function Thread({
  conversation,
  place,
}: {
  conversation: OpenConversation
  place: RefObject<HTMLDivElement | null>
}) {
  const told = words.conversation
  const earlier = useEarlier(conversation)
  const messages = [...earlier.messages, ...conversation.messages]
  const hidden = earlier.messages.length === 0 ? conversation.earlier : earlier.left
  const questions = questionsOf(conversation)
  const moves = movesBetween(conversation.moves, messages, hidden === 0)
  useStayAtEnd(place, conversation.id, conversation.messages)
  return (
    <div className={styles.thread} ref={place} tabIndex={0} role="log" aria-label={told.thread} aria-live="off">
      <div className={styles.column}>
        {hidden > 0 && (
          <p className={styles.fold}>
            <TextButton onClick={earlier.more} disabled={earlier.isLoading}>
              {told.earlier(hidden)}
            </TextButton>
          </p>
        )}
        {earlier.error !== null && <Failure error={earlier.error} what={told.failed} onRetry={earlier.more} />}
        {messages.length === 0 && !conversation.unsent && <Empty title={told.noMessages} />}
        {messages.length === 0 && conversation.unsent && (
          <Empty title={words.outbound.begin.empty}>{words.outbound.begin.emptyHint}</Empty>
        )}
        {messages.map((message) => (
          <div key={message.id}>
            {moves.before.get(message.id)?.map((move) => (
              <MoveLine key={move.id} move={move} conversation={conversation} />
            ))}
            <MessageView message={message} conversation={conversation} />
            {questions
              .filter((each) => each.messageId === message.id)
              .map(({ promise }) => (
                <MetQuestion key={promise.id} promise={promise} messageId={message.id} />
              ))}
          </div>
        ))}
        {moves.last.map((move) => (
          <MoveLine key={move.id} move={move} conversation={conversation} />
        ))}
      </div>
    </div>
  )
}

/** Opens at the newest message, and goes there when one is added, unless the reader has scrolled up. */
function useStayAtEnd(
  place: RefObject<HTMLDivElement | null>,
  conversationId: string,
  messages: readonly ShownMessage[],
) {
  const newest = messages.at(-1)?.id
  const atEnd = useRef(true)
  useEffect(() => {
    const node = place.current
    if (node === null) return
    let seen = ""
    const look = () => {
      const { scrollHeight, scrollTop, clientHeight } = scrollerOf(node)
      const size = sizeOf(node)
      // A size that changed since is no reader's doing: what waits above the draft has come in between.
      if (size === seen || !atEnd.current) atEnd.current = scrollHeight - scrollTop - clientHeight < 80
      seen = size
    }
    node.addEventListener("scroll", look, { passive: true })
    window.addEventListener("scroll", look, { passive: true })
    const stay = new ResizeObserver((changed) => {
      // What grew by itself is followed; what the reader opened, as a quoted text, stays where they read it.
      // On a phone the thread is as high as what is in it, so its own height tells nothing of the draft.
      const isDraft = scrollerOf(node) === node && changed.some(({ target }) => target === node)
      if (atEnd.current && (isDraft || !node.contains(document.activeElement))) toEnd(node)
      seen = sizeOf(node)
    })
    stay.observe(node) // the draft below it grows
    if (node.firstElementChild !== null) stay.observe(node.firstElementChild) // a picture or a font has come
    return () => {
      node.removeEventListener("scroll", look)
      window.removeEventListener("scroll", look)
      stay.disconnect()
    }
  }, [place])
  useLayoutEffect(() => {
    toEnd(place.current)
    atEnd.current = true
  }, [place, conversationId])
  useLayoutEffect(() => {
    if (atEnd.current) toEnd(place.current)
  }, [place, newest])
}

function sizeOf(node: HTMLElement): string {
  const { scrollHeight, clientHeight } = scrollerOf(node)
  return `${scrollHeight} ${clientHeight}`
}

function toEnd(node: HTMLElement | null): void {
  if (node === null) return
  const scroller = scrollerOf(node)
  scroller.scrollTo({ top: scroller.scrollHeight, behavior: "instant" })
}

/** On a phone the page itself scrolls, with the draft below the thread; elsewhere the thread does. */
function scrollerOf(node: HTMLElement): HTMLElement {
  return getComputedStyle(node).overflowY === "visible" ? document.documentElement : node
}
