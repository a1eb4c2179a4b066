import { useState } from "react"
import { usePromiseDialogs } from "../promise/promise-dialogs.tsx"
import { Button } from "../ui/button.tsx"
import { Icon } from "../ui/icon.tsx"
import { words } from "../words.ts"
import styles from "./met-question.module.css"
import type { ShownPromise } from "./use-conversation.ts"

/** Asked once a message: is the condition of a promise met by what the customer wrote? */
export function MetQuestion({ promise, messageId }: { promise: ShownPromise; messageId: string }) {
  const { met, erased } = words.conversation
  const dialogs = usePromiseDialogs()
  const place = `aboveboard:not-met:${promise.id}:${messageId}`
  const [isAnswered, setAnswered] = useState(() => wasAnswered(place))
  if (isAnswered) return null
  return (
    <div className={styles.ask}>
      <Icon name="question" />
      <div>
        <p>
          {met.question} <q className="q">{promise.condition}</q>
        </p>
        <p className="mute">
          {met.thenWeDo} <q className="q">{promise.words ?? erased}</q>
        </p>
      </div>
      <div className={styles.answers}>
        <Button small onClick={() => dialogs.open("met", promise)}>
          {met.yes}
        </Button>
        <Button
          small
          onClick={() => {
            keepAnswer(place)
            setAnswered(true)
          }}
        >
          {met.no}
        </Button>
      </div>
    </div>
  )
}

function wasAnswered(place: string): boolean {
  try {
    return sessionStorage.getItem(place) !== null
  } catch {
    return false
  }
}

function keepAnswer(place: string): void {
  try {
    sessionStorage.setItem(place, "no")
  } catch {
    // Storage is off: it asks again after a reload, which is no harm.
  }
}
