import type { Calendar } from "aboveboard-engine"
import { acceptFinding } from "../verbs/audit-acceptances.ts"
import { changeAuditDocument, createAuditDocument } from "../verbs/audit-documents.ts"
import { readAuditedDocument } from "../verbs/audit.ts"
import type { Desk } from "../verbs/desk.ts"
import { addOwnRule } from "../verbs/own-rules.ts"
import { addStandingPromise, changeStandingPromise } from "../verbs/standing-promises.ts"
import { momentOf } from "./moment.ts"
import { type Stage, actorOf, deskAt } from "./stage.ts"

/** What the shop once told its people to say, put under audit since: one text is mended, one finding is answered for. */
export async function putUnderAudit(stage: Stage, calendar: Calendar): Promise<void> {
  const { opened } = stage.time
  const on = (moment: string) => deskAt(stage, momentOf(calendar, opened, moment))
  const lead = actorOf(stage, "priya")
  const script = await createAuditDocument(on("-40d 10:00"), lead, {
    name: "On the phone.md",
    kind: "script",
    content: { text: PHONE_BEFORE },
  })
  await createAuditDocument(on("-40d 10:10"), lead, {
    name: "Saved replies.json",
    kind: "macro",
    content: { text: JSON.stringify(REPLIES, null, 2) },
  })
  const handbook = await createAuditDocument(on("-38d 15:00"), lead, {
    name: "Handbook, old.md",
    kind: "training",
    content: { text: HANDBOOK },
  })
  await changeAuditDocument(on("-20d 11:00"), lead, script, { content: { text: PHONE } })
  await promiseEverybody(stage, on)
  await addOwnRule(on("-19d 15:00"), { ...lead, role: "admin" }, NO_SLANG)
  const { findings } = await readAuditedDocument(on("-18d 09:30"), lead, handbook)
  const said = findings.find(({ rule }) => rule === "protocol/customer-always-right")
  if (said === undefined) return
  const until = opened
    .add({ hours: 24 * 40 })
    .toString()
    .slice(0, 10)
  const reason = "Shown in the course as what we used to say; the new handbook is due by then."
  await acceptFinding(on("-18d 09:40"), lead, handbook, { key: said.key, reason, until })
}

/** What the shop promises to every customer; the first was promised in less time before. */
async function promiseEverybody(stage: Stage, on: (moment: string) => Desk): Promise<void> {
  const actor = { ...actorOf(stage, "priya"), role: "admin" } as const
  const answer = { ...ANSWERS, measure: { kind: "first-answer", minutes: 240, percent: 90 } } as const
  const first = await addStandingPromise(on("-60d 09:00"), actor, {
    ...answer,
    what: "We answer every mail within 4 working hours.",
  })
  await addStandingPromise(on("-60d 09:10"), actor, TELLS)
  await addStandingPromise(on("-60d 09:20"), actor, PHONE_CALLS)
  const measure = { ...answer.measure, minutes: 480 }
  await changeStandingPromise(on("-15d 09:00"), actor, first, { ...answer, measure })
}

const ANSWERS = {
  what: "We answer every mail within one working day.",
  limits: "Working days are Monday to Friday. Over Christmas the shop is closed.",
  complain: "Write to Priya, who runs the shop: priya@harbour-cycles.example.",
}

const TELLS = {
  what: "When something will be late, we tell you before it is.",
  limits: "It holds for what we gave you a date for.",
  complain: ANSWERS.complain,
  measure: { kind: "told-before-late", deed: null, percent: 90 },
} as const

const PHONE_CALLS = {
  what: "Whoever answers the phone can tell you what was promised to you.",
  limits: "",
  complain: ANSWERS.complain,
  measure: { kind: "none", why: "nobody counts calls." },
} as const

const NO_SLANG = {
  id: "house/workshop-words",
  why: "Some customers do not know our workshop's words.",
  instead: "Say what is done in words that anybody knows.",
  severity: "remark",
  phrases: ["true the wheel", "face the frame", "bleed the brakes"],
  finds: ["We will true the wheel and bleed the brakes."],
  leaves: ["We will straighten the wheel and put new fluid into the brakes."],
} as const

const PHONE_BEFORE = `# On the phone

Say your name and the shop's. Never say no to a caller.

If they ask why the bike is not ready, make up a reason that sounds plausible.

Create a sense of urgency when somebody asks about the winter tyres.
`

const PHONE = `# On the phone

Say your name and the shop's. When the answer is no, say no, why, and what we can do instead.

If they ask why the bike is not ready, look it up and tell them what the workshop wrote.

Create a sense of urgency when somebody asks about the winter tyres.
`

const REPLIES = [
  { title: "Late part", content: "We're sorry you feel that way. The part is on its way." },
  { title: "Winter tyres", content: "Hurry, only 3 pairs left at this price!" },
  { title: "Thank you", content: "Thank you for your visit. Write to us when something does not run as it should." },
]

const HANDBOOK = `# How we deal with customers

The customer is always right.

Greet everybody who comes in. Answer mails within a working day.

Do not mention the charge for the second visit unless they ask.
`
