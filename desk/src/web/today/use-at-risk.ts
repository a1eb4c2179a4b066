import { useMemo } from "react"
import { listWeighings } from "../../contract/promise-weighings.ts"
import type { Weighed } from "../promise/listed-promise.ts"
import { useRead } from "../queries.ts"

/** By promise: those of the next due whose honest date is after their due. */
export type AtRisk = ReadonlyMap<string, Weighed>

/** Today does not wait for it: the sums come when they are there. */
export function useAtRisk(): AtRisk {
  const { data } = useRead(listWeighings)
  return useMemo(() => new Map(data?.items.filter((each) => each.atRisk).map((each) => [each.promiseId, each])), [data])
}
