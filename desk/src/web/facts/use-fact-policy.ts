import { useQuery } from "@tanstack/react-query"
import type { Fact, Policy, Review } from "aboveboard-engine"
import { useMemo } from "react"
import { readFactBook } from "../../contract/fact-book.ts"
import { type Dismissed, softenedOn, withoutDismissed } from "../../ledger/claim.ts"
import { withOpenPlaces } from "../../ledger/open-places.ts"
import type { Filling } from "../../ledger/saved-reply.ts"
import { useEdge } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useOwnRules } from "../own-rules/use-own-rules.ts"
import { useRead } from "../queries.ts"
import { useUndertakings } from "../undertakings/use-undertakings.ts"

/** What a draft is compared with in the browser: the same book, rules and dismissals as the desk's own review. */
export type FactPolicy = {
  readonly policy: Omit<Policy, "calendar">
  readonly dismissed: readonly Dismissed[]
  /** How many facts hold today; null while the book is empty or has not come yet. */
  readonly count: number | null
  /** The version that a claim was compared with. */
  /** What holds today, with the day as the shop counts it. */
  readonly current: readonly CurrentFact[]
  readonly factOf: (bookId: string | undefined) => Fact | null
}

/** Every answer leaves as a mail, whatever its conversation began with: so it is reviewed as one, here and when it is sent. */
export const SENT_BY = "mail" as const

/** The book is fetched once and again when it changed; what is made of it is made once for each change. */
export function useFactPolicy(): FactPolicy {
  const { clock } = useEdge()
  const { settings } = useHere()
  const { data } = useRead(readFactBook)
  const hasFacts = data !== undefined && data.facts.length > 0
  const { data: compare } = useQuery({
    queryKey: ["what compares with facts"],
    queryFn: () => import("./with-book.ts"),
    enabled: hasFacts,
    staleTime: Infinity,
    structuralSharing: false,
  })
  const facts = useMemo(
    () => (hasFacts && compare !== undefined ? compare.withBook(data) : null),
    [hasFacts, compare, data],
  )
  const own = useOwnRules(data?.ownRules)
  const model = useUndertakings()
  const softened = useMemo(() => softenedOn(settings.rules, SENT_BY), [settings.rules])
  const today = clock.minute().toZonedDateTimeISO(settings.zone).toPlainDate().toString()
  const count = useMemo(() => facts?.inForce(today) ?? null, [facts, today])
  return useMemo(
    () => ({
      policy: { softened, ...model, ...(own === null ? {} : { rules: own }), ...facts?.policy },
      dismissed: data?.dismissed ?? [],
      count,
      current: currentOf(facts?.byId.values(), today),
      factOf: (id) => (id === undefined ? null : (facts?.byId.get(id) ?? null)),
    }),
    [softened, own, model, facts, data?.dismissed, count, today],
  )
}

/** The review as the desk makes it too: without what was dismissed here, with places of saved replies that were left open. */
export function seenReview(review: Review, text: string, { dismissed, policy }: FactPolicy): Review {
  return withOpenPlaces(withoutDismissed(review, text, dismissed), text, policy.softened ?? {})
}

/** A fact as a saved reply is filled with it. */
export type CurrentFact = Filling["facts"][number]

function currentOf(facts: Iterable<Fact> | undefined, today: string): readonly CurrentFact[] {
  return [...(facts ?? [])].flatMap((fact) => {
    const { validFrom = "", validUntil = "9999" } = fact
    if (validFrom > today || validUntil < today) return []
    return [{ ...fact, aliases: fact.aliases ?? [], unit: fact.unit ?? null, scope: fact.scope ?? {} }]
  })
}
