import { useQuery, keepPreviousData } from "@tanstack/react-query"
import { type AnyRoute, type AnswerOf, type InputOf, call } from "../api.ts"
import { useHere } from "../here.tsx"

/**
 * What a file would change, as the desk says; asked again when the file is another. `input`: null while there is none.
 * `isCurrent` is false while what is shown is of the file before.
 */
export function usePreview<R extends AnyRoute>(
  route: R,
  input: InputOf<R> | null,
): { readonly preview: AnswerOf<R> | null; readonly isCurrent: boolean; readonly error: unknown } {
  const { slug } = useHere()
  const read = useQuery<AnswerOf<R>>({
    queryKey: ["preview", slug, route.path, input], // not under the workspace: no change there is worth sending it again
    queryFn: ({ signal }) => call(route, input ?? {}, { slug, signal }),
    enabled: input !== null,
    placeholderData: keepPreviousData,
    gcTime: 0, // a file may be large
  })
  if (input === null) return { preview: null, isCurrent: true, error: null }
  return { preview: read.data ?? null, isCurrent: read.isSuccess && !read.isPlaceholderData, error: read.error }
}
