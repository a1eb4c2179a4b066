import {
  QueryClient,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  usePrefetchQuery,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type { UseMutationResult, UseQueryResult } from "@tanstack/react-query"
import { useRef } from "react"
import type { z } from "zod"
import type { Route } from "../contract/route.ts"
import { type AnswerOf, type AnyRoute, type InputOf, NoAnswer, Refusal, call } from "./api.ts"
import { useEdge } from "./edge.tsx"
import { useSlug } from "./here.tsx"
import { outliving } from "./outliving.ts"

/** A client that asks again only where nothing was heard: a refusal is an answer. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        retry: (count, error) => error instanceof NoAnswer && count < 3,
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  })
}

export type ReadOptions = { readonly enabled?: boolean; readonly keepPrevious?: boolean }

/** Reads with a GET route, in the workspace that the page is in. */
export function useRead<R extends AnyRoute>(
  route: R,
  input: Omit<InputOf<R>, "body"> = {},
  { enabled = true, keepPrevious = true }: ReadOptions = {},
): UseQueryResult<AnswerOf<R>> {
  const slug = useSlug()
  return useQuery<AnswerOf<R>>({
    queryKey: keyOf(slug, route, input),
    queryFn: ({ signal }) => call(route, input, { slug, signal }),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}

type Paged<Query, Item> = Route<
  z.ZodType,
  z.ZodType<unknown, Query>,
  z.ZodType,
  z.ZodType<{ items: Item[]; next: string | null }>
>

/** Reads a list with a GET route, page after page: all that were asked for, one after the other. */
export function usePages<Query extends { cursor?: string | undefined }, Item>(
  route: Paged<Query, Item>,
  query: Query,
  { enabled = true }: Pick<ReadOptions, "enabled"> = {},
) {
  const slug = useSlug()
  const read = useInfiniteQuery({
    queryKey: [...keyOf(slug, route, { query }), "pages"],
    queryFn: ({ pageParam, signal }) =>
      call(route, { query: pageParam === null ? query : { ...query, cursor: pageParam } }, { slug, signal }),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    enabled,
  })
  const items = read.data?.pages.flatMap((page) => page.items) ?? []
  const isEarlier = read.isPlaceholderData
  const isNothing = items.length === 0
  return {
    items,
    // That there was nothing of what was asked before says nothing of what is asked now.
    isLoading: read.isPending || (isEarlier && isNothing),
    /** What is there is of what was asked before. */
    isEarlier,
    isEmpty: read.isSuccess && !isEarlier && isNothing,
    error: read.error,
    retry: () => void read.refetch(),
    hasMore: read.hasNextPage,
    more: () => void read.fetchNextPage(),
  }
}

/** Before any cursor. */
function firstPage(): string | null {
  return null
}

/** Begins to read what a part of the page will ask for as soon as it is drawn. */
export function usePrefetch<R extends AnyRoute>(route: R, input: Omit<InputOf<R>, "body"> = {}): void {
  const slug = useSlug()
  usePrefetchQuery({
    queryKey: keyOf(slug, route, input),
    queryFn: ({ signal }) => call(route, input, { slug, signal }),
  })
}

/** What a query is stored under: workspace, first part of the path (what `useLive` refreshes by), path, parameters. */
export function keyOf<R extends AnyRoute>(slug: string | null, route: R, input: Omit<InputOf<R>, "body"> = {}) {
  const [, noun = ""] = route.path.split("/")
  return [slug, noun, route.path, input.params ?? null, input.query ?? null]
}

/**
 * Changes with a POST, PUT, PATCH or DELETE route. One idempotency key an intention: after a lost answer the same
 * input is sent with the same key, so that trying again is safe; after any answer a new key is taken.
 */
export function useChange<R extends AnyRoute>(route: R): UseMutationResult<AnswerOf<R>, Error, InputOf<R>> {
  const { newKey } = useEdge()
  const slug = useSlug()
  const client = useQueryClient()
  const attempt = useRef<{ input: string; key: string } | null>(null)
  return useMutation({
    mutationFn: async (input: InputOf<R>) => {
      const written = JSON.stringify(input)
      if (attempt.current?.input !== written) attempt.current = { input: written, key: newKey() }
      const { key } = attempt.current
      const answer = await outliving(written, (keepalive) => call(route, input, { slug, key, keepalive }))
      attempt.current = null
      return answer
    },
    onError: (error) => {
      if (error instanceof Refusal) attempt.current = null
    },
    onSuccess: () => client.invalidateQueries({ queryKey: [slug] }),
  })
}
