import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import * as companies from "../database/companies.ts"
import { listConversations } from "../database/conversations.ts"
import { readCustomer, readCustomers } from "../database/customers.ts"
import { listCompanies, suggestCompany, writeCompany } from "./companies.ts"
import { createCustomer, listCustomers, writeCustomer } from "./customers.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { mergeCustomers } from "./merge-customers.ts"

eachStore((store) => {
  /** Dele and Ade name the same company in two ways; Rosa, who wrote, names none. */
  async function shop() {
    const opened = await openMailShop(openTestDesk(store.database()))
    const { desk, member, workspaceId, write, conversations, rosa } = opened
    await write("Message-ID: <one@x>\nSubject: My wheel", "Is it ready?")
    const rosaId = (await conversations())[0]?.customer.id ?? ""
    const domain = rosa.split("@")[1] ?? ""
    const dele = await createCustomer(desk, member, { name: "Dele", company: "Dele & Sons", mail: `dele@${domain}` })
    const ade = await createCustomer(desk, member, { name: "Ade", company: "DELE & SONS" })
    const read = (id: string) => readCustomer(desk.database, workspaceId, id)
    const id = (await read(dele))?.companyId ?? "no company"
    const company = () => companies.readCompany(desk.database, workspaceId, id)
    const people = () => companies.listPeopleOf(desk.database, workspaceId, id)
    return { ...opened, rosaId, domain, dele, ade, read, id, company, people }
  }

  test("A company is one whatever the case in which its people name it, and is found by its name", async () => {
    const { desk, member, dele, ade, read, id, company, people, workspaceId } = await shop()
    expect([(await read(ade))?.companyId, await people()]).toEqual([id, [ade, dele]])
    expect(await company()).toMatchObject({ name: "Dele & Sons", people: 2, owes: 0, domains: [] })
    expect((await readCustomers(desk.database, workspaceId, [ade, dele])).map(({ name }) => name)).toEqual([
      "Ade",
      "Dele",
    ])
    await writeCompany(desk, member, id, { domains: ["couriers.test"] })
    const listed = async (q: string) => (await listCompanies(desk, member, { q })).items.map((each) => each.id)
    expect([await listed("sons"), await listed("riers.te"), await listed("")]).toEqual([[id], [id], [id]])
    expect(await listed("nobody")).toEqual([])
    for (const name of ["Zed Rides", "ABEL Couriers"])
      await createCustomer(desk, member, { name: "Kim", company: name })
    const first = await listCompanies(desk, member, { limit: 2 })
    const rest = await listCompanies(desk, member, { limit: 2, cursor: first.next ?? undefined })
    const names = [...first.items, ...rest.items].map(({ name }) => name)
    expect([names, rest.next]).toEqual([["ABEL Couriers", "Dele & Sons", "Zed Rides"], null])
    const found = await listCustomers(desk, member, { q: "dele & s" })
    expect(new Set(found.items.map((each) => each.id))).toEqual(new Set([ade, dele]))
  })

  test("Whoever writes from its domain is suggested to belong to it, and does once somebody says so", async () => {
    const { desk, member, rosaId, domain, read, id, company, workspaceId } = await shop()
    const suggested = async () =>
      suggestCompany(desk.database, member, (await read(rosaId)) ?? { company: "", addresses: [] })
    expect(await suggested()).toBeNull()
    await writeCompany(desk, member, id, { domains: [domain.toUpperCase()] })
    expect([await suggested(), await companies.listMissing(desk.database, workspaceId, id)]).toEqual([
      { id, name: "Dele & Sons" },
      [rosaId],
    ])
    await writeCustomer(desk, member, rosaId, { company: "Dele & Sons" })
    expect([await suggested(), (await company())?.people]).toEqual([null, 3])
    const open = await listConversations(desk.database, workspaceId, { filter: "open", companyId: id })
    expect(open.items.map(({ subject }) => subject)).toEqual(["My wheel"])
  })

  test("A new name is its people's, too; another company's name or domain, and a free mailbox's, are refused", async () => {
    const { desk, member, dele, read, id, domain } = await shop()
    await writeCompany(desk, member, id, { name: "Dele Couriers", domains: [domain] })
    expect(await read(dele)).toMatchObject({ company: "Dele Couriers", companyId: id })
    const other = await createCustomer(desk, member, { name: "Ivo", company: "Petrov" })
    const otherId = (await read(other))?.companyId ?? ""
    const change = (what: object) => writeCompany(desk, member, otherId, what)
    await expect(change({ name: "dele couriers" })).rejects.toMatchObject({ code: "conflict" })
    await expect(change({ domains: [domain] })).rejects.toMatchObject({ code: "conflict" })
    await expect(change({ domains: ["gmail.com"] })).rejects.toMatchObject({ code: "invalid" })
    await expect(writeCompany(desk, member, desk.newId(), {})).rejects.toMatchObject({ code: "not_found" })
  })

  test("Who was merged into somebody counts once, and with the last of its people a company is gone", async () => {
    const { desk, member, admin, dele, ade, company, people } = await shop()
    await mergeCustomers(desk, member, dele, ade)
    expect([(await company())?.people, await people()]).toEqual([1, [dele]])
    await eraseCustomer(desk, admin, dele)
    expect(await company()).toBeNull()
  })
})
