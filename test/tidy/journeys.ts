import { Visitor } from "vite"
import { type Source, type Violation, violation } from "./source.ts"

/** What a page says of itself at this moment, whatever it is about to say. */
const READS_AT_ONCE = new Set([
  "allInnerTexts",
  "allTextContents",
  "count",
  "getAttribute",
  "innerText",
  "inputValue",
  "isChecked",
  "isEnabled",
  "isHidden",
  "isVisible",
  "textContent",
])

/**
 * Journeys that expect something of the screen without waiting for it. It changes a moment after an act, on a crowded machine
 * a long one: `expect.poll(() => rows.count())` and `waitFor` wait, `expect(await rows.count())` fails one day by chance.
 */
export function looksTooEarly(source: Source): readonly Violation[] {
  if (!/^e2e\/.*\.ts$/.test(source.path)) return []
  const found: Violation[] = []
  new Visitor({
    CallExpression: ({ callee, arguments: [asked] }) => {
      if (callee.type !== "Identifier" || callee.name !== "expect" || asked?.type !== "AwaitExpression") return
      if (asked.argument.type !== "CallExpression" || asked.argument.callee.type !== "MemberExpression") return
      const { property } = asked.argument.callee
      if (property.type !== "Identifier" || !READS_AT_ONCE.has(property.name)) return
      found.push(
        violation(
          source,
          asked.start,
          `expects ${property.name} at once; expect.poll waits until the screen has changed`,
        ),
      )
    },
  }).visit(source.program)
  return found
}
