import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { words } from "../../desk/src/web/words.ts"
import { mailIn } from "../servers/mailbox.ts"
import { swaks } from "../servers/swaks.ts"
import { HARBOUR_RUNS, type Harbour, ROSA, SHOP, openHarbour } from "./harbour.ts"

const QUOTED = Array.from({ length: 60 }, (_, at) => `> line ${at + 1} of what you wrote`).join("\n")

describe.skipIf(!HARBOUR_RUNS)("a mail is answered with a promise, and the promise is kept by a call", () => {
  let harbour: Harbour

  beforeAll(async () => {
    harbour = await openHarbour()
  })
  afterAll(() => harbour?.stop())

  test("from swaks to the dovecot mailbox and back, the promise on Today until the call is logged", async () => {
    const { page, problems } = await harbour.openPage()
    await harbour.write({ subject: "My wheel", body: "Hello,\n\nis my wheel ready? I need it on Saturday.\n\nRosa" })

    // It arrives by itself; nobody reloads.
    await page.getByText("is my wheel ready?").first().click()
    await page.getByRole("heading", { level: 1, name: /rosa/i }).waitFor()
    await page.keyboard.press("r")
    await page.keyboard.type("Thanks, I'll look into this and someone will call you right back")
    await page.keyboard.press("Control+Enter")

    const card = page.getByRole("region", { name: /promise/i })
    await card.waitFor()
    await expect.poll(() => card.getByLabel("Who").inputValue()).not.toBe("")
    await page.keyboard.press("Enter")
    await page.getByText("Sends in", { exact: false }).first().waitFor()

    const answer = await mailIn(harbour.dovecot, ROSA, ({ subject }) => subject === "Re: My wheel")
    expect(answer.text).toMatch(/I will call you .*by \d\d:\d\d/)
    expect(answer.text).not.toContain("someone")
    expect(answer.headers.some(({ key }) => key === "auto-submitted")).toBe(false)
    await page.getByText("Accepted by our outgoing server").waitFor()

    await page.keyboard.press("g")
    await page.keyboard.press("t")
    await page.getByRole("heading", { level: 1, name: "Today" }).waitFor()
    await page.getByText("I will call you").first().waitFor()

    // The customer's mail program answers: only its headers say which conversation it belongs to.
    const reply = await swaks({
      port: harbour.relay.port,
      account: harbour.relay,
      from: ROSA,
      to: SHOP,
      subject: "Something else entirely",
      body: `Good, I am at home until six.\n\nOn Friday you wrote:\n${QUOTED}`,
      headers: { "In-Reply-To": answer.messageId ?? "", References: answer.messageId ?? "" },
    })
    expect(reply.accepted).toBe(true)
    await harbour.relay.settled()
    await page.getByText("Good, I am at home until six.").first().click()
    await page.getByText("is my wheel ready?").first().waitFor()
    await page.getByText("Good, I am at home until six.").last().waitFor()

    // What the reader opens at the end stays where they began to read it.
    const quoted = page.getByRole("log").getByText(words.conversation.quoted).last()
    await quoted.click()
    await page.getByText("line 60 of what you wrote").waitFor()
    await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 100)))")
    expect((await quoted.boundingBox())?.y).toBeGreaterThan(0)

    // On a phone, too, where the page scrolls with the draft below the thread.
    const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 }
    await page.setViewportSize({ width: 390, height: 844 })
    await quoted.click()
    await page.getByText("line 60 of what you wrote").waitFor({ state: "hidden" })
    await page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 100)))")
    const before = (await quoted.boundingBox())?.y
    await quoted.click()
    await page.getByText("line 60 of what you wrote").waitFor()
    await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 100)))")
    expect((await quoted.boundingBox())?.y).toBe(before)
    await page.setViewportSize({ width, height })

    await page.getByRole("button", { name: /Log a call or visit/ }).click()
    const log = page.getByRole("dialog")
    await log.getByLabel(/What was said|Note/).fill("Told Rosa that the wheel is true and ready to collect.")
    await log.getByText("I will call you").click()
    await log.getByRole("button", { name: /^(Log|Save)/ }).click()
    await log.waitFor({ state: "hidden" })
    await page.getByText("Logged call").waitFor()

    await page.keyboard.press("g")
    await page.keyboard.press("t")
    await page.getByText("Nothing is owed").waitFor()
    expect(problems).toEqual([])
  })
})
