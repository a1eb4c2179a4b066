import type { Word } from "../words.ts"
import { subjectKind } from "./subject-kind.ts"
import type { Undertaker } from "./undertaking.ts"

/** Who does what is done: "fitted by us", "met by our own joiner"; the company where nobody of ours is named. */
export function doerOf(words: readonly Word[], doneAt: number): Undertaker {
  const by = words.findIndex(({ text }, at) => at > doneAt && text === "by")
  const doer = words[by + 1]
  if (by < 0 || doer === undefined) return "company"
  if (doer.text === "us") return "we"
  if (doer.text === "me") return "i"
  const to = doer.capital && words[by + 2]?.capital !== true ? by + 2 : Math.min(words.length, by + 4)
  const kind = subjectKind(words, by + 1, to)
  return kind === "named" || kind === "someone" ? kind : "company"
}
