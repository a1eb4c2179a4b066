import { useQueryClient } from "@tanstack/react-query"
import { useMemo } from "react"
import { call } from "../../api.ts"
import { readConversation } from "../../../contract/conversations.ts"
import { sendMessage } from "../../../contract/messages.ts"
import { greeting } from "../../../ledger/greeting.ts"
import { useFactPolicy } from "../../facts/use-fact-policy.ts"
import { stillSaysNo } from "../../decline/still-says-no.ts"
import type { DeclineInput } from "../../decline/use-decline.ts"
import type { RecommendationInput } from "../../needs/use-recommendation.ts"
import { useHere } from "../../here.tsx"
import { keyOf, useChange } from "../../queries.ts"
import { words } from "../../words.ts"
import type { OpenConversation } from "../use-conversation.ts"
import { type Draft } from "./draft.ts"
import { useOutbound } from "./use-outbound.ts"
import type { DraftKeeper } from "./draft-keeper.ts"
import { afterEdit } from "./decisions.ts"
import { marksOf, type Mark } from "./marks.ts"
import { reviewByDesk } from "./review-by-desk.ts"
import { openFindings } from "./stage.ts"
import { useDraft } from "./use-draft.ts"
import { useReview, type Reviewed } from "./use-review.ts"
import { useSeen } from "./use-seen.ts"
import { useSending, type SendBody } from "./use-sending.ts"
import { useSentToast } from "./use-sent-toast.ts"

export type ReplyInput = {
  readonly conversation: OpenConversation
  readonly members: readonly { readonly id: string; readonly name: string }[]
  readonly onSent: () => void
}

const KEEPS_MAX = 9 // one digit each

/** Everything about an answer under way: its words, what the review says of them, and its way out. */
export function useReply({ conversation, members, onSent }: ReplyInput) {
  const { slug, calendar, member } = useHere()
  const written = useDraft(conversation.id, "reply")
  const { keeper } = written
  const { draft, change, attached, copy, writeSubject } = useOutbound(written, conversation)
  const facts = useFactPolicy()
  const reading = { previous: lastSaid(conversation), calendar, facts, scope: conversation.scope }
  const { latest, reviewNow } = useReview(draft.text, reading)
  const isEmpty = draft.text.trim() === ""
  const seen = useSeen(conversation.messages, !isEmpty)
  const told = useSentToast(change)
  const sending = useSending({
    draft,
    change,
    reviewNow,
    desk: { calendar, me: { id: member.id, name: member.name }, members },
    seen,
    send: useSend(conversation.id, keeper),
    lookForNewer: useLookForNewer(conversation, seen.catchUp),
    reviewByDesk: (text) => reviewByDesk(slug, { text, scope: conversation.scope }),
    onSent: (message, sent) => {
      told(message, sent)
      onSent()
    },
  })
  const write = (text: string) => {
    sending.write()
    const { decline, recommendation, replyId, ...rest } = draft
    const decisions = afterEdit(draft.decisions, draft.text, text)
    // Words that are all gone say and recommend nothing, and come from no saved reply.
    const no = decline !== undefined && stillSaysNo(text, decline) ? { decline } : {}
    change({ ...rest, text, decisions, ...(text.trim() === "" ? {} : { ...no, recommendation, replyId }) })
  }
  /** What was composed comes after what is written already, or after a greeting. */
  const append = (words: string, part: Pick<Draft, "decline" | "recommendation">) => {
    const before = isEmpty ? greeting(conversation.customer.name) : draft.text.trimEnd()
    const text = `${before}\n\n${words}`
    sending.write()
    change({ ...draft, text, decisions: afterEdit(draft.decisions, draft.text, text), ...part })
  }
  const review = isEmpty ? null : (latest?.review ?? null)
  return {
    draft,
    written,
    attached,
    copy,
    writeSubject,
    isEmpty,
    review,
    factCount: facts.count,
    isHeld: review !== null && openFindings(review, draft.decisions).some((each) => each.severity === "hold"),
    marks: useMarks(draft, latest),
    isBehind: seen.isBehind,
    sending,
    keepable: keepableOf(conversation),
    toggle: (id: string) => change({ ...draft, keeps: toggled(draft.keeps, id) }),
    write,
    sayNo: (said: string, decline: DeclineInput) => append(said, { decline }),
    dropNo: () => change({ ...draft, decline: undefined }),
    recommend: (said: string, recommendation: RecommendationInput) => append(said, { recommendation }),
    dropRecommendation: () => change({ ...draft, recommendation: undefined }),
    factOf: facts.factOf,
    facts,
    /** Takes a saved reply into the draft, and remembers which. */
    writeFrom: (text: string, replyId: string) => {
      sending.write()
      change({ ...draft, text, decisions: afterEdit(draft.decisions, draft.text, text), replyId })
    },
  }
}

/** Open and broken promises to this customer that a message can keep. */
function keepableOf(conversation: OpenConversation) {
  return conversation.promises.filter((each) => each.state === "open" || each.state === "broken").slice(0, KEEPS_MAX)
}

function toggled(chosen: readonly string[], id: string): readonly string[] {
  return chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]
}

function lastSaid({ messages }: OpenConversation): string | null {
  const last = messages.findLast((each) => each.kind !== "note")
  if (last?.kind !== "inbound" || last.by.kind === "desk" || last.text === null) return null
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

/** The draft is kept first, so that the desk can empty it in the message's own transaction. */
function useSend(conversationId: string, keeper: DraftKeeper) {
  const { mutateAsync } = useChange(sendMessage)
  return async (body: SendBody) => {
    const revision = await keeper.flush()
    const draft = revision === null ? {} : { draftRevision: revision }
    const message = await mutateAsync({ params: { conversationId }, body: { ...body, ...draft } })
    if (revision !== null) keeper.sent(revision)
    return message
  }
}

/** Fetches the conversation again; true when the customer wrote something that was not on the screen. */
function useLookForNewer(conversation: OpenConversation, catchUp: () => void) {
  const { slug } = useHere()
  const client = useQueryClient()
  return async () => {
    const params = { conversationId: conversation.id }
    const fresh = await call(readConversation, { params }, { slug }).catch(() => null)
    if (fresh === null) return false
    client.setQueryData(keyOf(slug, readConversation, { params }), fresh)
    const known = conversation.messages.at(-1)?.seq ?? 0
    const isNewer = fresh.messages.some((each) => each.kind === "inbound" && each.seq > known)
    if (isNewer) catchUp()
    return isNewer
  }
}
