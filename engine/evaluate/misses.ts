import { parseArgs } from "node:util"
import type { Half } from "./rows.ts"
import { bare, scorePromises } from "./undertakings.ts"

/** Prints where review and labels differ in the part that rules are developed on: half a, or `--half b1`. b2 is not for reading. */
const { values } = parseArgs({
  options: { data: { type: "string" }, set: { type: "string" }, half: { type: "string" } },
})
const half: Half = values.half === "b1" ? "b1" : "a"
for (const row of scorePromises(values.data ?? "", half)) {
  if (row.truth.label === "disputed" || (values.set !== undefined && row.set !== values.set)) continue
  const truth = row.truth.label === "third" || row.truth.label === "courtesy" ? "none" : row.truth.label
  const differs =
    truth !== row.found.label
      ? "LABEL"
      : truth === "none"
        ? ""
        : row.truth.actor !== row.found.actor && row.truth.actor !== "disputed"
          ? "ACTOR"
          : bare(row.truth.due) !== bare(row.found.due) && row.truth.due !== "disputed"
            ? "DUE"
            : ""
  if (differs !== "")
    console.log(
      `${row.set} ${differs} | ${row.truth.label} ${row.truth.actor} «${row.truth.due}» | got ${row.found.label} ${row.found.actor} «${row.found.due}» | ${row.text}`,
    )
}
