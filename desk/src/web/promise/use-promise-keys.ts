import { useKeys } from "../ui/keys.tsx"
import type { KeyMap, KeyScope } from "../ui/key-store.ts"
import { words } from "../words.ts"
import type { ListedPromise } from "./listed-promise.ts"
import { actionsFor } from "./promise-actions.ts"
import { useOpenPromise, usePromiseDialogs } from "./promise-dialogs.tsx"

/**
 * Binds the keys that act on one promise: E, N, O, W, R, Enter, V, and H where it has an honest date. Null binds none.
 * On its own page nothing opens its record.
 */
export function usePromiseKeys(
  scope: KeyScope,
  promise: ListedPromise | null,
  honest: Temporal.Instant | null = null,
): void {
  const dialogs = usePromiseDialogs()
  const open = useOpenPromise()
  useKeys(scope, promise === null ? {} : keysOf(promise))

  function keysOf(chosen: ListedPromise): KeyMap {
    const keys = actionsFor(chosen).map(({ kind, key, foot }) => [
      key,
      { label: foot, run: () => dialogs.open(kind, chosen) },
    ])
    return {
      Enter: { label: words.today.keys.open, run: () => open.conversation(chosen) },
      ...Object.fromEntries(keys),
      ...(honest === null ? {} : { h: { label: words.weighing.key, run: () => dialogs.open("date", chosen, honest) } }),
      ...(scope === "page" ? {} : { v: { label: words.promise.foot.record, run: () => open.record(chosen) } }),
    }
  }
}
