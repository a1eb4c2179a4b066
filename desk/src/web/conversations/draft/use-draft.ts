import { useCallback, useState } from "react"
import { z } from "zod"
import { declineInput } from "../../../contract/declines.ts"
import type { DeclineInput } from "../../decline/use-decline.ts"
import { recommendationInput } from "../../../contract/needs.ts"
import type { RecommendationInput } from "../../needs/use-recommendation.ts"
import type { Decision } from "./decisions.ts"

/** What a member is writing in one conversation, kept over a reload until it is sent. */
export type Draft = {
  readonly text: string
  readonly decisions: readonly Decision[]
  /** Open promises that the message keeps. */
  readonly keeps: readonly string[]
  /** The no that the message says; recorded with it. */
  readonly decline?: DeclineInput | undefined
  /** The saved reply that it was made from. */
  readonly replyId?: string | undefined
  /** What the message recommends; recorded with it. */
  readonly recommendation?: RecommendationInput | undefined
}

export const EMPTY_DRAFT: Draft = { text: "", decisions: [], keeps: [] }

/** The draft of a conversation, and how to change it. It lives in this tab's storage; draw anew for another conversation. */
export function useDraft(slug: string, conversationId: string): [Draft, (next: Draft) => void] {
  const place = `aboveboard:draft:${slug}:${conversationId}`
  const [draft, setDraft] = useState(() => read(place))
  const change = useCallback(
    (next: Draft) => {
      setDraft(next)
      write(place, next)
    },
    [place],
  )
  return [draft, change]
}

const decision = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none"), start: z.number(), end: z.number() }),
  z.object({
    kind: z.literal("captured"),
    start: z.number(),
    end: z.number(),
    terms: z.object({
      deed: z.string(),
      ownerId: z.string(),
      due: z.object({ until: z.string(), words: z.string() }).nullable(),
      condition: z.string().nullable(),
    }),
  }),
])

const stored = z.object({
  text: z.string(),
  decisions: z.array(decision),
  keeps: z.array(z.string()),
  decline: declineInput.optional(),
  replyId: z.string().optional(),
  recommendation: recommendationInput.optional(),
})

function read(place: string): Draft {
  try {
    return stored.parse(JSON.parse(sessionStorage.getItem(place) ?? ""))
  } catch {
    return EMPTY_DRAFT // nothing kept, or not readable: an empty draft is the honest answer
  }
}

function write(place: string, draft: Draft): void {
  try {
    if (draft.text === "" && draft.keeps.length === 0) sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, JSON.stringify(draft))
  } catch {
    // Storage is full or switched off: the draft still lives in the page.
  }
}
