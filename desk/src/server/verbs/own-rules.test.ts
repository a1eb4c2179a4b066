import { configOf } from "../../../../cli/src/check/config.ts"
import type { OwnRule } from "aboveboard-engine"
import { expect, test } from "vitest"
import { spentOn } from "../../../../engine/bench/measure.ts"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { readAudit, readAuditedDocument } from "./audit.ts"
import { createAuditDocument } from "./audit-documents.ts"
import {
  addOwnRule,
  changeOwnRule,
  importOwnRules,
  ownRulesAsConfig,
  readOwnRuleOf,
  removeOwnRule,
} from "./own-rules.ts"
import { reviewText } from "./review-text.ts"
import { createReply } from "./saved-replies.ts"
import { readLog } from "./settings-log.ts"
import { changeWorkspace } from "./workspace.ts"

const SLANG: OwnRule = {
  id: "house/no-slang",
  why: "Some customers do not know our workshop's words.",
  severity: "hold",
  phrases: ["true the wheel", "bonk"],
  finds: ["We will true the wheel today."],
  leaves: ["We will straighten the wheel today."],
}

eachStore((store) => {
  async function shop() {
    const desk = openTestDesk(store.database())
    const team = await openTestWorkspace(desk)
    const read = (text: string, author: "member" | "bot" = "member", channel: "mail" | "chat" = "mail") =>
      reviewText(desk.database, desk, team.workspaceId, { text, author, channel })
    return { desk, ...team, read }
  }

  test("an admin's rule reads drafts, bots, saved replies and documents at once, and is no longer found once it is gone", async () => {
    const { desk, admin, lead, member, read } = await shop()
    const document = await createAuditDocument(desk, member, {
      name: "Phone.md",
      kind: "script",
      content: { text: "Say that we true the wheel." },
    })
    await expect(addOwnRule(desk, lead, SLANG)).rejects.toMatchObject({ code: "forbidden" })
    const id = await addOwnRule(desk, admin, SLANG)
    expect(await read("We true the wheel tomorrow.")).toMatchObject({
      verdict: "hold",
      findings: [{ rule: "house/no-slang" }],
    })
    expect((await read("As a bot: we true the wheel.", "bot")).verdict).toBe("hold")
    expect((await readAuditedDocument(desk, member, document)).findings.map(({ rule }) => rule)).toEqual([SLANG.id])
    await createReply(desk, member, { name: "Wheel", text: "We true the wheel." })
    expect((await readAudit(desk, member)).rules).toMatchObject([{ rule: SLANG.id, open: 2, documents: 2 }])

    await changeWorkspace(desk, admin, { settings: { rules: { chat: { [SLANG.id]: "off" } } } })
    expect((await read("We true the wheel tomorrow.", "member", "chat")).findings).toEqual([])
    expect((await read("We true the wheel tomorrow.")).verdict).toBe("hold")
    await removeOwnRule(desk, admin, id)
    expect((await read("We true the wheel tomorrow.")).findings).toEqual([])
    expect((await readAudit(desk, member)).rules).toEqual([])
    await expect(readOwnRuleOf(desk, member, id)).rejects.toMatchObject({ code: "not_found" })
  })

  test("a rule whose examples come out otherwise, or that could pass for one of the program's, is refused with the reason", async () => {
    const { desk, admin, read } = await shop()
    const wrong = { ...SLANG, finds: ["Hello there."], leaves: ["We bonk."] }
    await expect(addOwnRule(desk, admin, wrong)).rejects.toThrow(
      "house/no-slang does not find: Hello there.\nhouse/no-slang does not leave: We bonk.",
    )
    const { phrases: _phrases, ...bare } = SLANG
    const patterns = { "(wheel": "not understood", "(a{0,100}){10}b": "too long", "x*": "matches nothing" }
    for (const [pattern, reason] of Object.entries(patterns)) {
      await expect(addOwnRule(desk, admin, { ...bare, pattern })).rejects.toThrow(reason)
    }
    for (const id of ["promise/no-owner", "claim/contradicted", "disclosure/bot-as-person", "linter/other"]) {
      await expect(addOwnRule(desk, admin, { ...SLANG, id })).rejects.toThrow("family of the program's own rules")
    }
    await addOwnRule(desk, admin, { ...bare, pattern: "\\btrue the wheel\\b|(?:.*zzz|q)" })
    await expect(addOwnRule(desk, admin, SLANG)).rejects.toMatchObject({ code: "conflict" })
    expect((await spentOn(() => read("q".repeat(50_000)))).own).toBeLessThan(5_000)
  })

  test("versions stay, the log says who, and the file is the linter's own", async () => {
    const { desk, admin, member } = await shop()
    const id = await addOwnRule(desk, admin, SLANG)
    await changeOwnRule(desk, admin, id, { version: 1, rule: { ...SLANG, severity: "remark" } })
    const late = changeOwnRule(desk, admin, id, { version: 1, rule: { ...SLANG, why: "Mine." } })
    await expect(late).rejects.toThrow(/saved version 2 meanwhile, and you read version 1/)
    const { version, versions } = await readOwnRuleOf(desk, member, id)
    expect([version, versions.map((each) => [each.version, each.rule.severity])]).toEqual([
      2,
      [
        [2, "remark"],
        [1, "hold"],
      ],
    ])
    const { items } = await readLog(desk, admin, { kind: null, memberId: null, from: null, until: null, before: null })
    expect(items.slice(0, 2)).toMatchObject([
      { kind: "own-rule-changed", before: { severity: "hold" }, after: { severity: "remark" } },
      { kind: "own-rule-added" },
    ])

    const file = await ownRulesAsConfig(desk, member)
    const problems: string[] = []
    expect(configOf(JSON.parse(file), problems).rules.at(-1)?.id).toBe(SLANG.id)
    expect(problems).toEqual([])
    expect(await importOwnRules(desk, admin, file)).toEqual({ added: 0, changed: 0, same: 1 })
    const yaml = `rules:\n  - id: house/no-slang\n    why: Other.\n    phrases: [bonk]\n    finds: [They bonk.]\n    leaves: [They rest.]\n  - id: house/two\n    why: Two.\n    pattern: "two+"\n    finds: [It is two.]\n    leaves: [It is three.]\n`
    expect(await importOwnRules(desk, admin, yaml)).toEqual({ added: 1, changed: 1, same: 0 })
    await expect(importOwnRules(desk, admin, yaml.replace("They bonk.", "They eat."))).rejects.toThrow("does not find")
    await expect(importOwnRules(desk, admin, "packs: []")).rejects.toThrow("no rules of its own")
    await expect(importOwnRules(desk, member, yaml)).rejects.toMatchObject({ code: "forbidden" })
  })
})
