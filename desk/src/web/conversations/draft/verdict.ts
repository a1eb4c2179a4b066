import type { Review } from "aboveboard-engine"
import { words } from "../../words.ts"
import { type Decision, undecided } from "./decisions.ts"
import { openFindings } from "./stage.ts"

export type Verdict = {
  readonly tone: "hold" | "look" | "clear" | "none"
  readonly icon: "hold" | "risk" | "check" | "question" | null
  readonly text: string
  readonly extra: string
}

/** What the review comes to: the most severe first, and beside it whatever else will be asked before the message leaves. */
export function verdictOf(review: Review | null, decisions: readonly Decision[], factCount: number | null): Verdict {
  const { verdict: told } = words.composer
  if (review === null) return { tone: "none", icon: null, text: "", extra: "" }
  if (review.language !== "en" && review.own.length > 0) {
    return { tone: "none", icon: "question", text: told.otherLanguage(languageName(review.language)), extra: "" }
  }
  const open = openFindings(review, decisions)
  const promises = undecided(review.promises, decisions).length
  const count = (severity: string) =>
    open.filter((each) => each.severity === severity && !each.rule.startsWith("promise/")).length
  const [held, unsure, remarks] = [count("hold"), count("confirm"), count("remark")]
  const look = held === 0 || unsure === 0 ? [] : [told.lookToo(unsure)]
  const asked = promises === 0 || held + unsure === 0 ? [] : [told.promises(promises)]
  const noted = remarks === 0 ? [] : [told.remarks(remarks)]
  const extra = [...look, ...asked, ...noted, ...agreed(review, factCount)].join(" · ")
  if (held > 0) return { tone: "hold", icon: "hold", text: told.hold(held), extra }
  if (unsure > 0) return { tone: "look", icon: "risk", text: told.look(unsure), extra }
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
function agreed({ claims, findings }: Review, factCount: number | null): readonly string[] {
  if (factCount === null) return []
  const count = claims.filter(({ verdict }) => verdict === "supported").length
  const isCompared = findings.some(({ severity }) => severity !== "remark")
  const { agrees, compared } = words.composer.verdict
  return [...(count === 0 ? [] : [agrees(count)]), ...(isCompared ? [compared(factCount)] : [])]
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag
  } catch {
    return tag
  }
}
