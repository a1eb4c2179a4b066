import { crc32, deflateSync, inflateSync } from "node:zlib"

const COLOURS_MAX = 96 // a screen of ours has a dozen grounds and inks, and the edges of letters between them
const EXACT = 40 // the commonest colours stay as they are: grounds, lines, inks
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** The same picture with a palette, a third of the size. For what a browser draws: 8 bits, RGB or RGBA, not interlaced. */
export function smallPng(png: Uint8Array): Uint8Array {
  const { width, height, rgb } = decoded(png)
  const counts = new Map<number, number>()
  for (const colour of rgb) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette = paletteOf(counts)
  const nearest = new Map([...counts.keys()].map((colour) => [colour, indexOfNearest(palette, colour)]))
  const rows = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = nearest.get(rgb[y * width + x] ?? 0) ?? 0
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8) // 8 bits, a palette
  const colours = Uint8Array.from(palette.flatMap(channelsOf))
  const parts = [chunk("IHDR", head), chunk("PLTE", colours), chunk("IDAT", deflateSync(rows, { level: 9 }))]
  return Buffer.concat([SIGNATURE, ...parts, chunk("IEND", new Uint8Array())])
}

/** Each pixel as one number, 0xrrggbb. */
function decoded(png: Uint8Array): { readonly width: number; readonly height: number; readonly rgb: Uint32Array } {
  const bytes = Buffer.from(png)
  const [width, height, depth, kind] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[24], bytes[25]]
  if (depth !== 8 || (kind !== 2 && kind !== 6) || bytes[28] !== 0) throw new Error("no picture that a browser drew")
  const data: Buffer[] = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT")
      data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  const step = kind === 2 ? 3 : 4
  const lines = unfiltered(inflateSync(Buffer.concat(data)), { stride: width * step, step, height })
  const rgb = new Uint32Array(width * height)
  for (let at = 0; at < rgb.length; at += 1)
    rgb[at] = ((lines[at * step] ?? 0) << 16) | ((lines[at * step + 1] ?? 0) << 8) | (lines[at * step + 2] ?? 0)
  return { width, height, rgb }
}

type Shape = { readonly stride: number; readonly step: number; readonly height: number }

/** Each line says how it was told from its neighbours: RFC 2083, section 6. */
function unfiltered(raw: Uint8Array, { stride, step, height }: Shape): Uint8Array {
  const lines = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)]
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x < step ? 0 : (lines[at - step] ?? 0)
      const up = y === 0 ? 0 : (lines[at - stride] ?? 0)
      const corner = x < step || y === 0 ? 0 : (lines[at - stride - step] ?? 0)
      const expected = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0
      lines[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + expected
    }
  }
  return lines
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** The commonest colours as they are, and the others in boxes that are cut at their middle: Heckbert's median cut. */
function paletteOf(counts: ReadonlyMap<number, number>): readonly number[] {
  const common = [...counts].toSorted(([, one], [, other]) => other - one).map(([colour]) => colour)
  if (common.length <= COLOURS_MAX) return common
  const boxes = [common.slice(EXACT)]
  while (boxes.length < COLOURS_MAX - EXACT) {
    const widest = boxes.toSorted((one, other) => spanOf(other).span - spanOf(one).span)[0] ?? []
    if (widest.length < 2) break
    const { shift } = spanOf(widest)
    const sorted = widest.toSorted((one, other) => ((one >> shift) & 255) - ((other >> shift) & 255))
    const half = sorted.length >> 1
    boxes.splice(boxes.indexOf(widest), 1, sorted.slice(0, half), sorted.slice(half))
  }
  return [...common.slice(0, EXACT), ...boxes.map((box) => meanOf(box, counts))]
}

function spanOf(box: readonly number[]): { readonly span: number; readonly shift: number } {
  const spans = [16, 8, 0].map((shift) => {
    const values = box.map((colour) => (colour >> shift) & 255)
    return { shift, span: values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 255) }
  })
  return spans.toSorted((one, other) => other.span - one.span)[0] ?? { span: 0, shift: 0 }
}

function meanOf(box: readonly number[], counts: ReadonlyMap<number, number>): number {
  const weight = box.reduce((sum, colour) => sum + (counts.get(colour) ?? 0), 0)
  const mean = (shift: number) =>
    Math.round(box.reduce((sum, colour) => sum + ((colour >> shift) & 255) * (counts.get(colour) ?? 0), 0) / weight)
  return (mean(16) << 16) | (mean(8) << 8) | mean(0)
}

function indexOfNearest(palette: readonly number[], colour: number): number {
  const [red, green, blue] = channelsOf(colour)
  let [found, least] = [0, Number.POSITIVE_INFINITY]
  for (const [index, each] of palette.entries()) {
    const [r, g, b] = channelsOf(each)
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
    if (distance < least) [found, least] = [index, distance]
  }
  return found
}

function channelsOf(colour: number): readonly [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}

function chunk(kind: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
