import type { ClaimKind } from "../review-format.ts"
import type { Value } from "./value.ts"

/** The kind of a claim by the value of the fact that it is laid beside. */
export function kindOf(value: Value | null): ClaimKind {
  if (value === null) return "other"
  if (value.kind === "money" || value.kind === "percent") return "price"
  return value.kind === "count" ? "quantity" : value.kind
}
