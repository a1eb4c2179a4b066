import { TextButton } from "../../ui/button.tsx"
import { useBoundKeys } from "../../ui/keys.tsx"
import { words } from "../../words.ts"

const WAYS = [
  { of: words.replies.insertKey, name: words.composer.ways.reply },
  { of: words.decline.key, name: words.composer.ways.no },
  { of: words.needs.recommend.key, name: words.composer.ways.recommend },
] as const

/** What can be put into the draft by a key of the page, for whoever has no keyboard or does not know the key. */
export function OtherWays() {
  const bound = useBoundKeys()
  return WAYS.map(({ of, name }) => {
    const run = bound.find(({ label }) => label === of)?.run
    return (
      run !== undefined && (
        <TextButton key={name} onClick={run}>
          {name}
        </TextButton>
      )
    )
  })
}
