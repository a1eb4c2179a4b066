import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openPromiseShop } from "../../../test/promise-shop.ts"
import { isSigned, sha256, signerOf } from "../checkpoint-key.ts"
import { readCheckpointFile } from "../cli/checkpoint-file.ts"
import { postJson } from "../post-json.ts"
import { takeDailyCheckpoint } from "../verbs/take-checkpoint.ts"
import { verify } from "../verbs/verify.ts"
import { sendCheckpointCopy } from "./checkpoint-copies.ts"
import type { Send, SentMail } from "./outbox.ts"

const sealing = { signer: signerOf(new Uint8Array(32).fill(9)), hashBytes: sha256 }

eachStore((store) => {
  test("the day's checkpoint is mailed and posted once, again until it is taken, and what came verifies the record", async () => {
    const { desk, promise } = await openPromiseShop(store.database())
    await promise()
    const mails: SentMail[] = []
    let isRefusing = true
    const send: Send = async (_server, mail) => {
      if (isRefusing) return { kind: "later", words: "451 Not now" }
      mails.push(mail)
      return { kind: "accepted" }
    }
    const keeper = await startKeeper()
    const ways = { targets: { mail: "keeper@elsewhere.test", webhook: keeper.url }, send, post: postJson }
    const sendAll = async () => {
      while (await sendCheckpointCopy(desk, ways));
    }
    await takeDailyCheckpoint(desk, sealing)
    await sendAll()
    expect([mails.length, keeper.kept.length]).toEqual([0, 0]) // one refuses, the other answers 503
    isRefusing = false
    keeper.recover()
    desk.pass({ minutes: 2 })
    await sendAll()
    desk.pass({ minutes: 90 })
    await sendAll()
    await keeper.stop()
    expect(mails.map(({ to, subject }) => [to[0]?.address, subject])).toEqual([
      ["keeper@elsewhere.test", "Checkpoint 1 of http://desk.test"],
    ])
    expect(mails[0]?.automatic).toBe(true) // whoever is away does not write to the shop for it
    expect(keeper.kept).toHaveLength(1)
    const held = await savedAs(/\{.*\}/s.exec(mails[0]?.text ?? "")?.[0] ?? "")
    expect(held).toEqual(keeper.kept[0])
    const report = await verify(desk, { seals: { isSigned, hashBytes: sha256 }, held })
    expect(report.anchored).toMatchObject({ number: 1, isHeldElsewhere: true })
    expect(report.problems.filter((problem) => problem.includes("checkpoint"))).toEqual([])
  })
})

/** Keeps what is posted to it, once it has recovered. */
async function startKeeper() {
  const kept: unknown[] = []
  let isWell = false
  const server = createServer((request, response) => {
    let body = ""
    request.on("data", (data) => (body += String(data)))
    request.on("end", () => {
      if (isWell) kept.push(JSON.parse(body))
      response.writeHead(isWell ? 204 : 503).end()
    })
  })
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", () => listening())
  })
  const address = server.address()
  const port = typeof address === "object" && address !== null ? address.port : 0
  return {
    kept,
    url: `http://127.0.0.1:${port}/checkpoints`,
    recover: () => void (isWell = true),
    stop: () => new Promise((closed) => server.close(closed)),
  }
}

async function savedAs(text: string) {
  const folder = mkdtempSync(join(tmpdir(), "aboveboard-checkpoint-"))
  writeFileSync(join(folder, "checkpoint.json"), text)
  return readCheckpointFile(join(folder, "checkpoint.json")).finally(() => rmSync(folder, { recursive: true }))
}
