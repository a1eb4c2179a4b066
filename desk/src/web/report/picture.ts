import { OUTCOMES } from "../../ledger/trust-report.ts"
import { words } from "../words.ts"
import { isEnough } from "./rate.tsx"
import type { Report } from "./use-report.ts"

const told = words.report

const WIDTH = 960
const TOP = 224 // px to the first line
const LINE = 30 // px from one line to the next
const SCALE = 2 // of the picture's dots, for screens that have more

/** The headline, its range and what it counts, as a picture that says of which period and promises it is (`of`): the same lines as on the page, the broken ones included. */
export function reportSvg(report: Report, { shop, of }: { shop: string; of: string }): string {
  const { inTime, inTimeShown, outcomes, closed, openNow } = report
  const rate = isEnough(inTime)
    ? `${told.percent(inTime.percent)}, ${told.range(inTime.low, inTime.high)}, ${told.of(inTime.count, inTime.n)}`
    : `${told.notEnough} (${told.n(inTime.n)})`
  const counted = OUTCOMES.filter((each) => each !== "void" && each !== "dismissed")
  const lines: readonly (readonly [string, number])[] = [
    ...counted.map((each) => [told.outcomes[each], outcomes[each]] as const),
    [told.closed, closed],
    [told.openNow, openNow],
  ]
  const { count, percent, low, high } = inTimeShown
  const shown = isEnough(inTimeShown) ? told.shownBesides(count, percent, told.range(low, high)) : ""
  const height = TOP + lines.length * LINE + 90
  const rows = lines.map(([name, each], index) => row(name, each, TOP + index * LINE, name === told.closed))
  const method = told.method.split(/(?<=\.) /).slice(0, 2)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">
<rect width="100%" height="100%" fill="#fdfefd"/>
<g font-family="Inter, Arial, sans-serif" fill="#16201d">
<text x="40" y="56" font-size="22" font-weight="600">${escaped(shop)}</text>
<text x="40" y="84" font-size="14" fill="#5d6a65">${escaped(`${told.title}, ${of}`)}</text>
<text x="40" y="122" font-size="14" font-weight="600">${escaped(told.inTime)}</text>
<text x="40" y="156" font-size="28" font-weight="600">${escaped(rate)}</text>
<text x="40" y="180" font-size="14" fill="#5d6a65">${escaped(shown)}</text>
${rows.join("\n")}
${method.map((sentence, index) => `<text x="40" y="${height - 48 + index * 20}" font-size="12" fill="#5d6a65">${escaped(sentence)}</text>`).join("\n")}
</g></svg>`
}

function row(name: string, count: number, y: number, isTotal: boolean): string {
  const weight = isTotal ? ' font-weight="600"' : ""
  return `<text x="40" y="${y}" font-size="16"${weight}>${escaped(name)}</text><text x="${WIDTH - 40}" y="${y}" font-size="16" text-anchor="end"${weight}>${count}</text>
<line x1="40" x2="${WIDTH - 40}" y1="${y + 9}" y2="${y + 9}" stroke="${isTotal ? "#16201d" : "#dfe5e2"}"/>`
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
}

/** Draws an SVG of ours in the browser. Fails where the browser draws none. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement("canvas")
  canvas.width = image.naturalWidth * SCALE
  canvas.height = image.naturalHeight * SCALE
  const drawing = canvas.getContext("2d")
  if (drawing === null) throw new Error("This browser draws no pictures.")
  drawing.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("This browser draws no pictures.")) : resolve(blob)))
  })
}

/** Saves it as the browser saves downloads. */
export function saveAs(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
