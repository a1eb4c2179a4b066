import * as contract from "../../contract/imports.ts"
import type { ReceivedMail } from "../verbs/received-mail.ts"
import { beginImport, endImport, listImports, takeBatch } from "../verbs/imports.ts"
import { type Door, serveMember } from "./serve.ts"
import { withoutUndefined } from "./without-undefined.ts"

/** The mail door's, handed in because doors do not know one another. */
export type ReadMail = (raw: Uint8Array) => Promise<ReceivedMail>

/** Old mail, tickets of another desk and tables of customers, handed in by and by: a batch twice is the same as once. */
export function serveImports(door: Door, readMail: ReadMail): void {
  const long = { keeps: "unrepeatable", bodyMax: contract.BATCH_LENGTH_MAX } as const
  serveMember(door, contract.listImports, async ({ desk, actor }) => ({
    items: await listImports(desk.database, actor),
  }))
  serveMember(door, contract.beginImport, ({ desk, actor, body }) => beginImport(desk, actor, body))
  serveMember(
    door,
    contract.importMailBatch,
    async ({ desk, actor, params, body }) => {
      const mails = []
      for (const { base64, at } of body.mails) {
        const raw = Buffer.from(base64, "base64")
        mails.push({ raw, mail: await readMail(raw), arrivedAt: at ?? desk.now().toString() })
      }
      return takeBatch(desk, actor, params.importId, { kind: "mails", mails, done: body.done })
    },
    long,
  )
  serveMember(
    door,
    contract.importTicketBatch,
    ({ desk, actor, params, body }) => takeBatch(desk, actor, params.importId, { kind: "tickets", ...body }),
    long,
  )
  serveMember(
    door,
    contract.importCustomerBatch,
    ({ desk, actor, params, body: { done, customers } }) =>
      takeBatch(desk, actor, params.importId, {
        kind: "customers",
        done,
        customers: customers.map((one) => ({ ...one, scope: withoutUndefined(one.scope) })),
      }),
    long,
  )
  serveMember(door, contract.endImport, ({ desk, actor, params }) => endImport(desk, actor, params.importId))
}
