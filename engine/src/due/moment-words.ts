import { innerTable, leadTable } from "./phrase-table.ts"
import type { Edge } from "./when.ts"

/** How a word of time leads on: `clock` says that a lone number after it is an hour. */
export type Lead = { readonly edge: Edge; readonly clock: boolean }

/** Words before a day or a time. */
export const LEADS = leadTable<Lead>([
  [
    { edge: "on", clock: false },
    "on|[in/during] the course of|between|sometime|some time|sometime on|at some point|at some point on|at some time|later|later on|as [early/soon] as|a [little/bit] later|around|about|on or [around/about]|anytime|any time|either",
  ],
  [
    { edge: "on", clock: true },
    "at|@|at around|at about|at approximately|at approx|at roughly|at exactly|at just before|just before",
  ],
  [
    { edge: "by", clock: true },
    "by|no later than|not later than|until|till|til|'til|by no later than|up to|at the latest by|by around|by about|by at latest|by latest|on or before|by the latest|up until|between now and|from now until|from now till|from now to",
  ],
  [
    { edge: "before", clock: true },
    "before|b4|prior to|ahead of|in [time/good time] for|earlier than|[any time/anytime/sometime/some time/at some point/well/shortly/a little/a bit/long] before|before around",
  ],
  [
    { edge: "after", clock: true },
    "after|later than|[any time/anytime/sometime/some time/at some point/a little/a bit/well] after|after [around/about]|gone",
  ],
  [
    { edge: "from", clock: true },
    "from|on or after|no sooner than|not before|no earlier than|not earlier than|starting|starting on|starting from|as of|as from|effective|beginning|with effect from",
  ],
  [{ edge: "since", clock: true }, "since|ever since"],
  [{ edge: "just-after", clock: true }, "just after|shortly after|soon after"],
])
/** Words between a day, its part and a time of the clock. */
export const GLUE = innerTable<Lead | null>([
  [null, ",|-|of|(|, the|for"],
  [{ edge: "on", clock: false }, "on|, on|sometime|, sometime|some time|, sometime on|around|about|the"],
  [
    { edge: "on", clock: true },
    "at|, at|@|around|, around|about|, about|at around|, at around|at about|at approx|at approximately|sometime around|- at|, say,|say",
  ],
  [{ edge: "by", clock: true }, "[/, ][by/no later than]|until|till"],
  [{ edge: "just-after", clock: true }, "[/, ][just/shortly] after|[soon/straight] after"],
  [{ edge: "before", clock: true }, "[/, ][/just ]before|sometime before"],
  [
    { edge: "after", clock: true },
    "[/, ][after/sometime after/from]|[some time/any time/anytime] after|later than|as early as|onwards from",
  ],
])
export const HEDGES = innerTable<true>([
  [true, "[/, ][probably/hopefully/ideally/likely/most likely/maybe/perhaps/preferably]|, possibly"],
])
/** Words after it that belong to it. */
export const TRAIL = innerTable<true>([
  [
    true,
    "sometime|some time|[/, ]at the latest|latest|at latest|at the very latest|sharp|on the dot|ish|if not before|or [so/thereabouts/sooner/earlier/before]|after [landing/work/school/training/closing]|before [work/school/closing]",
  ],
])
/** Words after it that leave its end open. */
export const OPEN_TRAIL = innerTable<true>([[true, "or later|onwards|onward|and after|or after|and later|on"]])
