import type { Review } from "aboveboard-engine"
import type { Queries } from "../database/database.ts"
import { listMembers } from "../database/members.ts"
import { insertTask } from "../database/tasks.ts"
import type { Actor, Desk } from "./desk.ts"

type Overridden = {
  readonly conversation: { readonly id: string; readonly customerId: string }
  readonly verdict: Review
  readonly input: { readonly text: string; readonly overrideReason?: string | undefined }
}

/** Tells every lead (the admins where there is none) that a hold was overridden: what, and with which reason. */
export async function tellLeads(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  { conversation, verdict, input }: Overridden,
  messageId: string,
): Promise<void> {
  const held = verdict.findings.find(({ severity }) => severity === "hold")
  if (held === undefined) return
  const quote = input.text.slice(held.start, held.end)
  await giveLeads(queries, desk, actor, {
    customerId: conversation.customerId,
    conversationId: conversation.id,
    messageId,
    words: `“${quote}” was sent in spite of a hold. Reason: ${input.overrideReason ?? ""}`,
  })
}

/** A task for every lead but the actor; for the admins where there is no other lead. */
export async function giveLeads(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  task: {
    readonly customerId?: string
    readonly conversationId?: string
    readonly messageId?: string
    readonly words: string
  },
): Promise<void> {
  const team = (await listMembers(queries, actor.workspaceId)).filter(
    ({ id, removedAt }) => removedAt === null && id !== actor.by.id,
  )
  const leads = team.filter(({ role }) => role === "lead")
  const told = leads.length > 0 ? leads : team.filter(({ role }) => role === "admin")
  for (const { id } of told) {
    await insertTask(queries, {
      workspaceId: actor.workspaceId,
      id: desk.newId(),
      kind: "override",
      ownerId: id,
      ...task,
      at: desk.now().toString(),
    })
  }
}
