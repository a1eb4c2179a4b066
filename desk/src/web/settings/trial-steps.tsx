import type { ReactNode } from "react"
import { Icon } from "../ui/icon.tsx"
import styles from "./settings.module.css"

type Props<Step extends string> = {
  readonly steps: readonly { readonly step: Step; readonly ok: boolean; readonly detail: string }[]
  readonly names: Readonly<Record<Step, string>>
  /** What it came to. */
  readonly children: ReactNode
}

/** How far trying a mail server came: each step with what it answered. */
export function TrialSteps<Step extends string>({ steps, names, children }: Props<Step>) {
  return (
    <output>
      <ul className={styles.steps}>
        {steps.map(({ step, ok, detail }) => (
          <li key={step} data-ok={ok}>
            <Icon name={ok ? "check" : "x"} />
            <span>
              <b>{names[step]}</b> {detail}
            </span>
          </li>
        ))}
      </ul>
      {children}
    </output>
  )
}
