import { Button } from "../../ui/button.tsx"
import { useKeys } from "../../ui/keys.tsx"
import { instantOf, moment } from "../../ui/time.ts"
import { useNow } from "../../edge.tsx"
import { useHere } from "../../here.tsx"
import { words } from "../../words.ts"
import type { DraftKeeper } from "./draft-keeper.ts"
import type { DraftView } from "./draft-state.ts"
import styles from "./draft-versions.module.css"

const told = words.composer.draftKept

/** What another device of the member wrote meanwhile: beside the draft until they choose, and never gone by itself. */
export function DraftVersions({ others, keeper }: Pick<DraftView, "others"> & { readonly keeper: DraftKeeper }) {
  const [first] = others
  return (
    <>
      {first !== undefined && <FirstKeys id={first.id} keeper={keeper} />}
      {others.map((other, index) => (
        <Version key={other.id} other={other} isFirst={index === 0} keeper={keeper} />
      ))}
    </>
  )
}

function FirstKeys({ id, keeper }: { id: string; keeper: DraftKeeper }) {
  useKeys("page", {
    "Alt+b": { label: told.join.toLowerCase(), run: () => void keeper.choose(id, "join"), foot: false },
    "Alt+o": { label: told.swap.toLowerCase(), run: () => void keeper.choose(id, "swap"), foot: false },
  })
  return null
}

type VersionProps = {
  readonly other: DraftView["others"][number]
  readonly isFirst: boolean
  readonly keeper: DraftKeeper
}

function Version({ other, isFirst, keeper }: VersionProps) {
  const { zone } = useHere()
  const now = useNow()
  const at = instantOf(other.at)
  const { cc, bcc } = other.draft
  const copies = [...cc, ...bcc]
  return (
    <section className={styles.version} aria-label={told.otherLabel}>
      <p className={styles.title}>
        {told.other(at === null ? "" : moment(at, { zone, now }))} <span className="mute">{told.bothKept}</span>
      </p>
      <p className={`q ${styles.words}`}>{other.draft.words}</p>
      {copies.length > 0 && <p className="x mute">{told.copies(copies.join(", "))}</p>}
      <p className={styles.acts}>
        <Button small {...(isFirst ? { keys: "Alt B" } : {})} onClick={() => void keeper.choose(other.id, "join")}>
          {told.join}
        </Button>
        <Button small {...(isFirst ? { keys: "Alt O" } : {})} onClick={() => void keeper.choose(other.id, "swap")}>
          {told.swap}
        </Button>
        <Button small kind="quiet" onClick={() => void keeper.choose(other.id, "drop")}>
          {told.drop}
        </Button>
      </p>
    </section>
  )
}

/** Whether the desk has the words: said quietly, and plainly where it does not. */
export function KeptLine({ draft, keptAt, isKept, error }: DraftView) {
  const { zone } = useHere()
  const now = useNow()
  const at = instantOf(keptAt)
  if (error !== null && !isKept) return <p className={styles.notKept}>{told.notKept}</p>
  if (at === null || draft.text.trim() === "") return null
  return <p className={styles.line}>{isKept ? told.keptAt(moment(at, { zone, now })) : told.keeping}</p>
}
