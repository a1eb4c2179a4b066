export type KeyScope = "everywhere" | "page" | "row" | "card"

export type KeyAction = {
  /** What it does, for the foot line and the sheet: "kept". */
  readonly label: string
  readonly run: () => void
  /** False: not in the foot line, only in the sheet. */
  readonly foot?: boolean
}

export type KeyMap = Readonly<Record<string, KeyAction>>

export type BoundKey = {
  readonly scope: KeyScope
  readonly key: string
  readonly label: string
  readonly foot: boolean
  /** Does what the key does, for whoever has no key to press. */
  readonly run: () => void
}

export type KeyStore = {
  /** `depth`: 0 on a page, 1 in a dialog over it, and so on. */
  readonly bind: (scope: KeyScope, map: () => KeyMap, depth: number) => () => void
  readonly press: (event: KeyboardEvent) => void
  /** While a dialog is open the keys of what lies below it rest. */
  readonly rest: () => () => void
  readonly turn: (state: "on" | "off") => void
  readonly shown: () => readonly BoundKey[]
  readonly onChange: (listener: () => void) => () => void
}

type Binding = { readonly scope: KeyScope; readonly map: () => KeyMap; readonly depth: number }

const PAIR_MAX = 2_000 // milliseconds from the first key of a pair to its second

const NEAREST: readonly KeyScope[] = ["card", "row", "page", "everywhere"]

export function newKeyStore(): KeyStore {
  let bindings: readonly Binding[] = []
  let listed: readonly BoundKey[] = []
  let open = 0 // dialogs
  let single = true
  let first: { readonly key: string; readonly at: number } | null = null // of a pair such as "G T"
  const listeners = new Set<() => void>()

  const changed = () => {
    const onPage = bindings.filter(({ depth }) => depth === 0) // a dialog shows its own keys
    listed = NEAREST.flatMap((scope) => onPage.filter((each) => each.scope === scope).flatMap(actingOf(onPage)))
    for (const listener of listeners) listener()
  }
  return {
    bind: (scope, map, depth) => {
      const binding = { scope, map, depth }
      bindings = [...bindings, binding]
      changed()
      return () => {
        bindings = bindings.filter((each) => each !== binding)
        changed()
      }
    },
    press: (event) => {
      if (event.defaultPrevented || event.isComposing || MODIFIERS.has(event.key)) return
      const pressed = writtenKey(event)
      const isSingle = !pressed.includes("+")
      const begun = first !== null && event.timeStamp - first.at <= PAIR_MAX ? first.key : null
      first = null
      if (isSingle && (!single || isTyping(event.target)) && pressed !== "escape") return
      const active = bindings.filter((each) => each.depth >= open)
      // The second key of a pair that there is not means nothing: "G X" closes no conversation.
      const isLost = begun !== null && isSingle && pressed !== "escape"
      const alone = () => (isLost ? null : findAction(active, pressed))
      const found = begun === null ? alone() : (findAction(active, `${begun} ${pressed}`) ?? alone())
      if (found) {
        if (pressed === "enter" && isControl(event.target)) return
        event.preventDefault()
        found.run()
      } else if (isSingle && active.some((each) => begins(each.map(), pressed))) {
        first = { key: pressed, at: event.timeStamp }
      }
    },
    rest: () => {
      open += 1
      return () => {
        open -= 1
      }
    },
    turn: (state) => {
      single = state === "on"
    },
    shown: () => listed,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The keys of a binding that act: one that something nearer has taken is not its own, and is not shown. */
function actingOf(bindings: readonly Binding[]): (binding: Binding) => BoundKey[] {
  return (binding) =>
    Object.entries(binding.map())
      .filter(([key]) => findBinding(bindings, key.toLowerCase()) === binding)
      .map(([key, { label, foot = true }]) => {
        const run = () => binding.map()[key]?.run() // the newest: a map is a new object at each draw
        return { scope: binding.scope, key, label, foot, run }
      })
}

function findAction(bindings: readonly Binding[], pressed: string): KeyAction | null {
  const found = findBinding(bindings, pressed)
  const hit = Object.entries(found?.map() ?? {}).find(([key]) => key.toLowerCase() === pressed)
  return hit?.[1] ?? null
}

/** The nearest that takes the key, and of these the latest. */
function findBinding(bindings: readonly Binding[], pressed: string): Binding | null {
  const takes = ({ map }: Binding) => Object.keys(map()).some((key) => key.toLowerCase() === pressed)
  for (const scope of NEAREST) {
    const found = bindings.findLast((each) => each.scope === scope && takes(each))
    if (found !== undefined) return found
  }
  return null
}

function begins(map: KeyMap, pressed: string): boolean {
  return Object.keys(map).some((key) => key.toLowerCase().startsWith(`${pressed} `))
}

const MODIFIERS = new Set(["Shift", "Control", "Alt", "Meta"])

/** "ctrl+enter", "alt+]", "g", "?" */
function writtenKey(event: KeyboardEvent): string {
  const parts = [event.ctrlKey || event.metaKey ? "ctrl" : "", event.altKey ? "alt" : "", event.key.toLowerCase()]
  return parts.filter((part) => part !== "").join("+")
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(target.type)
}

/** Enter on a button or a link is that button's or link's own. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("button, a[href], summary") !== null
}
