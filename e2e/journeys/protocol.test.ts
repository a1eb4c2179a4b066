import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { pdf } from "../../cli/test/documents.ts"
import { createLog } from "../../desk/src/contract/messages.ts"
import { listOwnRules, writeOwnRule } from "../../desk/src/contract/own-rules.ts"
import { createReply } from "../../desk/src/contract/saved-replies.ts"
import { isInstalled } from "../servers/available.ts"
import { type Chromium, seriousFindings, sharedChromium } from "../servers/chromium.ts"
import { type Desk, startDesk } from "../servers/desk.ts"
import { type MemberCalls, setUpDesk } from "../servers/member.ts"

describe.skipIf(!isInstalled("chromium"))("what a team tells its people is audited", () => {
  let desk: Desk
  let chromium: Chromium
  let member: MemberCalls

  beforeAll(async () => {
    desk = await startDesk()
    chromium = await sharedChromium()
    member = await setUpDesk(desk.url)
  })
  afterAll(async () => {
    await chromium?.stop()
    await desk?.stop()
  })

  async function openSignedIn(path = "protocol") {
    const opened = await chromium.openPage({ baseUrl: desk.url })
    const [cookie = ""] = member.cookie().split("; ")
    const [name = "", value = ""] = cookie.split(/=(.*)/s)
    await opened.page.context().addCookies([{ name, value, url: desk.url }])
    await opened.page.goto(`/${member.slug}/${path}`)
    return opened
  }

  test("a script is put under audit, mended, and what remains is answered for until a day", async () => {
    const { page, problems } = await openSignedIn()
    await page.getByText("No document was handed in yet.").waitFor()

    await page.keyboard.press("a")
    const dialog = page.getByRole("dialog")
    const file = {
      name: "Phone.pdf",
      mimeType: "application/pdf",
      buffer: pdf(["Never say no.", "", "Make up a reason."]),
    }
    await dialog.getByLabel("File").setInputFiles(file)
    await dialog.getByLabel("What it is", { exact: true }).selectOption("Script")
    await page.keyboard.press("Control+Enter")
    await page.getByRole("heading", { level: 1, name: "Phone.pdf" }).waitFor()
    await page.getByText("protocol/invent-reason").waitFor()

    await page.keyboard.press("v")
    await dialog.getByLabel("Or the text").fill("Never say no. When you are late, say why.")
    await page.keyboard.press("Control+Enter")
    await page.getByText("version 2").waitFor()
    await expect.poll(() => page.getByText("protocol/invent-reason").count()).toBe(0)

    await page.getByRole("button", { name: "Answer for it…" }).click()
    await page.keyboard.type("It is rewritten next month.")
    await page.keyboard.press("Control+Enter")
    await page.getByText("“It is rewritten next month.”").waitFor()
    expect(await seriousFindings(page)).toEqual([])

    await page.getByRole("button", { name: "All documents" }).click()
    await page.getByText("0 open, 1 answered for").waitFor()
    const [report] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "SARIF" }).click(),
    ])
    expect(report.suggestedFilename()).toBe("protocol-audit.sarif")
    expect(problems).toEqual([])
  })

  test("what the desk itself says is under audit, and leads to where it is edited", async () => {
    await member.call(createReply, { body: { name: "Winter tyres", text: "Hurry, only 3 left at this price!" } })
    const { page, problems } = await openSignedIn()
    await page.getByText("What the desk says itself").waitFor()
    await page.getByRole("button", { name: /^Show all/ }).click()
    await page.getByRole("link", { name: "Mail about promises" }).waitFor()
    await page.getByRole("link", { name: "Winter tyres" }).click()
    await page.getByText("pressure/scarcity").first().waitFor()
    const edit = page.getByRole("link", { name: "Edit the saved reply" })
    await edit.waitFor()
    await expect.poll(() => page.getByRole("button", { name: "New version" }).count()).toBe(0)
    expect(await seriousFindings(page)).toEqual([])
    await edit.click()
    await page.getByRole("listitem").filter({ hasText: "Winter tyres" }).getByRole("button", { name: "Change" }).click()
    await page.getByLabel("Text").fill("We have winter tyres, from 1 October until they are sold.")
    await page.getByRole("button", { name: "Save", exact: true }).click()
    await page.getByText("Saved.", { exact: true }).waitFor() // who leaves the page sooner takes the change along
    await page.goto(`/${member.slug}/protocol`)
    await page.getByText(/^In \d+ texts nothing is open/).waitFor()
    await expect.poll(() => page.getByRole("link", { name: "Winter tyres" }).count()).toBe(0)
    expect(problems).toEqual([])
  })

  test("an own rule is tried on its examples while it is written, reads the draft, and cannot be saved wrong", async () => {
    const { page, problems } = await openSignedIn("protocol?part=rules")
    await page.getByText("There is no rule of your own yet.").waitFor()
    await page.keyboard.press("a")
    await page.getByLabel("Name").fill("house/no-slang")
    await page.getByLabel("Why").fill("Some customers do not know our workshop's words.")
    await page.getByLabel("Phrases").fill("true the wheel")
    await page.getByLabel("Examples of what it finds").fill("We will true the wheel.\nWe will true a wheel.")
    await page.getByLabel("Examples of what it leaves alone").fill("We will straighten the wheel.")
    await page.getByText("left alone, otherwise than said").waitFor()
    await page.getByRole("button", { name: "Save the rule" }).click()
    await page.getByText("house/no-slang does not find: We will true a wheel.").waitFor()
    await page.getByLabel("Examples of what it finds").fill("We will true the wheel.")
    await page.getByLabel("Try it on a text of yours").fill("Tomorrow we true the wheel again.")
    await page.getByText("It finds one place:").waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole("button", { name: "Save the rule" }).click()
    await page.getByRole("button", { name: "house/no-slang" }).click()
    await page.getByLabel("What to say instead").fill("We will straighten the wheel.")
    await page.keyboard.press("Escape") // throws away nothing that was typed
    const [theirs] = (await member.call(listOwnRules, {})).items
    if (theirs === undefined) throw new Error("there is no rule")
    const { id, version, rule } = theirs
    await member.call(writeOwnRule, { params: { ownRuleId: id }, body: { version, rule: { ...rule, why: "Other." } } })
    await page.getByText("Saved: Other.").waitFor() // saved elsewhere meanwhile: both are shown, and neither is lost
    await page.getByText("Yours: Some customers do not know").waitFor()
    const refused = page.waitForResponse((response) => response.status() === 409)
    await page.getByRole("button", { name: "Save the rule" }).click() // nobody chose between them
    await refused
    await page.getByRole("button", { name: "Go on with mine" }).click()
    await page.getByText("Yours: Some customers").waitFor({ state: "detached" })
    await expect.poll(() => page.getByRole("alert").count()).toBe(0) // that it was refused holds no longer
    await page.getByRole("button", { name: "Save the rule" }).click()
    await page.getByRole("button", { name: "house/no-slang" }).waitFor()
    await page.getByText(/^3, /).waitFor()

    const { message } = await member.call(createLog, {
      body: {
        customer: { name: "Rosa", mail: "rosa@example.org" },
        channel: "call",
        text: "She called.",
        promises: [],
      },
    })
    await page.goto(`/${member.slug}/conversations/${message.conversationId}`)
    await page.getByRole("heading", { level: 1, name: /rosa/i }).waitFor()
    await page.keyboard.press("r")
    await page.keyboard.type("Hello Rosa, we true the wheel tomorrow.")
    await page.getByText("Look again", { exact: false }).first().waitFor()
    await page.keyboard.press("Alt+]")
    await page.getByText("Some customers do not know our workshop's words.").first().waitFor()
    expect(problems).toEqual([expect.stringMatching(/422 .*own-rules/), expect.stringMatching(/409 .*own-rules/)])
  })

  test("what is promised to every customer is measured, changed, and shown to anybody once an admin says so", async () => {
    const { page, problems } = await openSignedIn("protocol?part=promises")
    await page.getByText("Nothing is promised to every customer yet.").waitFor()
    await page.keyboard.press("a")
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("What we promise").fill("We answer within 4 working hours.")
    await dialog.getByLabel("Whom a customer turns to").fill("Write to the owner.")
    await page.keyboard.press("Control+Enter")
    await page.getByText("“We answer within 4 working hours.”").waitFor()
    await page.getByText(/^Not enough record: \d$/).waitFor()
    await page.getByRole("button", { name: "Change" }).click()
    await dialog.getByLabel("How it is measured").selectOption("It cannot be measured")
    await dialog.getByLabel("Why not").fill("Nobody counts calls that were missed.")
    await page.keyboard.press("Control+Enter")
    await page.getByText("1 earlier text").waitFor()
    await page.getByText("Not measured: Nobody counts calls that were missed.").waitFor()
    const address = `${desk.url}/p/promises/${member.slug}`
    expect((await fetch(address)).status).toBe(404)
    await page.getByLabel("Anybody may read this page").click()
    await page.getByRole("link", { name: address }).waitFor()
    const shown = await (await fetch(address)).text()
    expect(shown).toContain("We answer within 4 working hours.")
    expect(shown).not.toContain("<script")
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole("button", { name: "Withdraw" }).click()
    await dialog.waitFor()
    await page.keyboard.press("Control+Enter")
    await page.getByText("Nothing is promised to every customer yet.").waitFor()
    expect(problems).toEqual([])
  })
})
