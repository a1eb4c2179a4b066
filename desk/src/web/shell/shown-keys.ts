import type { BoundKey } from "../ui/key-store.ts"

export type ShownKeys = { readonly label: string; readonly keys: string }

/** Keys that do the same stand together, as they are printed on the caps: "J K" move. */
export function byLabel(bound: readonly Pick<BoundKey, "key" | "label">[]): readonly ShownKeys[] {
  const shown = new Map<string, string>()
  for (const { key, label } of bound) {
    const before = shown.get(label)
    shown.set(label, before === undefined ? printed(key) : `${before} ${printed(key)}`)
  }
  return [...shown].map(([label, keys]) => ({ label, keys }))
}

/** "ctrl+k" → "Ctrl K", "g t" → "G T" */
function printed(key: string): string {
  return key
    .split(/[ +]/)
    .map((part) => CAPS[part] ?? part.charAt(0).toUpperCase() + part.slice(1))
    .join(" ")
}

/** Keys whose cap shows another word than their name. */
const CAPS: Readonly<Record<string, string>> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
}
