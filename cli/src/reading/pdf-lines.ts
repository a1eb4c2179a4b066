/** A run of characters as a PDF places it. `transform` ends in its x and y; `hasEOL` says that its line is over. */
export type Run = {
  readonly str: string
  readonly hasEOL: boolean
  readonly height: number
  readonly transform: readonly unknown[]
}

const GAP_MIN = 1.7 // heights of a line; more is the space between two paragraphs

/** The lines of one page. A wider gap, or a jump up to the next column, is an empty line when a sentence is over by then. */
export function linesOfPage(runs: readonly Run[]): string {
  const lines: string[] = []
  let line = ""
  let lowest: number | null = null
  let height = 0
  for (const { str, hasEOL, height: own, transform } of runs) {
    const y = Number(transform[5])
    if (str.trim() !== "") {
      const drop = lowest === null ? 0 : lowest - y
      if (line === "" && drop > GAP_MIN * Math.max(height, own)) lines.push("")
      lowest = y
      height = own
    }
    line += str
    if (hasEOL) {
      lines.push(line.trimEnd())
      line = ""
    }
  }
  return [...lines, line.trimEnd()].join("\n")
}
