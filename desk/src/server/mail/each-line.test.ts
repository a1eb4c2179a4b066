import fc from "fast-check"
import { expect, test } from "vitest"
import { eachLine } from "./each-line.ts"

const pieces = fc.constantFrom("", "a", "bc", "\r", "\n", "\r\n", "\r\r\n", "0123456789")

test("Lines are handed over whole, without what ends them, wherever the pieces that are read end", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pieces), fc.integer({ min: 1, max: 9 }), async (written, pieceSize) => {
      const text = written.join("")
      const lines: string[] = []
      const last: boolean[] = []
      await eachLine(
        new TextEncoder().encode(text),
        (line, isLast) => {
          lines.push(new TextDecoder().decode(line))
          last.push(isLast)
        },
        pieceSize,
      )
      const whole = text.replace(/\n$/, "").split("\n")
      expect(lines).toEqual(text === "" ? [] : whole.map((line) => line.replace(/\r+$/, "")))
      expect(last).toEqual(lines.map((_, at) => at === lines.length - 1))
    }),
  )
})
