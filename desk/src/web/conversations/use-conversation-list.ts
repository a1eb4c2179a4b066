import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { z } from "zod"
import { call } from "../api.ts"
import { listConversations } from "../../contract/conversations.ts"
import { listViews } from "../../contract/tags.ts"
import { useHere } from "../here.tsx"
import { keyOf, useRead } from "../queries.ts"

export type ListFilter = "open" | "awaiting" | "mine" | "snoozed" | "closed" | "spam"
export type SavedView = z.output<typeof listViews.answer>["items"][number]

const PAGE = 50 // conversations
const PLACE = "aboveboard:list-filter"
export const LIST_FILTERS: readonly ListFilter[] = ["open", "awaiting", "mine", "snoozed", "closed", "spam"]

/** The list of conversations, page after page, with the filter or the saved view that was chosen last in this tab. */
export function useConversationList() {
  const { slug } = useHere()
  const [chosen, setChosen] = useState(kept)
  const views = useRead(listViews).data?.items
  const view = views?.find(({ id }) => id === chosen) ?? null
  const filter = LIST_FILTERS.find((each) => each === chosen) ?? "open"
  const asked = { ...(view === null ? { filter } : queryOf(view)), limit: PAGE }
  const query = useInfiniteQuery({
    queryKey: [...keyOf(slug, listConversations, { query: asked }), "pages"],
    queryFn: ({ pageParam, signal }) =>
      call(
        listConversations,
        { query: { ...asked, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        { slug, signal },
      ),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    // What was chosen may be a view: until the views are here, it is not known what to ask for.
    enabled: views !== undefined || chosen === filter,
  })
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return {
    filter: view === null ? filter : null,
    view,
    views: views ?? [],
    choose: (next: string) => {
      keep(next)
      setChosen(next)
    },
    items,
    isLoading: query.isPending,
    isEmpty: query.isSuccess && items.length === 0,
    error: query.error,
    retry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    more: () => void query.fetchNextPage(),
  }
}

function queryOf({ state, assignee, tag }: SavedView) {
  return { filter: state, assignee, ...(tag === null ? {} : { tag }) }
}

function kept(): string {
  try {
    return sessionStorage.getItem(PLACE) ?? "open"
  } catch {
    return "open"
  }
}

function keep(filter: string): void {
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
