import type { Page } from "playwright-core"
import { words } from "../desk/src/web/words.ts"
import { ADMIN } from "./servers/member.ts"

export async function beginMail(page: Page): Promise<void> {
  await page.keyboard.press("w")
  await page.getByLabel(words.outbound.begin.subject).fill("Your test ride on Saturday")
  await page.getByRole("button", { name: words.outbound.begin.does }).click()
  await page.getByText(words.outbound.begin.empty).waitFor()
  await write(page)
}

export async function copyAndAttach(page: Page): Promise<void> {
  await write(page)
  await page.keyboard.press("Alt+c")
  await page.getByLabel(words.outbound.recipients.cc, { exact: true }).fill("workshop@harbourcycles.example")
  await page.getByLabel(words.outbound.recipients.bcc, { exact: true }).fill("books@harbourcycles.example")
  const offer = {
    name: "Offer for a touring wheel.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("an offer".repeat(40_000)),
  }
  const picture = { name: "hub.jpg", mimeType: "image/jpeg", buffer: Buffer.from("a picture") }
  await page.keyboard.press("Alt+p")
  await page.getByLabel(words.outbound.files.add).setInputFiles([offer, picture])
  await page.getByText("hub.jpg").first().waitFor()
}

export async function answerPractice(page: Page): Promise<void> {
  await page
    .getByLabel(words.practice.answer)
    .fill("Delivery of the sledge takes 5 business days. Someone will call you back shortly.")
  await page.getByRole("button", { name: words.practice.review }).click()
  await page.getByText(words.practice.honest).waitFor()
}

export async function importOrders(page: Page): Promise<void> {
  const rows = [
    "number,mail,product,ordered,kind,country,total",
    "2101,marit.sundby@example.org,Rain cape,2026-11-16,goods,NO,£48.00",
    "2102,nobody,Bell,2026-11-17,goods,GB,£9.00",
    "2103,owen.tremlett@example.com,Spare key,2026-11-18,goods,GB,£12.00",
  ]
  await page.keyboard.press("i")
  await page.getByLabel(words.afterSale.imports.paste).fill(rows.join("\n"))
  await page.getByText("2103").last().waitFor()
}

export async function openFirstOrder(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Panniers, waterproof" }).click()
  await page.getByText(words.afterSale.page.before).waitFor()
}

export async function openHandbook(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Handbook, old.md" }).click()
  await page.getByText("Answer for it…").first().waitFor()
}

export async function openOwnRule(page: Page): Promise<void> {
  await page.getByRole("button", { name: "house/workshop-words" }).click()
  await page.getByLabel("Try it on a text of yours").fill("We will true the wheel, and bleed the brakes too.")
}

export async function answerForFinding(page: Page): Promise<void> {
  await openHandbook(page)
  await page.getByText("Answer for it…").first().click()
}

export function press(...keys: readonly string[]): (page: Page) => Promise<void> {
  return async (page) => {
    for (const key of keys) await page.keyboard.press(key)
  }
}

/** A promise with its time, and one that has none. */
export async function logCall(page: Page): Promise<void> {
  await page.keyboard.press("c")
  await page.getByRole("dialog").waitFor()
  await page.keyboard.type("Margaret")
  await page.getByRole("option", { name: "Margaret Oyelaran" }).first().waitFor()
  await page.keyboard.press("Enter")
  const note =
    "Asked for the price of the wheel. I'll ring her by Tuesday noon. Told her we would look for a used one too."
  await page.getByLabel(words.dialogs.log.note).fill(note)
  await page.getByText("by Tuesday noon").last().waitFor()
}

export async function openMailboxDialog(page: Page): Promise<void> {
  await page.getByRole("button", { name: words.settings.mailboxes.add }).click()
}

export async function addWebhook(page: Page): Promise<void> {
  const told = words.webhooks
  await page.getByLabel(told.url).fill("https://crm.example/aboveboard")
  await page.getByRole("button", { name: told.add }).click()
  await page.getByText(told.secretShown).waitFor()
}

export async function setUpCodes(page: Page): Promise<void> {
  const { codes, password, goOn } = words.security
  await page.getByRole("button", { name: codes.setUp }).click()
  await page.getByRole("dialog").getByLabel(password).fill(ADMIN.password)
  await page.getByRole("button", { name: goOn }).click()
  await page.getByRole("button", { name: codes.kept }).click()
  await page.getByRole("img", { name: codes.picture }).waitFor()
}

export async function chooseScotland(page: Page): Promise<void> {
  const { holidays } = words.settings
  await page.getByLabel(holidays.country).selectOption("GB")
  await page.getByLabel(holidays.region).selectOption("SCT")
  await page.getByText("St Andrew’s Day").first().scrollIntoViewIfNeeded()
}

export async function chooseOwnHours(page: Page): Promise<void> {
  await page.getByLabel(words.settings.you.hours.own).check()
  await page.getByRole("button", { name: words.settings.you.hours.save }).scrollIntoViewIfNeeded()
}

export async function search(page: Page): Promise<void> {
  await page.keyboard.press("/")
  await page.getByRole("dialog").waitFor()
  await page.keyboard.type("brake")
}

export async function showFormatted(page: Page): Promise<void> {
  await page.getByRole("button", { name: words.conversation.showHtml }).click()
}

export async function write(page: Page): Promise<void> {
  await page.keyboard.press("r")
  await page.keyboard.press("Control+a") // a draft is kept, also the one of the picture before
  await page.keyboard.type(
    "Hello, the frame is 68 cm wide with the panniers on. Thanks for asking, I'll look into the rest and someone will call you right back",
  )
}

export async function capture(page: Page): Promise<void> {
  await write(page)
  await page.keyboard.press("Control+Enter")
  await page.getByRole("region", { name: /promise/i }).waitFor()
}

export async function chooseToSplit(page: Page): Promise<void> {
  await page.keyboard.press("y")
  await page.getByLabel(words.merging.kinds.split).check()
  await page.getByRole("checkbox").first().check()
}

export async function askToMerge(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: words.samePerson.mergeNamed("") })
    .first()
    .click()
}

export async function openAlike(page: Page): Promise<void> {
  await page.getByText(words.samePerson.maybe).click()
}
