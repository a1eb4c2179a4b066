import { expect, test } from "vitest"
import type { ReceivedMail } from "../verbs/received-mail.ts"
import { readMail } from "./read-mail.ts"
import { takeIn } from "./take-in.ts"

const RAW = new TextEncoder().encode("From: rosa@customers.test\r\nSubject: Bell\r\n\r\nMy bell is broken.\r\n")

async function taken(failures: readonly Error[]): Promise<readonly string[]> {
  const left = [...failures]
  const tried: string[] = []
  const receive = async (mail: ReceivedMail) => {
    tried.push(mail.text.trim())
    const failure = left.shift()
    if (failure !== undefined) throw failure
  }
  await takeIn(await readMail(RAW), { receive, report: () => {} }).catch(() => tried.push("refused for now"))
  return tried
}

const withCode = (code: string) => Object.assign(new Error("…"), { code })

test("a mail that the store cannot hold is taken in as it came", async () => {
  expect(await taken([withCode("22021")])).toEqual(["My bell is broken.", ""])
  expect(await taken([new TypeError("no such property")])).toEqual(["My bell is broken.", ""])
})

test("a mail that came while the store was away is refused for now, so that all of it comes again", async () => {
  for (const failure of [
    new Error("Connection terminated unexpectedly"),
    withCode("57P01"),
    withCode("57P03"),
    withCode("ECONNREFUSED"),
  ]) {
    expect(await taken([failure])).toEqual(["My bell is broken.", "refused for now"])
  }
})
