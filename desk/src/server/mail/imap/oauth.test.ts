import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { isInstalled } from "../../../../../e2e/servers/available.ts"
import { type Dovecot, startDovecot } from "../../../../../e2e/servers/dovecot.ts"
import { oneStore } from "../../../../test/database.ts"
import { openTestDesk } from "../../../../test/desk.ts"
import { openMailboxShop, rosaWrites } from "../../../../test/mailbox-shop.ts"
import { type OpenIdProvider, startOpenIdProvider } from "../../../../test/open-id-provider.ts"
import { addMailbox, changeMailbox } from "../../verbs/mailboxes.ts"

const BOX = "help@harbour.test"

describe.skipIf(!isInstalled("dovecot"))("A mailbox that is opened with XOAUTH2", () => {
  oneStore((store) => {
    let dovecot: Dovecot
    let provider: OpenIdProvider
    beforeAll(async () => {
      provider = await startOpenIdProvider(() => BOX, "the first refresh token")
      dovecot = await startDovecot([BOX], { tokenInfoUrl: provider.tokenInfoUrl })
    })
    afterAll(async () => {
      await dovecot?.stop()
      await provider?.close()
    })

    test("gets a token, keeps it while it lasts, and gets another when it is old or was taken back", async () => {
      const desk = openTestDesk(store.database(), new Date().toISOString())
      const shop = await openMailboxShop(desk, dovecot, BOX, {
        auth: "oauth",
        tokenUrl: provider.tokenUrl,
        clientId: "the-desk",
        clientSecret: "a client secret",
        scope: "mail",
        refreshToken: "the first refresh token",
      })
      await shop.deliver(rosaWrites("oauth", "Is it open?"))
      await shop.readOnce()
      expect(await shop.messages()).toHaveLength(1)
      await shop.readOnce()
      expect(provider.asked).toEqual([
        {
          grant_type: "refresh_token",
          refresh_token: "the first refresh token",
          client_id: "the-desk",
          client_secret: "a client secret",
          scope: "mail",
        },
      ])
      // An hour later the token is old; the refresh token is the one that came with the last.
      desk.pass({ hours: 1 })
      await shop.readOnce()
      expect(provider.asked.map(({ refresh_token: token }) => token)).toEqual(["the first refresh token", "refresh-1"])
      // Taken back before its time: it fails once, and the next try has another.
      provider.revokeAll()
      expect(await (await shop.open()).ended).toMatchObject({ kind: "failed", refused: true })
      await shop.readOnce()
      expect(provider.asked).toHaveLength(3)
    })

    test("says what the provider said when it gives no token", async () => {
      const desk = openTestDesk(store.database(), new Date().toISOString())
      const oauth = { auth: "oauth", tokenUrl: provider.tokenUrl, clientId: "the-desk" } as const
      const shop = await openMailboxShop(desk, dovecot, "sales@harbour.test", { ...oauth, refreshToken: "an old one" })
      expect(await (await shop.open()).ended).toMatchObject({
        refused: true,
        words: expect.stringContaining("The refresh token is not valid."),
      })
    })

    test("sends its secrets nowhere in the clear, and to no other account", async () => {
      const desk = openTestDesk(store.database(), new Date().toISOString())
      const shop = await openMailboxShop(desk, dovecot, "repairs@harbour.test")
      const { password: _password, ...account } = shop.account
      const elsewhere = { ...account, host: "mail.example" }
      await expect(changeMailbox(desk, shop.admin, shop.mailboxId, elsewhere)).rejects.toThrow("Enter the password")
      await expect(
        addMailbox(desk, shop.admin, {
          ...shop.account,
          username: "other",
          auth: "oauth",
          clientId: "x",
          refreshToken: "y",
          tokenUrl: "http://tokens.example/token",
        }),
      ).rejects.toThrow("https://")
    })
  })
})
