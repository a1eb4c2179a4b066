import { expect, test } from "vitest"
import { oneStore } from "../../../test/database.ts"
import { openPromiseShop } from "../../../test/promise-shop.ts"
import { PRACTICE_CASES } from "../../ledger/practice-cases.ts"
import { createFact } from "./facts.ts"
import { addCase, answerCase, forgetPractice, listPracticeCases, removeCase } from "./practice.ts"

oneStore((store) => {
  test("Every case of the practice desk can be answered, and no table of the record changes", async () => {
    const { desk, member, promise } = await openPromiseShop(store.database())
    await promise()
    const record = async () => {
      const tables = await desk.database.query<{ name: string }>(
        `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
           and c.relname not like 'practice%' order by 1`,
      )
      expect(tables.length).toBeGreaterThan(40)
      const rows = []
      for (const { name } of tables)
        rows.push([name, await desk.database.query(`select * from "${name}" order by 1, 2`)])
      return JSON.stringify(rows)
    }
    const before = await record()
    for (const { key, tempting, honest } of PRACTICE_CASES) {
      const { findings } = await answerCase(desk, member, { key, text: tempting })
      expect(findings.length).toBeGreaterThan(0)
      expect((await answerCase(desk, member, { key, text: honest })).verdict).toBe("clear")
    }
    expect(await record()).toBe(before)
  })

  test("An answer is told the rule, why, a better wording and what it promises; what gives it away comes only then", async () => {
    const { desk, member } = await openPromiseShop(store.database())
    const fresh = (await listPracticeCases(desk, member)).find(({ key }) => key === "before-christmas")
    expect(fresh).toMatchObject({
      answered: null,
      points: [],
      honest: null,
      facts: ["Delivery of the sledge takes 15 business days."],
    })
    const text = "Delivery of the sledge takes 5 business days. Someone will call you back tomorrow."
    const feedback = await answerCase(desk, member, { key: "before-christmas", text })
    expect(feedback.verdict).toBe("hold")
    expect(feedback.findings).toContainEqual(
      expect.objectContaining({ rule: "claim/contradicted", severity: "hold", why: expect.stringContaining("15") }),
    )
    expect(feedback.findings).toContainEqual(expect.objectContaining({ rule: "promise/no-owner" }))
    expect(feedback.promises).toMatchObject([{ until: expect.stringContaining("2026-11-20") }])
    expect(feedback.honest).toContain("I can't promise that")
    expect(feedback.points).toHaveLength(2)
  })

  test("Progress is a member's own: nobody else sees it, and it can be forgotten", async () => {
    const { desk, member, lead, admin } = await openPromiseShop(store.database())
    await answerCase(desk, member, { key: "cheapest", text: "We are the cheapest." })
    await answerCase(desk, member, { key: "cheapest", text: "It costs EUR 189." })
    const answeredBy = async (who: typeof member) =>
      (await listPracticeCases(desk, who)).filter(({ answered }) => answered !== null)
    expect(await answeredBy(member)).toMatchObject([
      { key: "cheapest", answered: { tries: 2, text: "It costs EUR 189." } },
    ])
    expect(await answeredBy(lead)).toEqual([])
    expect(await answeredBy(admin)).toEqual([])
    await forgetPractice(desk, member)
    expect(await answeredBy(member)).toEqual([])
    const key = { ...member, by: { kind: "key" as const, id: member.id } }
    await expect(listPracticeCases(desk, key)).rejects.toMatchObject({ code: "forbidden" })
  })

  test("A case of the team's own is answered with the team's own facts, added and removed by leads", async () => {
    const { desk, member, lead } = await openPromiseShop(store.database())
    const source = { kind: "person" as const, name: "Lea" }
    await createFact(desk, lead, {
      subject: "Tandem",
      attribute: "price",
      value: "€900",
      statement: "The Tandem costs EUR 900.",
      source,
    })
    const own = {
      kind: "untrue-yes",
      title: "Half price",
      message: "It is half price today?",
      points: ["It is not."],
    } as const
    await expect(addCase(desk, member, own)).rejects.toMatchObject({ code: "forbidden" })
    const key = await addCase(desk, lead, own)
    const feedback = await answerCase(desk, member, { key, text: "The Tandem costs EUR 450." })
    expect(feedback).toMatchObject({ verdict: "hold", points: ["It is not."], honest: null })
    await removeCase(desk, lead, key)
    await expect(answerCase(desk, member, { key, text: "No." })).rejects.toMatchObject({ code: "not_found" })
  })
})
