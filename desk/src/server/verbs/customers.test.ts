import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { readCustomer, readCustomerPage } from "../database/customers.ts"
import { addAddress, createCustomer, listCustomers, removeAddress, writeCustomer } from "./customers.ts"
import { makePromise, releasePromise } from "./promises.ts"

eachStore((store) => {
  async function shop() {
    const desk = openTestDesk(store.database())
    const team = await openTestWorkspace(desk)
    const { member } = team
    const add = (input: Parameters<typeof createCustomer>[2]) => createCustomer(desk, member, input)
    const find = async (q?: string) => (await listCustomers(desk, member, { q })).items.map(({ name }) => name)
    return { desk, ...team, add, find }
  }

  test("A customer is found by name, company, address and number, the best match first", async () => {
    const { add, find } = await shop()
    await add({ name: "Ian Rosales", company: "Pedal & Co" })
    await add({ name: "Rosa Lind", phone: "+44 (0)20 7946 0018" })
    await add({ name: "Mia Rosendahl", mail: "Mia@Example.org" })
    await add({ name: "Ann 100%" })
    expect(await find("ros")).toEqual(["Rosa Lind", "Ian Rosales", "Mia Rosendahl"])
    expect(await find("PEDAL")).toEqual(["Ian Rosales"])
    expect(await find("mia@example.org")).toEqual(["Mia Rosendahl"])
    expect(await find("example")).toEqual(["Mia Rosendahl"])
    expect(await find("020 7946")).toEqual(["Rosa Lind"])
    expect(await find("0044 20 79460018")).toEqual(["Rosa Lind"])
    expect(await find("%")).toEqual(["Ann 100%"])
    expect(await find("_")).toEqual([])
    expect(await find()).toEqual(["Ann 100%", "Ian Rosales", "Mia Rosendahl", "Rosa Lind"])
  })

  test("Pages follow each other without gaps", async () => {
    const { desk, member, add } = await shop()
    for (const name of ["Amy", "Ben", "Cleo", "Dan", "Eve"]) await add({ name })
    const first = await listCustomers(desk, member, { limit: 2 })
    const second = await listCustomers(desk, member, { limit: 2, cursor: first.next ?? "" })
    const third = await listCustomers(desk, member, { limit: 2, cursor: second.next ?? "" })
    const names = [first, second, third].flatMap(({ items }) => items.map(({ name }) => name))
    expect(names).toEqual(["Amy", "Ben", "Cleo", "Dan", "Eve"])
    expect(third.next).toBeNull()
    await expect(listCustomers(desk, member, { cursor: "-1" })).rejects.toMatchObject({ code: "invalid" })
  })

  test("An address that is somebody else's is a conflict that names them; one's own twice is no error", async () => {
    const { desk, member, add } = await shop()
    await add({ name: "Rosa", mail: "rosa@example.org", phone: "0044 20 7946 0018" })
    await expect(add({ name: "Ian", mail: "ROSA@example.org" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("belongs to Rosa"),
    })
    expect((await listCustomers(desk, member, {})).items).toHaveLength(1)
    const ian = await add({ name: "Ian" })
    const number = { kind: "phone", shown: "+44 (20) 7946-0018" } as const
    await expect(addAddress(desk, member, ian, number)).rejects.toMatchObject({ code: "conflict" })
    await addAddress(desk, member, ian, { kind: "mail", shown: "ian@example.org" })
    await addAddress(desk, member, ian, { kind: "mail", shown: "Ian@Example.org" })
    expect((await readCustomer(desk.database, member.workspaceId, ian))?.addresses).toHaveLength(1)
  })

  test("What is no address or number is invalid, and so is nothing at all", async () => {
    const { desk, member, add } = await shop()
    await expect(add({ name: "Ian", mail: "ian" })).rejects.toMatchObject({ code: "invalid" })
    await expect(add({ phone: "call me" })).rejects.toMatchObject({ code: "invalid" })
    await expect(add({ company: "Only a company" })).rejects.toMatchObject({ code: "invalid" })
    const ian = await add({ name: "Ian" })
    await expect(writeCustomer(desk, member, ian, { zone: "Mars/North" })).rejects.toMatchObject({ code: "invalid" })
  })

  test("Name, company and zone change one by one; addresses go", async () => {
    const { desk, member, add } = await shop()
    const id = await add({ name: "Rosa", company: "Pedal", mail: "rosa@example.org" })
    await writeCustomer(desk, member, id, { name: "Rosa Lind", zone: "Europe/Paris" })
    await writeCustomer(desk, member, id, { company: null })
    const customer = await readCustomer(desk.database, member.workspaceId, id)
    expect(customer).toMatchObject({ name: "Rosa Lind", company: null, zone: "Europe/Paris", owes: 0 })
    await removeAddress(desk, member, id, customer?.addresses[0]?.id ?? "")
    expect((await readCustomer(desk.database, member.workspaceId, id))?.addresses).toEqual([])
  })

  test("The page shows what is owed by due, then what was settled", async () => {
    const { desk, member, add } = await shop()
    const customerId = await add({ name: "Rosa" })
    const promise = (words: string, until: string) =>
      makePromise(desk, member, {
        customerId,
        channel: "call",
        words,
        deed: "other",
        ownerId: member.id,
        due: { until },
      })
    await promise("later", "2026-11-21T12:00:00Z")
    await releasePromise(desk, member, await promise("done", "2026-11-20T10:00:00Z"), "they said so")
    await promise("sooner", "2026-11-20T12:00:00Z")
    const page = await readCustomerPage(desk.database, member.workspaceId, customerId)
    expect(page?.promises.map(({ words }) => words)).toEqual(["sooner", "later", "done"])
    expect(page?.owes).toBe(2)
  })

  test("Nobody of another workspace sees or changes a customer", async () => {
    const { desk, add } = await shop()
    const id = await add({ name: "Rosa", mail: "rosa@example.org" })
    const { member: stranger } = await openTestWorkspace(desk)
    expect(await readCustomer(desk.database, stranger.workspaceId, id)).toBeNull()
    expect((await listCustomers(desk, stranger, {})).items).toEqual([])
    await expect(writeCustomer(desk, stranger, id, { name: "x" })).rejects.toMatchObject({ code: "not_found" })
    await expect(addAddress(desk, stranger, id, { kind: "mail", shown: "x@y.example" })).rejects.toMatchObject({
      code: "not_found",
    })
    await expect(removeAddress(desk, stranger, id, id)).rejects.toMatchObject({ code: "not_found" })
  })
})
