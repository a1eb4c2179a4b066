import {
  type ReactNode,
  createContext,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react"
import { type KeyMap, type KeyScope, type KeyStore, newKeyStore } from "./key-store.ts"

const KeyContext = createContext<KeyStore | null>(null)
const DepthContext = createContext(0)

/** What is inside lies over the page: its keys act while a dialog is open. */
export function KeysOver({ children }: { children: ReactNode }) {
  return <DepthContext value={useContext(DepthContext) + 1}>{children}</DepthContext>
}

/** Listens once for the whole app. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const [store] = useState(newKeyStore)
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => store.press(event)
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [store])
  return <KeyContext value={store}>{children}</KeyContext>
}

export function useKeyStore(): KeyStore {
  const store = useContext(KeyContext)
  if (store === null) throw new Error("keys are used outside their provider")
  return store
}

/**
 * Binds keys while the component is there. Keys are written as they are shown: "p", "G T" (one after the other),
 * "Ctrl+Enter", "Alt+]", "Escape". Single keys act only when no text field has focus; the nearest scope wins:
 * card, row, page, everywhere. The map may be a new object at each draw. What is on the screen has its keys: they are
 * bound before it is shown, and none of them acts for what stood there before.
 */
export function useKeys(scope: KeyScope, map: KeyMap): void {
  const store = useKeyStore()
  const depth = useContext(DepthContext)
  const latest = useRef(map)
  const shown = Object.entries(map)
    .map(([key, { label, foot }]) => `${key}\n${label}\n${foot ?? true}`)
    .join("\n")
  useLayoutEffect(() => {
    latest.current = map
  })
  useLayoutEffect(() => store.bind(scope, () => latest.current, depth), [store, scope, depth, shown])
}

/** What the line at the foot and the `?` sheet show. */
export function useBoundKeys() {
  const store = useKeyStore()
  return useSyncExternalStore(store.onChange, store.shown)
}
