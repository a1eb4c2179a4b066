import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { type ChainedEntry, GENESIS, type Link, canonical, firstBreak, hashOf, textDigestOf } from "./chain.ts"

const digest = (text: string) => createHash("sha256").update(text).digest("hex")

function link(seq: number, over: Partial<Link> = {}): Link {
  return {
    workspaceId: "w",
    promiseId: "p",
    seq,
    kind: seq === 1 ? "opened" : "waiting",
    at: "2026-11-19T14:12:00.000Z",
    recordedAt: "2026-11-19T14:12:01.000Z",
    by: { kind: "member", id: "m" },
    body: { on: null },
    textDigest: null,
    ...over,
  }
}

function chained(...links: readonly Link[]): readonly ChainedEntry[] {
  let previousHash = GENESIS
  return links.map((one) => {
    const entry = { link: one, previousHash, hash: hashOf(one, previousHash, digest) }
    previousHash = entry.hash
    return entry
  })
}

describe("A chain", () => {
  it("verifies as it was written, and when it is empty", () => {
    expect(firstBreak(chained(link(1), link(2), link(3)), digest)).toBeNull()
    expect(firstBreak([], digest)).toBeNull()
  })

  it.each([
    ["another workspace", { workspaceId: "x" }],
    ["another promise", { promiseId: "q" }],
    ["another kind", { kind: "released" as const }],
    ["another time", { at: "2026-11-19T14:12:00.001Z" }],
    ["another time of recording", { recordedAt: "2026-11-20T14:12:01.000Z" }],
    ["another author", { by: { kind: "member" as const, id: "n" } }],
    ["another kind of author", { by: { kind: "key" as const, id: "m" } }],
    ["another body", { body: { on: "supplier" } }],
    ["other words", { textDigest: "0" }],
  ])("breaks at an entry that was given %s", (_what, over) => {
    const chain = chained(link(1), link(2), link(3))
    const changed = chain.map((one) => (one.link.seq === 2 ? { ...one, link: { ...one.link, ...over } } : one))
    expect(firstBreak(changed, digest)).toBe(2)
  })

  it("breaks where an entry is missing, doubled, or in another place", () => {
    const [one, two, three] = chained(link(1), link(2), link(3))
    if (one === undefined || two === undefined || three === undefined) throw new Error("three entries")
    expect(firstBreak([one, three], digest)).toBe(3)
    expect(firstBreak([two, three], digest)).toBe(2)
    expect(firstBreak([one, one, two], digest)).toBe(1)
    expect(firstBreak([one, three, two], digest)).toBe(3)
  })

  it("breaks after an entry that was rewritten with a hash of its own", () => {
    const chain = chained(link(1), link(2), link(3))
    const rewritten = { ...link(2), body: { on: "customer" } }
    const own = {
      link: rewritten,
      previousHash: chain[0]?.hash ?? "",
      hash: hashOf(rewritten, chain[0]?.hash ?? "", digest),
    }
    expect(
      firstBreak(
        chain.map((one) => (one.link.seq === 2 ? own : one)),
        digest,
      ),
    ).toBe(3)
  })
})

describe("The digest of words", () => {
  it("is another with another salt, and the same for equal words", () => {
    expect(textDigestOf({ words: "x", note: "y" }, "salt", digest)).toBe(
      textDigestOf({ note: "y", words: "x" }, "salt", digest),
    )
    expect(textDigestOf({ words: "x" }, "salt", digest)).not.toBe(textDigestOf({ words: "x" }, "pepper", digest))
  })
})

describe("Canonical JSON", () => {
  it.each([
    [{ b: 1, a: { d: null, c: [2, 1] } }, `{"a":{"c":[2,1],"d":null},"b":1}`],
    [{ a: undefined, b: 1 }, `{"b":1}`],
    [[undefined, null], "[null,null]"],
    [{ é: '\u2028"', "e\u0301": -0 }, `{"e\u0301":0,"é":"\u2028\\""}`],
    [{ "\ufb33": 1, "\u{1f600}": 2 }, `{"\u{1f600}":2,"\ufb33":1}`], // by UTF-16 units, as RFC 8785 sorts
    ["", `""`],
    [{}, "{}"],
  ])("of %j is %s", (value, text) => {
    expect(canonical(value)).toBe(text)
  })
})
