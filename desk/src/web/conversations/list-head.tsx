import { useState } from "react"
import { Button } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import { words } from "../words.ts"
import styles from "./conversation-list.module.css"
import { NewMailButton } from "./new-mail.tsx"
import { LIST_FILTERS, type useConversationList } from "./use-conversation-list.ts"
import { ViewsDialog } from "./views-dialog.tsx"

const told = words.conversation
const MANAGE = "manage"

type Props = {
  readonly list: ReturnType<typeof useConversationList>
  readonly isPage: boolean
  readonly isChoosing: boolean
  readonly onChoosing: (isChoosing: boolean) => void
}

/** Which conversations are shown: a state, or a view that the team saved, with how many are in it. V opens the views. */
export function ListHead({ list, isPage, isChoosing, onChoosing }: Props) {
  const [isOpen, setOpen] = useState(false)
  useKeys("page", { V: { label: told.views.key, run: () => setOpen(true), foot: isPage } })
  const Heading = isPage ? "h1" : "h2"
  return (
    <div className={styles.bar}>
      <Heading className={styles.title}>{told.title}</Heading>
      <NewMailButton />
      <span className={styles.byTouch}>
        <Button small kind="quiet" aria-pressed={isChoosing} onClick={() => onChoosing(!isChoosing)}>
          {isChoosing ? told.chosen.done : told.chosen.several}
        </Button>
      </span>
      <select
        className={styles.filter}
        data-narrowed={list.filter !== "open" || undefined}
        aria-label={told.filterLabel}
        value={list.view?.id ?? list.filter ?? "open"}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur() // then J moves in the list
        }}
        onChange={(event) => (event.target.value === MANAGE ? setOpen(true) : list.choose(event.target.value))}
      >
        {LIST_FILTERS.map((filter) => (
          <option key={filter} value={filter}>
            {told.filters[filter]}
          </option>
        ))}
        {list.views.length > 0 && (
          <optgroup label={told.views.title}>
            {list.views.map(({ id, name, count, more }) => (
              <option key={id} value={id}>
                {told.views.counted(name, count, more)}
              </option>
            ))}
          </optgroup>
        )}
        <option value={MANAGE}>{told.views.manage}</option>
      </select>
      {isOpen && <ViewsDialog views={list.views} onChoose={list.choose} onClose={() => setOpen(false)} />}
    </div>
  )
}
