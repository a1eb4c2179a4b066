import type { DeclineWords } from "../../ledger/decline.ts"
import type { Channel, WaitingOn } from "../../ledger/entry.ts"
import type { Fit } from "../../ledger/recommendation.ts"

/** A time around now: "-3d 16:40" is that clock time three working days ago, "+48m" or "-2h15m" is in working time. */
export type When = string

export type TeamName = "priya" | "tom" | "callum" | "ines" | "you"

/** What one customer and the shop had to do with each other, in order of time. */
export type Story = {
  /** A key of people.ts. */
  readonly customer: string
  readonly channel: Channel
  readonly subject?: string
  /** Who has the conversation; nobody, unless it is given. */
  readonly has?: TeamName
  readonly steps: readonly Step[]
}

/** A promise of a text, in the order of its [brackets]; {due} in there becomes the words for its due time. */
export type Said = {
  /** What later steps call it. */
  readonly key: string
  readonly deed: string
  /** Left out while a condition is unmet. */
  readonly due?: When
  readonly condition?: string
  /** The author, unless it is given. */
  readonly owner?: TeamName
}

export type SampleFile = { readonly name: string; readonly type: string; readonly content: string }

export type Step = { readonly at: When } & (Talk | Turn)

/** What is said and written. */
export type Talk =
  | {
      readonly does: "writes"
      readonly text: string
      readonly html?: string
      readonly files?: readonly SampleFile[]
      /** Quotes our last message below, as mail programs do. */
      readonly quotes?: true
      /** An automatic answer. */
      readonly automatic?: true
      /** Words of it that say what they need. */
      readonly needs?: readonly string[]
      /** It asks to undo an order: what the refund that the desk proposes is called. */
      readonly refund?: string
    }
  | {
      readonly does: "answers"
      readonly by: TeamName
      readonly text: string
      readonly promises?: readonly Said[]
      readonly keeps?: readonly string[]
      /** Taken back within the ten seconds. */
      readonly undone?: true
      /** Sent in spite of a hold, and why. */
      readonly despite?: string
      readonly recommends?: {
        readonly product: string
        /** Facts by "subject attribute", as in `fits`. */
        readonly prices: readonly string[]
        readonly total: string
        readonly fits: readonly { readonly need: string; readonly fit: Fit; readonly fact?: string }[]
      }
    }
  | (DeclineWords & {
      readonly does: "says no"
      readonly by: TeamName
      /** In their last message. */
      readonly asked: string
      readonly fact?: string
      readonly rule?: string
    })
  | {
      readonly does: "logs a call" | "logs a visit"
      readonly by: TeamName
      readonly text: string
      readonly promises?: readonly Said[]
      readonly keeps?: readonly string[]
      /** What the review finds in the text besides, in its order. */
      readonly proposes?: readonly string[]
    }
  | { readonly does: "notes"; readonly by: TeamName; readonly text: string }
  | { readonly does: "bounces"; readonly reason: string }
  | { readonly does: "closes"; readonly by: TeamName }
  | { readonly does: "puts aside"; readonly by: TeamName; readonly until: When }

/** What a promise goes through. */
export type Turn = { readonly promise: string; readonly by: TeamName } & (
  | { readonly does: "keeps"; readonly note: string; readonly customerSaid?: true }
  | {
      readonly does: "renegotiates"
      readonly successor: string
      readonly due: When
      readonly words: string
      readonly reason: string
      readonly agreed: boolean
    }
  | { readonly does: "releases"; readonly reason: string }
  | { readonly does: "reopens"; readonly why: "disputed" | "mistake"; readonly note: string }
  | { readonly does: "hands over"; readonly to: TeamName; readonly note: string }
  | { readonly does: "waits"; readonly on: WaitingOn; readonly note: string }
  | { readonly does: "meets the condition"; readonly due: When }
  | { readonly does: "confirms"; readonly owner: TeamName; readonly due: When }
  | { readonly does: "dismisses"; readonly why: string }
)
