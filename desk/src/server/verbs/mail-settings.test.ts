import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { serverToTest, writeMailSettings } from "./mail-settings.ts"

const SERVER = { host: "mail.example", port: 587, security: "starttls", username: "shop", password: "sesame" } as const
const { password: _password, ...WITHOUT } = SERVER

eachStore((store) => {
  async function shop() {
    const desk = openTestDesk(store.database())
    const { admin } = await openTestWorkspace(desk)
    const write = (server: Parameters<typeof writeMailSettings>[2]["server"]) =>
      writeMailSettings(desk, admin, { fromName: "A shop", addresses: [], server })
    const tested = async (server: Parameters<typeof serverToTest>[2]) =>
      (await serverToTest(desk, admin, server, null)).server.password
    await write(SERVER)
    const mailed = async (from: string | null) =>
      (await serverToTest(desk, admin, SERVER, { to: "ines@shop.example", from })).mail
    return { write, tested, mailed }
  }

  test("the password on file is used again for the server and user that it was entered for", async () => {
    const { write, tested } = await shop()
    expect(await tested(WITHOUT)).toBe("sesame")
    await write({ ...WITHOUT, port: 465, security: "tls" })
    expect(await tested(WITHOUT)).toBe("sesame")
  })

  test("it is not told to another server, nor for another user", async () => {
    const { write, tested } = await shop()
    for (const other of [{ host: "evil.example" }, { username: "somebody" }]) {
      await expect(tested({ ...WITHOUT, ...other })).rejects.toMatchObject({ code: "conflict" })
      await expect(write({ ...WITHOUT, ...other })).rejects.toMatchObject({ code: "conflict" })
      expect(await tested({ ...WITHOUT, ...other, password: "another" })).toBe("another")
    }
    expect(await tested(WITHOUT)).toBe("sesame")
  })

  test("a test mail comes from the address that was typed, before any is on file", async () => {
    const { mailed } = await shop()
    await expect(mailed(null)).rejects.toMatchObject({ code: "invalid" })
    expect(await mailed("help@shop.example")).toMatchObject({ from: "help@shop.example", to: "ines@shop.example" })
  })

  test("it is gone once it was removed", async () => {
    const { write, tested } = await shop()
    await write({ ...WITHOUT, password: null })
    expect(await tested(WITHOUT)).toBeNull()
    await write({ ...WITHOUT, host: "other.example" })
  })
})
