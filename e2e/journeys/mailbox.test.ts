import { ImapFlow } from "imapflow"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { readMailbox } from "../servers/mailbox.ts"
import { eventually } from "../servers/eventually.ts"
import { HARBOUR_RUNS, type Harbour, ROSA, openHarbour } from "./harbour.ts"

const REPAIRS = "repairs@harbour.test"

describe.skipIf(!HARBOUR_RUNS)("a mailbox is read, answered from the phone, answered from the desk", () => {
  let harbour: Harbour

  beforeAll(async () => {
    harbour = await openHarbour({ mailboxes: [REPAIRS] })
  })
  afterAll(() => harbour?.stop())

  test("added in the settings, its mail comes, an answer on the phone counts, and our own lies in Sent once", async () => {
    const { dovecot } = harbour
    const { page, problems } = await harbour.openPage()
    await page.goto(`/${harbour.member.slug}/settings/mail`)
    await page.getByRole("button", { name: "Add a mailbox" }).click()
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("Mail address").fill(REPAIRS)
    await dialog.getByLabel("Server", { exact: true }).fill(dovecot.host)
    await dialog.getByLabel("Security").selectOption("none")
    await dialog.getByLabel("Port").fill(String(dovecot.port))
    await dialog.getByLabel("Password", { exact: true }).fill("not the password")
    await dialog.getByRole("button", { name: "Try the account" }).click()
    await dialog.getByText("did not accept the sign-in").waitFor()
    await dialog.getByLabel("Password", { exact: true }).fill(dovecot.password)
    await dialog.getByRole("button", { name: "Try the account" }).click()
    await dialog.getByText("What was sent lies in Sent Items.").waitFor()
    await dialog.getByRole("button", { name: /Read it/ }).click()
    await page.getByText("Being read.").waitFor()

    const raw = `From: Rosa Lind <${ROSA}>\r\nTo: ${REPAIRS}\r\nSubject: Brakes\r\nMessage-ID: <brakes@customers.test>\r\nDate: ${dateAgo(120)}\r\n\r\nDo you repair disc brakes?\r\n`
    await dovecot.deliver({ from: ROSA, to: REPAIRS, raw })
    await page.goto(`/${harbour.member.slug}/conversations`)
    await page.getByText("Do you repair disc brakes?").first().click()
    await page.getByRole("heading", { level: 1, name: /rosa/i }).waitFor()

    // A member answers on the phone: their program puts it into Sent, and the desk finds it there.
    const answer = `From: Harbour Cycles <${REPAIRS}>\r\nTo: Rosa Lind <${ROSA}>\r\nSubject: Re: Brakes\r\nMessage-ID: <phone@harbour.test>\r\nIn-Reply-To: <brakes@customers.test>\r\nDate: ${dateAgo(60)}\r\n\r\nYes we do. I will call you tomorrow at 10:00 with a price.\r\n`
    await putIntoSent(harbour, answer)
    // The Sent folder is looked at once a minute, and after each mail that comes.
    await dovecot.deliver({
      from: ROSA,
      to: REPAIRS,
      raw: raw.replaceAll("brakes@", "more@").replace("Do you", "And do you"),
    })
    await page.getByText("found in the Sent folder", { exact: false }).first().waitFor()
    await page.getByText("I will call you tomorrow at 10:00 with a price", { exact: false }).first().waitFor()
    await page.getByText("Found, not confirmed").first().waitFor()

    await page.keyboard.press("r")
    await page.keyboard.type("Disc brakes are no trouble.")
    await page.keyboard.press("Control+Enter")
    await page.getByText("Accepted by our outgoing server").first().waitFor()
    const copies = async () => {
      const sent = await readMailbox(dovecot, REPAIRS, "Sent Items")
      return sent.filter(({ text }) => text?.includes("no trouble")).length === 1 ? true : undefined
    }
    await eventually(copies, { what: "a copy lies in Sent" })
    const [copy] = (await readMailbox(dovecot, REPAIRS, "Sent Items")).slice(-1)
    expect(copy?.from).toMatchObject({ address: REPAIRS })
    expect((await readMailbox(dovecot, REPAIRS)).length).toBe(2)
    expect(problems).toEqual([])
  })
})

function dateAgo(seconds: number): string {
  return new Date(Date.now() - seconds * 1_000).toUTCString()
}

async function putIntoSent({ dovecot }: Harbour, raw: string): Promise<void> {
  const { host, port, password } = dovecot
  const client = new ImapFlow({ host, port, secure: false, auth: { user: REPAIRS, pass: password }, logger: false })
  await client.connect()
  await client.append("Sent Items", raw, ["\\Seen"])
  await client.logout()
}
