import pg from "pg"

type Parse = (text: string) => unknown

const { builtins } = pg.types
// The driver's list of known types leaves the arrays out, although it parses them; 1009 is text[].
const textArray = pg.types.getTypeParser(1009 as typeof builtins.INT8) as (text: string) => (string | null)[]
const ARRAY_OF: ReadonlyMap<number, number> = new Map([
  [1016, builtins.INT8],
  [1182, builtins.DATE],
  [1185, builtins.TIMESTAMPTZ],
  [1115, builtins.TIMESTAMP],
  [1001, builtins.BYTEA],
])

const PARSERS: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [builtins.INT8, wholeNumber],
  [builtins.TIMESTAMPTZ, instant],
  [builtins.TIMESTAMP, sameText],
  [builtins.DATE, sameText],
  [builtins.BYTEA, bytes],
])

/** How columns become values, the same for both stores; the driver's own parsers for everything not named here. */
export const columnTypes = {
  getTypeParser(oid: number, format?: "text" | "binary"): Parse {
    const element = ARRAY_OF.get(oid)
    if (element !== undefined) return arrayOf(PARSERS.get(element) ?? sameText)
    return PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format === "binary" ? "text" : format)
  },
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`The database holds ${text}, too large for an exact number.`)
  return value
}

/**
 * "2026-03-04 10:00:00.123456+00" → "2026-03-04T10:00:00.123456Z", which is how `Temporal.Instant` prints it too
 * (no trailing zeros). Both stores run their sessions in UTC.
 */
function instant(text: string): string {
  if (!text.endsWith("+00")) throw new RangeError(`The database did not answer in UTC, or with no instant: ${text}.`)
  return `${text.slice(0, -3).replace(" ", "T")}Z`
}

function sameText(text: string): string {
  return text
}

function bytes(text: string): Uint8Array {
  return Uint8Array.fromHex(text.slice("\\x".length))
}

function arrayOf(parse: Parse): Parse {
  return (text) => textArray(text).map((element) => (element === null ? null : parse(element)))
}
