import { useMemo } from "react"
import { listWeighings } from "../../contract/promise-weighings.ts"
import type { Weighed } from "../promise/listed-promise.ts"
import { useRead } from "../queries.ts"

/** By promise: those of the next due whose honest date is after their due. */
export type AtRisk = ReadonlyMap<string, Weighed>

/** Today does not wait for it: the sums come when they are there, until then it is not known what is at risk. */
export function useAtRisk(): { readonly atRisk: AtRisk; readonly isKnown: boolean } {
  const { data } = useRead(listWeighings)
  const atRisk = useMemo(
    () => new Map(data?.items.filter((each) => each.atRisk).map((each) => [each.promiseId, each])),
    [data],
  )
  return { atRisk, isKnown: data !== undefined }
}
