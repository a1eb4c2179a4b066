import type { ListedPromise } from "./listed-promise.ts"
import { Icon } from "../ui/icon.tsx"
import { type When, instantOf, spokenMoment } from "../ui/time.ts"
import { words } from "../words.ts"

/** That the customer has asked for it, when, and in which words; nothing while they have not. */
export function ChasedLine({
  chased,
  when,
  className,
}: Pick<ListedPromise, "chased"> & { when: When; className?: string | undefined }) {
  const at = instantOf(chased?.at)
  if (chased === null || at === null) return null
  return (
    <p className={className}>
      <Icon name="question" small /> {words.promise.chased(spokenMoment(at, when))}
      {chased.words !== null && <span className="q"> “{chased.words}”</span>}
    </p>
  )
}
