import { invalid } from "../../ledger/error.ts"

const OFFSET_MAX = 100_000 // rows; nobody reads on that far, and the database would walk over all of them

/** How many rows of a ranked list come before the page that a cursor asks for. Invalid when no list gave the cursor. */
export function readOffset(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const offset = /^\d{1,6}$/.test(cursor) ? Number(cursor) : Infinity
  if (offset > OFFSET_MAX) throw invalid("This cursor is not one that a list has given. Start without it.", "cursor")
  return offset
}
