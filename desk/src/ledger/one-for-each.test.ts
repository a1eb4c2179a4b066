import { expect, test } from "vitest"
import { oneForEach } from "./one-for-each.ts"

const span = (start: number, end: number) => ({ start, end })

test("a span over everything stands for one", () => {
  expect(oneForEach([span(0, 10), span(20, 30)], [span(0, 30)])).toEqual([0, null])
  expect(oneForEach([span(0, 10), span(20, 30)], [span(0, 30), span(0, 30)])).not.toContain(null)
})

test("who could stand for another makes room", () => {
  expect(oneForEach([span(0, 10), span(20, 30)], [span(0, 30), span(5, 8)])).toEqual([1, 0])
})

test("a span elsewhere stands for nothing", () => {
  expect(oneForEach([span(0, 10)], [span(10, 20)])).toEqual([null])
})
