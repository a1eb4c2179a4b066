import { Link } from "@tanstack/react-router"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { Icon } from "../ui/icon.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import styles from "./rail.module.css"
import type { ShownPromise } from "./use-conversation.ts"

const told = words.conversation.rail

/** A promise that is settled: how and when, in one line that leads to its record. */
export function SettledLine({ promise }: { promise: ShownPromise }) {
  const { slug, zone } = useHere()
  const now = useNow()
  const at = instantOf(promise.settledAt)
  const state = told.states[settledState(promise.state)]
  return (
    <li className={styles.settled}>
      <Icon name={promise.state === "kept" ? "check" : promise.state === "renegotiated" ? "arrow" : "x"} small />
      <span className="nb">
        {state} {at !== null && moment(at, { zone, now })}
      </span>
      <Link
        to="/$slug/promises/$promiseId"
        params={{ slug, promiseId: promise.id }}
        className="q"
        title={promise.words ?? ""}
      >
        “{promise.words ?? words.conversation.erased}”
      </Link>
    </li>
  )
}

function settledState(state: ShownPromise["state"]): keyof typeof told.states {
  return state === "proposed" || state === "open" || state === "broken" ? "void" : state
}
