import type { ReactNode } from "react"
import type { Review } from "aboveboard-engine"
import { Icon, type IconName } from "../../ui/icon.tsx"
import { words } from "../../words.ts"
import { undecided, type Decision } from "./decisions.ts"
import styles from "./review-bar.module.css"
import { openFindings } from "./stage.ts"

type Verdict = {
  readonly tone: "hold" | "look" | "clear" | "none"
  readonly icon: IconName | null
  readonly text: string
  readonly extra: string
}

/** The verdict as a sentence, spoken only when it changes, and the way out. */
export function ReviewBar({
  review,
  decisions,
  factCount,
  children,
}: {
  review: Review | null
  factCount: number | null
  decisions: readonly Decision[]
  children: ReactNode
}) {
  const verdict = verdictOf(review, decisions, factCount)
  return (
    <div className={styles.bar}>
      <output className={styles.verdict} data-tone={verdict.tone}>
        {verdict.icon !== null && <Icon name={verdict.icon} />}
        {verdict.text}
        {verdict.extra !== "" && <span className={styles.extra}>{verdict.extra}</span>}
      </output>
      {children}
    </div>
  )
}

function verdictOf(review: Review | null, decisions: readonly Decision[], factCount: number | null): Verdict {
  const { verdict: told } = words.composer
  if (review === null) return { tone: "none", icon: null, text: "", extra: "" }
  if (review.language !== "en" && review.own.length > 0) {
    return { tone: "none", icon: "question", text: told.otherLanguage(languageName(review.language)), extra: "" }
  }
  const open = openFindings(review, decisions)
  const promises = undecided(review.promises, decisions).length
  const count = (severity: string) =>
    open.filter((each) => each.severity === severity && !each.rule.startsWith("promise/")).length
  const remarks = count("remark") === 0 ? "" : told.remarks(count("remark"))
  const extra = [remarks, agreed(review, factCount)].filter((part) => part !== "").join(" · ")
  if (count("hold") > 0) return { tone: "hold", icon: "hold", text: told.hold(count("hold")), extra }
  if (count("confirm") > 0) return { tone: "look", icon: "risk", text: told.look(count("confirm")), extra }
  if (promises > 0) return { tone: "look", icon: "risk", text: told.promises(promises), extra }
  const made = decisions.filter((each) => each.kind === "captured").length
  if (made > 0) return { tone: "clear", icon: "check", text: told.ready(made), extra }
  if (review.own.length === 0) return { tone: "none", icon: null, text: "", extra: "" }
  // The rule is off or a mere remark here; that there is no conflict would be untrue all the same.
  const against = review.claims.filter((claim) => claim.verdict === "contradicted").length
  if (against > 0) return { tone: "none", icon: "risk", text: told.against(against), extra }
  return { tone: "clear", icon: "check", text: factCount === null ? told.clear : told.noConflict(factCount), extra }
}

/** How many claims agree with a fact; where something else is said, also what they were compared with. */
function agreed({ claims, findings }: Review, factCount: number | null): string {
  if (factCount === null) return ""
  const count = claims.filter(({ verdict }) => verdict === "supported").length
  const compared = findings.some(({ severity }) => severity !== "remark")
    ? words.composer.verdict.compared(factCount)
    : ""
  return [count === 0 ? "" : words.composer.verdict.agrees(count), compared].filter((part) => part !== "").join(" · ")
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag
  } catch {
    return tag
  }
}
