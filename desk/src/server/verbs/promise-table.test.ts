import { describe, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { type TestDesk, openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import type { PromiseState } from "../../ledger/customer-promise.ts"
import { readPromise } from "../database/promises.ts"
import { createCustomer } from "./customers.ts"
import { commit } from "./desk.ts"
import * as promises from "./promises.ts"
import { recordEntry, recordPromise } from "./record-entry.ts"
import { reopenPromise } from "./reopen.ts"
import { keepPromise } from "./settle.ts"
import { verify } from "./verify.ts"

type Shop = Awaited<ReturnType<typeof openShop>>
const DUE = { until: "2026-11-20T16:00:00Z" }

const VERBS: Readonly<Record<string, (shop: Shop, id: string) => Promise<unknown>>> = {
  confirm: ({ desk, member }, id) => promises.confirmPromise(desk, member, id, { ownerId: member.id, due: DUE }),
  dismiss: ({ desk, member }, id) => promises.dismissPromise(desk, member, id, undefined),
  keep: ({ desk, member }, id) => keepPromise(desk, member, id, { kind: "word" }),
  break: ({ desk, member }, id) =>
    commit(desk, (queries) =>
      recordEntry(queries, desk, member, id, {
        kind: "broken",
        body: { until: DUE.until, graceMinutes: 0 },
        texts: null,
      }),
    ),
  renegotiate: ({ desk, member }, id) =>
    promises.renegotiatePromise(desk, member, id, { due: DUE, reason: "Late", agreed: true }),
  release: ({ desk, member }, id) => promises.releasePromise(desk, member, id, "No longer needed"),
  reopen: ({ desk, member }, id) => reopenPromise(desk, member, id, { why: "disputed" }),
  void: ({ desk, member }, id) =>
    commit(desk, (queries) =>
      recordEntry(queries, desk, member, id, { kind: "voided", body: { why: "undone" }, texts: null }),
    ),
  "hand over": ({ desk, member, lead }, id) => promises.handOverPromise(desk, member, id, { ownerId: lead.id }),
  wait: ({ desk, member }, id) => promises.setWaiting(desk, member, id, { on: "customer" }),
  "meet condition": ({ desk, member }, id) => promises.meetCondition(desk, member, id, DUE),
}

const TABLE: Readonly<Record<PromiseState, Readonly<Record<string, PromiseState>>>> = {
  proposed: { confirm: "open", dismiss: "dismissed", void: "void", "hand over": "proposed" },
  open: {
    keep: "kept",
    break: "broken",
    renegotiate: "renegotiated",
    release: "released",
    void: "void",
    "hand over": "open",
    wait: "open",
  },
  broken: {
    keep: "kept",
    renegotiate: "renegotiated",
    release: "released",
    void: "void",
    "hand over": "broken",
    wait: "broken",
  },
  kept: { reopen: "open", void: "void" },
  renegotiated: { reopen: "open", void: "void" },
  released: { void: "void" },
  dismissed: { void: "void" },
  void: {},
}

const WAYS: Readonly<Record<PromiseState, readonly string[]>> = {
  proposed: [],
  open: ["confirm"],
  kept: ["confirm", "keep"],
  broken: ["confirm", "break"],
  renegotiated: ["confirm", "renegotiate"],
  released: ["confirm", "release"],
  dismissed: ["dismiss"],
  void: ["confirm", "void"],
}
const STATES = Object.keys(WAYS) as readonly PromiseState[] // every key of the record above

describe("Every verb in every state", () => {
  eachStore((store) => {
    test.each(STATES)("of a promise that is %s does what the table says, or a conflict and nothing", async (from) => {
      const shop = await openShop(openTestDesk(store.database()))
      for (const [name, verb] of Object.entries(VERBS)) {
        const id = await shop.propose()
        for (const way of WAYS[from]) await VERBS[way]?.(shop, id)
        const before = await readPromise(shop.desk.database, shop.workspaceId, id)
        expect(before?.state).toBe(from)
        const to = TABLE[from][name]
        if (to === undefined) await expect([name, verb(shop, id)][1]).rejects.toMatchObject({ code: "conflict" })
        else await verb(shop, id)
        const after = await readPromise(shop.desk.database, shop.workspaceId, id)
        expect([name, after?.state]).toEqual([name, to ?? from])
        if (to === undefined) expect(after).toEqual(before)
      }
      expect((await verify(shop.desk)).problems).toEqual([])
    })
  })
})

async function openShop(desk: TestDesk) {
  const team = await openTestWorkspace(desk)
  const customerId = await createCustomer(desk, team.member, { name: "Margaret" })
  const propose = () =>
    commit(desk, (queries) =>
      recordPromise(queries, desk, team.member, {
        kind: "proposed",
        body: {
          customerId,
          conversationId: null,
          messageId: null,
          predecessorId: null,
          channel: "call",
          saidAt: desk.now().toString(),
          saidBy: team.member.id,
          deed: "call-back",
          ownerId: team.member.id,
          conditional: false,
          from: null,
          until: DUE.until,
        },
        texts: { words: "I'll ring you.", dueWords: null, condition: null },
      }),
    )
  return { desk, ...team, propose }
}
