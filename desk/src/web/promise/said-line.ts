import { type When, instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import type { ListedPromise } from "./listed-promise.ts"

/** "said Wed 16:40 by Tom, phone" */
export function saidLine({ saidAt, saidBy, channel }: ListedPromise, memberId: string, when: When): string {
  const at = instantOf(saidAt)
  const by = saidBy === null ? "" : saidBy.id === memberId ? words.today.you : firstName(saidBy.name)
  return words.today.said(at === null ? "" : moment(at, when), by, words.today.channels[channel])
}

function firstName(name: string): string {
  return name.split(" ")[0] ?? name
}
