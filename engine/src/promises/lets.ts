import { textAt, wordSet } from "../words.ts"
import type { Reading } from "./reading.ts"
import { isCompleted } from "./completed.ts"
import { owesNothing } from "./verbs.ts"

/** Who undertakes in "let me check" (i) and, in a talk, "let's get it fixed" (we); null for "please let me know". */
export function letsDo(reading: Reading): "i" | "we" | null {
  const { clause, words, setting } = reading
  const lead = words[clause.modalAt - 1]?.text ?? ","
  if (!LEADS.has(lead) && !(setting.isTalk && !ASKS.has(lead))) return null
  if (clause.verb === "know" || (clause.verb === "have" && !LOOK.has(textAt(words, clause.verbAt + 1)))) return null
  const whom = words[clause.modalAt + 1]?.text
  if (whom === "us") return null
  if (whom === "'s" || textAt(words, clause.modalAt) === "lets") {
    return setting.isTalk &&
      (clause.known || clause.verb === "continue") &&
      (clause.verb !== "see" || isCompleted(reading))
      ? "we"
      : null
  }
  return owesNothing(clause.verb) && !OPEN_VERBS.has(clause.verb) && !isCompleted(reading) ? null : "i"
}

/** What may stand before "let me" where it opens a clause. */
const LEADS = wordSet(
  ", ; : - — – ! . ? .. and but so ok okay right now uh um er just then well yeah yes sure first alright oh yep again please &",
)
/** What makes a request or a tale of it: "will you let me know", "they let me in". */
const ASKS = wordSet(
  "to will 'll would 'd can could should must might may do does did n't not please pls you u he she it they who that always never be kindly i we",
)
const LOOK = wordSet("a another look")
const OPEN_VERBS = wordSet("have see be")
