import { aligned } from "./aligned.ts"
import { pieceOf, SENT } from "./macros.ts"
import type { Piece, Traced } from "./piece.ts"

/** The saved replies of a table: the columns whose name says that they hold what is sent, or every cell of some length. */
export function csvPieces(source: string): readonly Piece[] {
  const rows = rowsOf(source, separatorOf(source))
  const [head = [], ...rest] = rows
  const sent = head.flatMap(({ text }, column) => (SENT.test(text.trim().replace(/\s+/g, "_")) ? [column] : []))
  const cells = sent.length > 0 ? rest.flatMap((row) => row.filter((_, column) => sent.includes(column))) : rows.flat()
  return cells.filter(({ text }) => text.trim().split(/\s+/).length >= 3).map((cell) => pieceOf(cell, "mail"))
}

function separatorOf(source: string): string {
  const line = source.slice(0, source.indexOf("\n") + 1 || source.length)
  const counted = [",", ";", "\t"].map((mark) => ({ mark, count: line.split(mark).length }))
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).mark
}

/** Cells by row (RFC 4180): a quoted cell may hold separators, line breaks and doubled quotes. */
function rowsOf(source: string, separator: string): readonly (readonly Traced[])[] {
  const rows: Traced[][] = []
  let row: Traced[] = []
  let at = 0
  while (at < source.length) {
    const start = at
    if (source.charAt(at) === '"') {
      for (at++; at < source.length && !(source.charAt(at) === '"' && source.charAt(at + 1) !== '"'); at++)
        if (source.charAt(at) === '"') at++
      row.push(aligned(source.slice(start + 1, at).replaceAll('""', '"'), source.slice(start + 1, at), start + 1))
      at++
    } else {
      while (at < source.length && source.charAt(at) !== separator && source.charAt(at) !== "\n") at++
      const value = source.slice(start, at).replace(/\r$/, "")
      row.push(aligned(value, value, start))
    }
    if (source.charAt(at) === "\r") at++
    if (source.charAt(at) === "\n" || at >= source.length) {
      rows.push(row)
      row = []
    }
    at++
  }
  if (row.length > 0) rows.push(row)
  return rows
}
