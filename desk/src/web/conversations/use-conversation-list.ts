import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { useState } from "react"
import { call } from "../api.ts"
import { listConversations } from "../../contract/conversations.ts"
import { useHere } from "../here.tsx"
import { keyOf } from "../queries.ts"

export type ListFilter = "open" | "awaiting" | "mine" | "snoozed" | "closed" | "spam"

const PAGE = 50 // conversations
const PLACE = "aboveboard:list-filter"
export const LIST_FILTERS: readonly ListFilter[] = ["open", "awaiting", "mine", "snoozed", "closed", "spam"]

/** The list of conversations, page after page, with the filter that was chosen last in this tab. */
export function useConversationList() {
  const { slug } = useHere()
  const [filter, setFilter] = useState(chosen)
  const query = useInfiniteQuery({
    queryKey: [...keyOf(slug, listConversations, { query: { filter, limit: PAGE } }), "pages"],
    queryFn: ({ pageParam, signal }) =>
      call(
        listConversations,
        { query: { filter, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        { slug, signal },
      ),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return {
    filter,
    choose: (next: string) => {
      const known = LIST_FILTERS.find((each) => each === next)
      if (known === undefined) return
      keep(known)
      setFilter(known)
    },
    items,
    openCount: query.data?.pages[0]?.openCount ?? null,
    isLoading: query.isPending,
    isEmpty: query.isSuccess && items.length === 0,
    error: query.error,
    retry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    more: () => void query.fetchNextPage(),
  }
}

function chosen(): ListFilter {
  try {
    return LIST_FILTERS.find((each) => each === sessionStorage.getItem(PLACE)) ?? "open"
  } catch {
    return "open"
  }
}

function keep(filter: ListFilter): void {
  try {
    sessionStorage.setItem(PLACE, filter)
  } catch {
    // Storage is off: the filter lasts as long as the page.
  }
}

/** Before any cursor. */
function firstPage(): string | null {
  return null
}
