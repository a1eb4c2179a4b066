import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, test } from "vitest"
import { eachStore } from "../../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../../test/desk.ts"
import { readMailbox } from "../../database/mailboxes.ts"
import { addMailbox, changeMailbox, openMailbox } from "../../verbs/mailboxes.ts"
import { credentialOf } from "./access-token.ts"

const ACCOUNT = {
  address: "help@harbour.example",
  host: "mail.harbour.example",
  port: 993,
  security: "tls",
  username: "help",
  inboxFolder: "INBOX",
  readsSent: false,
  appendsSent: false,
} as const

eachStore((store) => {
  async function shop(answer: Parameters<typeof createServer>[1]) {
    const provider = createServer(answer)
    await once(provider.listen(0, "127.0.0.1"), "listening")
    const { port } = provider.address() as AddressInfo
    const desk = openTestDesk(store.database())
    const { admin, workspaceId } = await openTestWorkspace(desk)
    const oauth = {
      auth: "oauth",
      tokenUrl: `http://127.0.0.1:${port}/`,
      clientId: "desk",
      refreshToken: "r-1",
    } as const
    const id = await addMailbox(desk, admin, { ...ACCOUNT, ...oauth, address: `help-${workspaceId}@harbour.example` })
    const open = async () => {
      const row = await readMailbox(desk.database, workspaceId, id)
      if (row === null) throw new Error("no mailbox")
      return openMailbox(desk, row)
    }
    return { desk, admin, id, open, [Symbol.dispose]: () => provider.closeAllConnections() }
  }

  test("a token that comes when the account was changed meanwhile does not take the place of the new password", async () => {
    let change = async () => {}
    using harbour = await shop((_request, response) => {
      void change().then(() => response.end(JSON.stringify({ access_token: "a-1", refresh_token: "r-2" })))
    })
    const { desk, admin, id, open } = harbour
    change = () => changeMailbox(desk, admin, id, { ...ACCOUNT, auth: "password", password: "a new one" })
    await credentialOf(desk, await open())
    expect((await open()).secret).toEqual({ kind: "password", password: "a new one" })
  })

  test("of an answer without an end no more is read than a token needs", async () => {
    let sent = 0
    using harbour = await shop((_request, response) => {
      const more = () => {
        while (!response.destroyed && sent < 50_000_000) {
          sent += 65_536
          if (!response.write("x".repeat(65_536))) return void response.once("drain", more)
        }
        response.end()
      }
      more()
    })
    await expect(credentialOf(harbour.desk, await harbour.open())).rejects.toThrow("gave no access token")
    expect(sent).toBeLessThan(20_000_000)
  })
})
