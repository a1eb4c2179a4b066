import { invalid } from "../../ledger/error.ts"

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const INSTANT = /^[12]\d{3}-\d\d-\d\dT[\d:.]+Z$/ // the form that our columns come in; Temporal reads many more

/** Where a page of a list ended: the time and id of its last row. */
export type Cursor = { readonly at: string | null; readonly id: string | null }

/** Reads what `writeCursor` wrote. Invalid when it is anything else. */
export function readCursor(text: string | undefined): Cursor {
  if (text === undefined) return { at: null, id: null }
  const [at = "", id = ""] = text.split("|")
  if (!UUID.test(id) || !INSTANT.test(at) || !isInstant(at))
    throw invalid("This cursor is not one that a list has given. Start without it.", "cursor")
  return { at, id }
}

export function writeCursor(at: string, id: string): string {
  return `${at}|${id}`
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}
