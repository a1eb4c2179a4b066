import type { FoundPromise } from "../review-format.ts"

/** Looking into something and reporting back is one promise: the report is what can be late, so it is the one that stays. */
export function mergeReports(text: string, promises: readonly FoundPromise[]): readonly FoundPromise[] {
  const merged: FoundPromise[] = []
  for (const promise of promises) {
    const before = merged.at(-1)
    if (before !== undefined && isSameThing(text, before, promise)) {
      merged[merged.length - 1] = {
        ...before,
        end: promise.end,
        quote: text.slice(before.start, promise.end),
        due: promise.due,
      }
      continue
    }
    if (before === undefined || !looksInto(before) || !reportsBack(promise)) {
      merged.push(promise)
      continue
    }
    merged.pop()
    const between = text.slice(before.end, promise.start)
    merged.push(
      JOINS.test(between)
        ? { ...promise, start: before.start, quote: text.slice(before.start, promise.end) }
        : NEXT_SENTENCE.test(between)
          ? promise
          : keepBoth(merged, before, promise),
    )
  }
  return merged
}

/** "The refund will be processed … and should appear within 5 days": one promise, told in two steps. */
function isSameThing(text: string, before: FoundPromise, promise: FoundPromise): boolean {
  if (
    before.actor.kind !== "company" ||
    promise.actor.kind !== "company" ||
    before.due.kind !== "none" ||
    before.kind !== promise.kind
  )
    return false
  return (
    JOINS.test(text.slice(before.end, promise.start)) &&
    /^(?:it|this|that|they|should|will|which)\b/i.test(promise.quote)
  )
}

function keepBoth(merged: FoundPromise[], before: FoundPromise, promise: FoundPromise): FoundPromise {
  merged.push(before)
  return promise
}

const JOINS = /^[\s,;–—-]*(?:and|then|&|and then|so|so that)?[\s,]*$/i
const NEXT_SENTENCE = /^[\s.!,;–—-]*(?:and|then|after that)?[\s,]*$/i

function looksInto(promise: FoundPromise): boolean {
  return (
    promise.deed !== "call-back" &&
    promise.kind === "later" &&
    promise.due.kind === "none" &&
    LOOKING.test(promise.quote)
  )
}

const LOOKING =
  /^(?:.{0,40}\b)(?:look|check|investigate|find|ask|review|see|speak|talk|chase|dig|enquire|inquire|have (?:a word|a look|another look)|finish)\b/i

function reportsBack(promise: FoundPromise): boolean {
  return promise.kind === "later" && (promise.deed === "answer" || promise.deed === "call-back")
}
