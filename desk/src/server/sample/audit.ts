import type { Calendar } from "aboveboard-engine"
import { acceptFinding } from "../verbs/audit-acceptances.ts"
import { changeAuditDocument, createAuditDocument } from "../verbs/audit-documents.ts"
import { readAuditedDocument } from "../verbs/audit.ts"
import { deskActor } from "../verbs/desk.ts"
import { addOwnRule } from "../verbs/own-rules.ts"
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
  await addOwnRule(on("-19d 15:00"), deskActor(stage.workspaceId), NO_SLANG)
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
