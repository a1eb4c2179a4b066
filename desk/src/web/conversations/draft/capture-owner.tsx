import { useId } from "react"
import { TextButton } from "../../ui/button.tsx"
import { controlClass } from "../../ui/field.tsx"
import { useKeys } from "../../ui/keys.tsx"
import { words } from "../../words.ts"
import styles from "./capture-card.module.css"
import type { Card, Desk } from "./card.ts"

const SUGGESTED_MAX = 2

/** Who keeps the promise: the sender unless somebody is named; 1 and 2 choose the first two others. */
export function CaptureOwner({
  card,
  desk,
  onChange,
}: {
  card: Card
  desk: Desk
  onChange: (ownerId: string) => void
}) {
  const { card: told } = words.composer
  const id = useId()
  const others = desk.members.filter((each) => each.id !== card.ownerId)
  const first = others
    .toSorted((a, b) => Number(b.id === desk.me.id) - Number(a.id === desk.me.id))
    .slice(0, SUGGESTED_MAX)
  useKeys(
    "card",
    Object.fromEntries(
      first.map((each, index) => [
        String(index + 1),
        { label: nameOf(each, desk), run: () => onChange(each.id), foot: false },
      ]),
    ),
  )
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{told.who}</label>
      <select id={id} className={controlClass} value={card.ownerId} onChange={(event) => onChange(event.target.value)}>
        {desk.members.map((each) => (
          <option key={each.id} value={each.id}>
            {each.id === desk.me.id ? `${each.name} (${told.me})` : each.name}
          </option>
        ))}
      </select>
      <p className={styles.quick}>
        {first.map((each, index) => (
          <TextButton key={each.id} keys={String(index + 1)} onClick={() => onChange(each.id)}>
            {nameOf(each, desk)}
          </TextButton>
        ))}
      </p>
      {card.found.actor.kind === "i" && card.ownerId !== desk.me.id && <p className={styles.hint}>{told.saysI}</p>}
    </div>
  )
}

/** What kind of deed it is: one of the workspace's list. */
export function CaptureDeed({
  card,
  deeds,
  onChange,
}: {
  card: Card
  deeds: readonly { readonly id: string; readonly name: string }[]
  onChange: (deed: string) => void
}) {
  const id = useId()
  const known = deeds.some((each) => each.id === card.deed)
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{words.composer.card.what}</label>
      <select id={id} className={controlClass} value={card.deed} onChange={(event) => onChange(event.target.value)}>
        {!known && <option value={card.deed}>{card.deed}</option>}
        {deeds.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
    </div>
  )
}

function nameOf(member: { readonly id: string; readonly name: string }, desk: Desk): string {
  return member.id === desk.me.id ? words.composer.card.me : (member.name.split(" ")[0] ?? member.name)
}
