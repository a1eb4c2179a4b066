import { deflateSync, inflateSync } from "node:zlib"
import { expect, test } from "vitest"
import { smallPng } from "../e2e/servers/small-png.ts"

test("A picture of few colours keeps each pixel, whatever the filter of its lines; it has a palette", () => {
  const [red, grey, blue] = [0xb3241a, 0x808080, 0x0b5a66]
  const lines = [
    { filter: 0, bytes: [...rgb(red), ...rgb(grey), ...rgb(blue)] },
    { filter: 2, bytes: Array.from({ length: 9 }, () => 0) }, // up: as the line above
    { filter: 1, bytes: [...rgb(grey), 0, 0, 0, 0, 0, 0] }, // sub: as the pixel at the left
  ]
  const small = smallPng(png(3, 3, Uint8Array.from(lines.flatMap(({ filter, bytes }) => [filter, ...bytes]))))
  expect(pixels(small, 3)).toEqual([
    [red, grey, blue],
    [red, grey, blue],
    [grey, grey, grey],
  ])
})

test("A picture of many colours has a small palette, and each pixel a colour that is near its own", () => {
  const width = 256
  const colours = Array.from({ length: width }, (_, x) => (x << 16) | ((255 - x) << 8) | (x >> 1))
  const [shown = []] = pixels(smallPng(png(width, 1, Uint8Array.from([0, ...colours.flatMap(rgb)]))), width)
  expect(new Set(shown).size).toBeLessThanOrEqual(96)
  const farthest = Math.max(
    ...colours.flatMap((colour, x) => rgb(colour).map((each, at) => Math.abs(each - (rgb(shown[x] ?? 0)[at] ?? 0)))),
  )
  expect(farthest).toBeLessThanOrEqual(4)
})

function rgb(colour: number): number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}

/** What a browser writes, without the sums that nobody reads here. */
function png(width: number, height: number, lines: Uint8Array): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  const chunk = (kind: string, data: Uint8Array) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(kind, "latin1"), data, Buffer.alloc(4)])
  }
  return Buffer.concat([
    Buffer.alloc(8),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(lines)),
    chunk("IEND", Buffer.alloc(0)),
  ])
}

function pixels(small: Uint8Array, width: number): number[][] {
  const bytes = Buffer.from(small)
  const data = (kind: string) => {
    const at = bytes.indexOf(kind, 0, "latin1")
    return bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4))
  }
  const palette = data("PLTE")
  const lines = inflateSync(data("IDAT"))
  return Array.from({ length: lines.length / (width + 1) }, (_, y) =>
    Array.from({ length: width }, (_each, x) => palette.readUIntBE((lines[y * (width + 1) + 1 + x] ?? 0) * 3, 3)),
  )
}
