import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { listMembers } from "../../desk/src/contract/members.ts"
import { words } from "../../desk/src/web/words.ts"
import { codeOf } from "../../desk/test/authenticator.ts"
import { type SignInProvider, startSignInProvider } from "../../desk/test/sign-in-provider.ts"
import { isInstalled } from "../servers/available.ts"
import { type Chromium, type OpenPage, seriousFindings, sharedChromium } from "../servers/chromium.ts"
import { type Desk, startDesk } from "../servers/desk.ts"
import { freePort } from "../servers/ports.ts"
import { ADMIN, type MemberCalls, setUpDesk } from "../servers/member.ts"

const told = words.security

describe.skipIf(!isInstalled("chromium"))("signing in with more than a password", () => {
  let provider: SignInProvider
  let desk: Desk
  let chromium: Chromium
  let visit: OpenPage
  let member: MemberCalls
  let slug: string

  beforeAll(async () => {
    provider = await startSignInProvider()
    const { issuer, clientId, clientSecret } = provider
    const env = {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_NAME: "Harbour",
    }
    desk = await startDesk({ port: await freePort(), env })
    member = await setUpDesk(desk.url)
    slug = member.slug
    chromium = await sharedChromium()
    visit = await chromium.openPage({ baseUrl: `http://localhost:${desk.port}` }) // passkeys belong to a name
  })
  afterAll(async () => {
    await chromium?.stop()
    await desk?.stop()
    await provider?.close()
  })

  test("a code is asked for once it was set up, and a recovery code stands for it", async () => {
    const { page } = visit
    await page.goto("/sign-in")
    await givePassword(page)
    await page.waitForURL(/\/(?:today|start)/)
    await page.goto(`/${slug}/settings/security`)
    await page.getByRole("button", { name: told.codes.setUp }).click()
    await confirmPassword(page, told.goOn)
    const dialog = page.getByRole("dialog")
    await dialog.getByRole("heading", { name: told.codes.recoveryTitle }).waitFor()
    const recoveryCode = (await dialog.getByRole("listitem").first().textContent()) ?? ""
    await dialog.getByRole("button", { name: told.codes.kept }).click()
    await dialog.getByRole("img", { name: told.codes.picture }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    const secret = (await dialog.locator("code").textContent()) ?? ""
    await dialog.getByLabel(told.codes.code).fill(codeOf(`otpauth://totp/x?secret=${secret}`))
    await page.keyboard.press("Enter")
    await page.getByText(told.codes.left(10)).waitFor()
    await signOut(page)

    await givePassword(page)
    await page.getByRole("heading", { name: words.signIn.codeTitle }).waitFor()
    await page.getByRole("button", { name: words.signIn.useRecovery }).click()
    await page.getByLabel(words.signIn.recoveryCode).fill(recoveryCode)
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/(?:today|start)/)
    await page.goto(`/${slug}/settings/security`)
    await page.getByText(told.codes.left(9)).waitFor()
    await page.getByText(told.sessions.by["recovery-code"]).waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  test("a passkey signs in by itself", async () => {
    const { page } = visit
    const devtools = await page.context().newCDPSession(page)
    await devtools.send("WebAuthn.enable")
    const options = { protocol: "ctap2", transport: "internal", automaticPresenceSimulation: true } as const
    await devtools.send("WebAuthn.addVirtualAuthenticator", {
      options: { ...options, hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    })
    await page.getByRole("button", { name: told.passkeys.add }).click()
    await page.getByLabel(told.passkeys.name).fill("Office computer")
    await confirmPassword(page, told.passkeys.add)
    await page.getByRole("button", { name: told.passkeys.removeOf("Office computer") }).waitFor()
    await signOut(page)
    await page.getByRole("button", { name: words.signIn.passkey }).click()
    await page.waitForURL(/\/(?:today|start)/)
    await page.goto(`/${slug}/settings/security`)
    await page.getByText(told.sessions.by.passkey).waitFor()
    await page.getByRole("button", { name: told.sessions.endOthers }).click()
    await page.getByText(/^Signed out in /).waitFor()
    await page.getByRole("button", { name: told.sessions.endOthers }).waitFor({ state: "detached" })
    await expect(member.call(listMembers)).rejects.toThrow("401") // who set the desk up, at another computer
  })

  test("a workspace that asks for a second factor shows nothing to a password alone, and lets the provider's people in", async () => {
    const { page } = visit
    await page.getByLabel(told.workspace.ask).check()
    await page.getByText(words.settings.saved).waitFor()
    await page.getByRole("button", { name: told.codes.end }).click()
    await confirmPassword(page, told.codes.end)
    await page.getByText(told.codes.ended).waitFor()
    await signOut(page)
    await givePassword(page)
    await page.getByRole("heading", { name: told.first.title }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole("button", { name: words.shell.signOut }).click()

    provider.who = { sub: "ines", email: ADMIN.email, email_verified: true, name: ADMIN.name }
    await page.getByRole("button", { name: words.signIn.provider("Harbour") }).click()
    await page.waitForURL(/\/(?:today|start)/)
    await page.goto(`/${slug}/settings/security`)
    await page.getByText(told.sessions.by.provider).waitFor()
    await signOut(page)

    provider.who = { ...provider.who, sub: "eve", email: "eve@elsewhere.example" }
    await page.getByRole("button", { name: words.signIn.provider("Harbour") }).click()
    await page.getByText(words.signIn.providerFailed).waitFor()
    expect(visit.problems.filter((problem) => !/401|403|422/.test(problem))).toEqual([])
  })
})

async function givePassword(page: Page): Promise<void> {
  await page.getByLabel(words.signIn.email).fill(ADMIN.email)
  await page.getByLabel(words.signIn.password).fill(ADMIN.password)
  await page.keyboard.press("Enter")
}

async function confirmPassword(page: Page, does: string): Promise<void> {
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel(told.password).fill(ADMIN.password)
  await dialog.getByRole("button", { name: does }).click()
}

async function signOut(page: Page): Promise<void> {
  await page.goto(new URL("/", page.url()).href)
  await page.waitForURL(/\/(?:today|start)/)
  await page.goto(page.url().replace(/\/(?:today|start).*/, "/settings/you"))
  await page.getByRole("main").getByRole("button", { name: words.shell.signOut }).click()
  await page.waitForURL(/\/sign-in/)
}
