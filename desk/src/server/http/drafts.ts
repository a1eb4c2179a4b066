import type { z } from "zod"
import * as contract from "../../contract/drafts.ts"
import * as lease from "../../contract/replying.ts"
import { readDraft, saveDraft } from "../verbs/drafts.ts"
import * as replying from "../verbs/replying.ts"
import { DONE, type Door, serveMember } from "./serve.ts"

type Draft = z.output<typeof contract.draft>

export function serveDrafts(door: Door): void {
  serveMember(door, contract.readDraft, ({ desk, actor, params, query }) =>
    readDraft<Draft>(desk, actor, { ...params, kind: query.kind ?? "reply" }),
  )
  // A repeated save finds its own revision taken and its own words there: it changes nothing.
  serveMember(
    door,
    contract.writeDraft,
    ({ desk, actor, params, query, body }) =>
      saveDraft<Draft>(desk, actor, { ...params, kind: query.kind ?? "reply" }, body),
    { keeps: "unrepeatable" },
  )
  serveMember(door, lease.readReplying, async ({ desk, actor, params }) => ({
    items: await replying.readReplying(desk, actor, params.conversationId),
  }))
  serveMember(
    door,
    lease.startReplying,
    async ({ desk, actor, params }) => {
      await replying.startReplying(desk, actor, params.conversationId)
      return DONE
    },
    { keeps: "unrepeatable" },
  )
  serveMember(
    door,
    lease.stopReplying,
    async ({ desk, actor, params }) => {
      await replying.stopReplying(desk, actor, params.conversationId)
      return DONE
    },
    { keeps: "unrepeatable" },
  )
}
