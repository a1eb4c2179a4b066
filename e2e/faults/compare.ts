import { setTimeout as wait } from "node:timers/promises"
import { listConversations, readConversation } from "../../desk/src/contract/conversations.ts"
import { listCustomers } from "../../desk/src/contract/customers.ts"
import { listPromises, readPromise } from "../../desk/src/contract/promises.ts"
import type { MemberCalls } from "../servers/member.ts"
import type { Relay } from "../servers/relay.ts"
import type { Done } from "./work.ts"

export type Compared = {
  readonly mails: number
  readonly promises: number
  readonly kept: number
  readonly sent: number
  /** Sent messages that the outgoing server got more than once: each with the same Message-ID. */
  readonly repeated: number
  /** Acknowledged and not there, or there twice, a sentence each. Empty when all is well. */
  readonly problems: readonly string[]
}

const LAST_MAIL_MS = 150_000 // the undo time, the lease of a killed sender, and some room

/** Whether everything that was acknowledged is there, once. */
export async function compare(member: MemberCalls, relay: Relay, done: Done, awaitMail: boolean): Promise<Compared> {
  const texts = await allTexts(member)
  const problems = [
    ...[...done.mails].flatMap((name) => once(texts, `(${name})`, `The mail ${name}`)),
    ...[...done.sent].flatMap((text) => once(texts, text, `The answer “${text}”`)),
    ...(await promiseProblems(member, done)),
  ]
  if (awaitMail) await untilSent(relay, done)
  const copies = [...done.sent].map((text) => relay.accepted.filter(({ raw }) => raw.includes(text)))
  for (const mails of copies) {
    if (new Set(mails.map(({ messageId }) => messageId)).size > 1)
      problems.push("A message was sent with two Message-IDs.")
    if (awaitMail && mails.length === 0) problems.push("A message never reached the outgoing server.")
  }
  const repeated = copies.filter((mails) => mails.length > 1).length
  return {
    mails: done.mails.size,
    promises: done.promises.size,
    kept: done.kept.size,
    sent: done.sent.size,
    repeated,
    problems,
  }
}

function once(texts: readonly string[], needle: string, what: string): readonly string[] {
  const count = texts.filter((text) => text.includes(needle)).length
  return count === 1 ? [] : [`${what} was acknowledged and is there ${count} times.`]
}

async function allTexts(member: MemberCalls): Promise<readonly string[]> {
  const texts: string[] = []
  let cursor: string | null = ""
  while (cursor !== null) {
    const page: { items: readonly { id: string }[]; next: string | null } = await member.call(listConversations, {
      query: { filter: "all", limit: 100, ...(cursor === "" ? {} : { cursor }) },
    })
    for (const { id } of page.items) {
      const { messages } = await member.call(readConversation, { params: { conversationId: id } })
      texts.push(...messages.map(({ text }) => text ?? ""))
    }
    cursor = page.next
  }
  return texts
}

async function promiseProblems(member: MemberCalls, done: Done): Promise<readonly string[]> {
  const [customer] = (await member.call(listCustomers, { query: { q: "Rosa" } })).items
  const stored: { id: string; words: string | null }[] = []
  let cursor: string | null = ""
  while (cursor !== null) {
    const page: { items: readonly { id: string; words: string | null }[]; next: string | null } = await member.call(
      listPromises,
      {
        query: { customerId: customer?.id, limit: 100, ...(cursor === "" ? {} : { cursor }) },
      },
    )
    stored.push(...page.items)
    cursor = page.next
  }
  const problems = [...done.promises.keys()].flatMap((words) =>
    once(
      stored.map((one) => one.words ?? ""),
      words,
      `“${words}”`,
    ),
  )
  for (const id of done.promises.values()) {
    const { chainVerifies, entries, state } = await member.call(readPromise, { params: { promiseId: id } })
    if (!chainVerifies) problems.push(`The chain of promise ${id} does not verify.`)
    const kinds = entries.map(({ kind }) => kind).join(" ")
    const expected = done.kept.has(id) ? "opened kept" : "opened"
    if (kinds !== expected)
      problems.push(`Promise ${id} is ${state} with the entries ${kinds}, and should have ${expected}.`)
  }
  return problems
}

async function untilSent(relay: Relay, done: Done): Promise<void> {
  const until = performance.now() + LAST_MAIL_MS
  const missing = () => [...done.sent].filter((text) => !relay.accepted.some(({ raw }) => raw.includes(text)))
  while (missing().length > 0 && performance.now() < until) await wait(200)
}
