import type { KeyboardEvent } from "react"
import { Kbd } from "../ui/kbd.tsx"
import { words } from "../words.ts"
import type { Command } from "./commands.ts"
import styles from "./search.module.css"
import type { Commands } from "./use-commands.ts"

const told = words.search

type Does = { readonly onChoose: (command: Command) => void; readonly onMove: (event: KeyboardEvent) => void }

/** What can be done, and where one can go. */
export function CommandLines({ deeds, places, ...does }: Commands & Does) {
  return (
    <>
      <Group title={told.deeds} commands={deeds} {...does} />
      <Group title={told.go} commands={places} {...does} />
    </>
  )
}

function Group({ title, commands, onChoose, onMove }: { title: string; commands: readonly Command[] } & Does) {
  if (commands.length === 0) return null
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <ul>
        {commands.map((command) => (
          <li key={command.name}>
            <button
              type="button"
              className={styles.command}
              data-row
              onClick={() => onChoose(command)}
              onKeyDown={onMove}
            >
              {command.name}
              {command.keys !== null && <Kbd keys={command.keys} />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
