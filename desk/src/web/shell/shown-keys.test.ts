import { expect, test } from "vitest"
import { byLabel } from "./shown-keys.ts"

test("keys that do the same stand together, as they are printed on the caps", () => {
  const key = (written: string, label: string) => ({ scope: "page" as const, key: written, label, foot: true })
  expect(byLabel([key("j", "move"), key("e", "kept"), key("k", "move"), key("ArrowDown", "move")])).toEqual([
    { label: "move", keys: "J K ↓" },
    { label: "kept", keys: "E" },
  ])
  expect(byLabel([key("g t", "Today"), key("Ctrl+k", "Search")])).toEqual([
    { label: "Today", keys: "G T" },
    { label: "Search", keys: "Ctrl K" },
  ])
})
