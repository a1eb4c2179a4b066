import type { BoundKey } from "../ui/key-store.ts"
import { byLabel } from "../shell/shown-keys.ts"

/** Something that can be done or gone to by its name. */
export type Command = {
  readonly name: string
  /** The keys that do it, as they are printed; null where it has none. */
  readonly keys: string | null
  readonly run: () => void
}

/** What has a key on this page. What moves or opens the chosen row is no deed, and a card shows its own buttons. */
export function deedsOf(bound: readonly BoundKey[]): readonly Command[] {
  const acting = bound.filter(({ scope, key }) => scope !== "card" && !IS_MOVE.test(key) && !IS_GO.test(key))
  return byLabel(acting).flatMap(({ label, keys }) => {
    const found = acting.find((each) => each.label === label)
    return found === undefined
      ? []
      : [{ name: `${label.charAt(0).toUpperCase()}${label.slice(1)}`, keys, run: found.run }]
  })
}

const IS_MOVE = /^(j|k|l|enter|escape|home|end|arrow\w+|\/|ctrl\+k|alt\+[\d[\]]|\d)$/i

/** "g t" leads to a place, which has a line of its own. */
const IS_GO = /^g \w$/i

/** Those that have each typed word at the beginning of one of theirs; all where nothing is typed. */
export function fitting<T extends Pick<Command, "name">>(commands: readonly T[], typed: string): readonly T[] {
  const asked = wordsOf(typed)
  return commands.filter(({ name }) => {
    const own = wordsOf(name)
    return asked.every((word) => own.some((each) => each.startsWith(word)))
  })
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
