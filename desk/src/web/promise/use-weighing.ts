import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { createWeighing } from "../../contract/promise-weighings.ts"
import { call } from "../api.ts"
import { useSlug } from "../here.tsx"

/** A promise with a due time, to be weighed. */
export type WeighedDue = {
  readonly ownerId: string
  readonly deed: string
  readonly due: Temporal.Instant
  /** The promise that would get this due as its new date. */
  readonly promiseId?: string
}

/** Asks the desk; until it answers for a changed due time, what it said of the one before stays, with that one. */
export function useWeighing(asked: WeighedDue | null) {
  const slug = useSlug()
  const body = asked === null ? null : bodyOf(asked)
  return useQuery({
    queryKey: [slug, "promise-weighings", body],
    queryFn: async ({ signal }) => {
      if (asked === null || body === null) return null
      return { asked, weighed: await call(createWeighing, { body }, { slug, signal }) }
    },
    enabled: body !== null,
    placeholderData: keepPreviousData,
  })
}

function bodyOf({ ownerId, deed, due, promiseId }: WeighedDue) {
  return { ownerId, deed, dueUntil: due.toString(), ...(promiseId === undefined ? {} : { promiseId }) }
}
