import { words } from "../words.ts"
import type { ListedPromise } from "./listed-promise.ts"

export type PromiseAction = "kept" | "date" | "owner" | "waiting" | "released" | "met" | "disputed"

export type ActionKey = {
  readonly kind: PromiseAction
  readonly key: string
  readonly label: string
  readonly foot: string
}

/** What may be done with a promise in its state, and under which key. */
export function actionsFor(promise: ListedPromise): readonly ActionKey[] {
  if (promise.state === "open" || promise.state === "broken") {
    const unmet = promise.condition !== null && !promise.conditionMet && promise.state === "open"
    return [
      ...(unmet ? [action("met", "m")] : []),
      action("kept", "e"),
      ...(promise.dueUntil === null ? [] : [action("date", "n")]),
      action("owner", "o"),
      action("waiting", "w"),
      action("released", "r"),
    ]
  }
  return promise.state === "kept" || promise.state === "renegotiated"
    ? [{ ...action("disputed", "d"), foot: words.promise.actions.disputed.toLowerCase() }]
    : []
}

function action(kind: Exclude<PromiseAction, "disputed"> | "disputed", key: string): ActionKey {
  const foot = kind === "disputed" ? words.promise.actions.disputed : words.promise.foot[kind]
  return { kind, key, label: words.promise.actions[kind], foot }
}
