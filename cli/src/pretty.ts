import type { FoundPromise, Review } from "aboveboard-engine"
import type { Line } from "./read-input.ts"

/** A review as a person reads it: verdict, promises, findings with the words they point at. */
export function pretty(line: Line, review: Review): string {
  const head = `${line.id === null ? "" : `${named(line.id)}: `}${review.verdict}${review.language === "en" ? "" : ` (language ${review.language}: left alone)`}`
  const promises = review.promises.map(
    (promise) =>
      `  promise  ${quoted(promise.quote)}  ${who(promise)}, ${when(promise)}${promise.condition === undefined ? "" : `, condition: ${quoted(promise.condition)}`}`,
  )
  const findings = review.findings.map(
    ({ rule, severity, start, end, why }) =>
      `  ${severity.padEnd(7)}  ${quoted(line.input.text.slice(start, end))}  ${rule}: ${why}`,
  )
  return `${[head, ...promises, ...findings].join("\n")}\n`
}

function named(id: unknown): string {
  return typeof id === "string" ? id : JSON.stringify(id)
}

function quoted(words: string): string {
  return `"${words.replace(/\s+/g, " ")}"`
}

function who(promise: FoundPromise): string {
  const names = {
    i: "by the sender",
    we: "by us",
    named: promise.actor.name ?? "by somebody named",
    someone: "by nobody named",
    company: "by the company",
  }
  return `${promise.kind}, ${names[promise.actor.kind]}`
}

function when({ due }: FoundPromise): string {
  const said = due.text === undefined ? "no time said" : quoted(due.text)
  return due.until === undefined ? said : `${said} = until ${due.until}`
}
