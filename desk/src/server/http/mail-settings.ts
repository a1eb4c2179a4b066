import * as contract from "../../contract/mail-settings.ts"
import { readMailSettings } from "../database/mail-settings.ts"
import { type ServerTest, type TestMail, serverToTest, writeMailSettings } from "../verbs/mail-settings.ts"
import { type Door, serveMember } from "./serve.ts"

/** Tries an outgoing server; the mail door's, handed in because doors do not know one another. */
export type TestServer = (
  server: ServerTest["server"],
  mail: TestMail | null,
) => Promise<{ readonly ok: boolean; readonly steps: readonly TestStep[] }>

type TestStep = {
  readonly step: "find" | "connect" | "encrypt" | "sign-in" | "send"
  readonly ok: boolean
  readonly detail: string
}

/** Which addresses customers write to, and which server sends. */
export function serveMailSettings(door: Door, testServer: TestServer): void {
  serveMember(door, contract.readMailSettings, ({ desk, actor }) => readMailSettings(desk.database, actor.workspaceId))
  serveMember(door, contract.writeMailSettings, async ({ desk, actor, body }) => {
    await writeMailSettings(desk, actor, body)
    return readMailSettings(desk.database, actor.workspaceId)
  })
  serveMember(
    door,
    contract.testMailServer,
    async ({ desk, actor, body: { sendTo, from = null, ...server } }) => {
      const test = await serverToTest(desk, actor, server, sendTo === undefined ? null : { to: sendTo, from })
      return testServer(test.server, test.mail)
    },
    { keeps: "unrepeatable" },
  )
}
