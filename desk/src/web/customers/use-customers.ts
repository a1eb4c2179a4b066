import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import type { z } from "zod"
import { call } from "../api.ts"
import { listCustomers, type customer, type readCustomer } from "../../contract/customers.ts"
import { useHere } from "../here.tsx"
import { keyOf } from "../queries.ts"

export type Customer = z.output<typeof customer>
export type OpenCustomer = z.output<typeof readCustomer.answer>

const PAGE = 50 // customers

/** Customers that fit what was typed, page after page; all of them when nothing was. */
export function useCustomers(q: string) {
  const { slug } = useHere()
  const query = useInfiniteQuery({
    queryKey: [...keyOf(slug, listCustomers, { query: { q, limit: PAGE } }), "pages"],
    queryFn: ({ pageParam, signal }) =>
      call(
        listCustomers,
        {
          query: {
            limit: PAGE,
            ...(q === "" ? {} : { q }),
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
        },
        { slug, signal },
      ),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return {
    items,
    isLoading: query.isPending,
    isEmpty: query.isSuccess && items.length === 0,
    error: query.error,
    retry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    more: () => void query.fetchNextPage(),
  }
}

/** Before any cursor. */
function firstPage(): string | null {
  return null
}
