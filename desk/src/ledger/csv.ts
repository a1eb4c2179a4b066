/** A table of text, as RFC 4180 writes it; semicolons and tabs are taken too, because spreadsheets save them. */

/** The rows of a table; blank lines are left out. A quote that is never closed runs to the end. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const { separator, source } = separated(text.replace(/^\ufeff/, ""))
  const rows: string[][] = []
  let row: string[] = []
  let cell = ""
  let isQuoted = false
  const endCell = () => {
    row.push(cell.trim())
    cell = ""
  }
  const endRow = () => {
    endCell()
    if (row.some((each) => each !== "")) rows.push(row)
    row = []
  }
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at)
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (source.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (character === '"' && cell.trim() === "") {
      cell = ""
      isQuoted = true
    } else if (character === separator) endCell()
    else if (character === "\n") endRow()
    else if (character !== "\r") cell += character
  }
  endRow()
  return rows
}

/** A line "sep=;" at the head, as spreadsheets write it for one another, names the separator and is no row. */
function separated(text: string): { readonly separator: string; readonly source: string } {
  const [line = "", separator] = /^sep=([,;\t])\r?\n/i.exec(text) ?? []
  const source = text.slice(line.length)
  return { separator: separator ?? separatorOf(source), source }
}

function separatorOf(text: string): string {
  const [head = ""] = text.split("\n", 1)
  const counted = [",", ";", "\t"].map((each) => ({ each, count: head.split(each).length }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).each
}

/** A cell that a spreadsheet would take for a formula is written with an apostrophe before it. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("")
}

function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?[\d.,]+$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
