import { type ReactNode, useState } from "react"
import { RailPromise } from "../conversations/rail-promise.tsx"
import page from "../ui/page.module.css"
import type { OpenCustomer } from "./use-customers.ts"

type Props = {
  readonly title: string
  readonly none: string
  readonly promises: OpenCustomer["promises"]
  /** What stands below them. */
  readonly children?: ReactNode
}

/** What we owe a customer, or the people of a company. */
export function OwedPart({ title, none, promises, children }: Props) {
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <section className={page.section}>
      <h2>
        {title} <span>{promises.length}</span>
      </h2>
      {promises.length === 0 && <p className={page.hint}>{none}</p>}
      <ul>
        {promises.map((each) => (
          <RailPromise
            key={each.id}
            promise={each}
            conversationId={null}
            isChosen={each.id === chosen}
            onChoose={setChosen}
          />
        ))}
      </ul>
      {children}
    </section>
  )
}
