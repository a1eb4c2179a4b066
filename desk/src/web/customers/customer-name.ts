import { words } from "../words.ts"

type Named = { readonly name: string | null; readonly addresses?: readonly { readonly shown: string }[] }

/** Who has no name goes by the first address. */
export function nameOf({ name, addresses = [] }: Named): string {
  return name ?? addresses[0]?.shown ?? words.customers.untitled
}
