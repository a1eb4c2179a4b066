import { setTimeout as wait } from "node:timers/promises"
import { listConversations, readConversation } from "../desk/src/contract/conversations.ts"
import { listCustomers, createCustomer } from "../desk/src/contract/customers.ts"
import { writeMailSettings } from "../desk/src/contract/mail-settings.ts"
import { sendMessage } from "../desk/src/contract/messages.ts"
import { createPromise, keepPromise, listPromises, readPromise } from "../desk/src/contract/promises.ts"
import { readMe } from "../desk/src/contract/session.ts"
import { type Desk, startDesk } from "./servers/desk.ts"
import { temporaryFolder } from "./servers/folder.ts"
import { type MemberCalls, setUpDesk } from "./servers/member.ts"
import { freePort } from "./servers/ports.ts"
import { type Relay, startRelay } from "./servers/relay.ts"
import { sendRaw } from "./servers/send-raw.ts"

export type KillReport = {
  readonly kills: number
  readonly mails: number
  readonly promises: number
  readonly kept: number
  readonly sent: number
  /** Sent messages that the outgoing server got more than once: each with the same Message-ID. */
  readonly repeated: number
  /** Acknowledged and not there, or there twice, a sentence each. Empty when all is well. */
  readonly problems: readonly string[]
}

const ADDRESS = "help@harbour.test"
const ALIVE_MS_MAX = 1_500 // how long a desk lives between two kills at most
const LAST_MAIL_MS = 150_000 // the undo time, the lease of a killed sender, and some room

/**
 * Kills the desk at random moments while mail arrives, promises are made and kept, and answers are sent; everybody tries
 * again as a mail server or the web app would. Then looks whether everything acknowledged is there, once.
 */
export async function killAndCompare(options: {
  kills: number
  seed: number
  awaitMail: boolean
}): Promise<KillReport> {
  const folder = await temporaryFolder()
  const relay = await startRelay()
  const ports = { port: await freePort(), smtpPort: await freePort() }
  const chance = chanceOf(options.seed)
  const start = () => startDesk({ folder: folder.path, ...ports })
  let desk = await start()
  try {
    const member = await setUpDesk(desk.url)
    const work = await beginWork(member, relay, desk)
    for (let kill = 0; kill < options.kills; kill += 1) {
      await wait(Math.floor(chance() * ALIVE_MS_MAX))
      await desk.kill9()
      desk = await start()
    }
    await work.finish()
    return { kills: options.kills, ...(await compare(member, relay, work.done, options.awaitMail)) }
  } finally {
    await desk.stop()
    await relay.stop()
    await folder.remove()
  }
}

/** What was acknowledged, by something unique in it. */
type Done = {
  readonly mails: Set<string>
  readonly promises: Map<string, string>
  readonly kept: Set<string>
  readonly sent: Set<string>
}

async function beginWork(
  member: MemberCalls,
  relay: Relay,
  desk: Desk,
): Promise<{ done: Done; finish: () => Promise<void> }> {
  const done: Done = { mails: new Set(), promises: new Map(), kept: new Set(), sent: new Set() }
  await nameServer(member, relay)
  const customer = await member.call(createCustomer, { body: { name: "Rosa", mail: "rosa@customers.test" } })
  const me = (await member.call(readMe)).current?.member.id ?? ""
  await sendRaw(inbound(desk.smtpPort, "first"))
  let stopped = false
  const lanes = [
    lane(
      () => stopped,
      (round) => arrive(desk.smtpPort, round, done),
    ),
    lane(
      () => stopped,
      (round) => promise(member, { customerId: customer.id, me, round, done }),
    ),
    lane(
      () => stopped,
      (round) => answer(member, round, done),
    ),
  ]
  return {
    done,
    finish: async () => {
      stopped = true
      await Promise.all(lanes)
    },
  }
}

async function lane(isStopped: () => boolean, turn: (round: number) => Promise<void>): Promise<void> {
  for (let round = 0; !isStopped(); round += 1) {
    await turn(round)
    await wait(20)
  }
}

/** Tries again until it was acknowledged: the desk is away half the time. */
async function insist<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (tries > 600) throw error
      await wait(50)
    }
  }
}

async function nameServer(member: MemberCalls, relay: Relay): Promise<void> {
  const { host, port, username, password } = relay
  const server = { host, port, security: "none" as const, username, password }
  await member.call(writeMailSettings, { body: { fromName: "Harbour Cycles", addresses: [ADDRESS], server } })
}

async function arrive(port: number, round: number, done: Done): Promise<void> {
  const name = `mail-${round}`
  await insist(() => sendRaw(inbound(port, name)))
  done.mails.add(name)
}

function inbound(port: number, name: string) {
  const from = `${name}@customers.test`
  const raw = [
    `Message-ID: <${name}@customers.test>`,
    `From: ${from}`,
    `To: ${ADDRESS}`,
    "Date: Thu, 19 Nov 2026 12:00:00 +0000",
    `Subject: ${name}`,
    "",
    `Is my bicycle ready? (${name})`,
    "",
  ].join("\r\n")
  return { port, from, to: [ADDRESS], raw }
}

type PromiseWork = { readonly customerId: string; readonly me: string; readonly round: number; readonly done: Done }

async function promise(member: MemberCalls, { customerId, me, round, done }: PromiseWork): Promise<void> {
  const words = `I'll call you about bicycle ${round}.`
  const due = { until: new Date(Date.now() + 86_400_000).toISOString() }
  const body = { customerId, channel: "call" as const, words, deed: "call-back", ownerId: me, due }
  const { id } = await insist(() => member.call(createPromise, { body, key: `promise-${round}` }))
  done.promises.set(words, id)
  if (round % 2 === 0) return
  const evidence = { evidence: { kind: "word" as const, note: `Called about ${round}` } }
  await insist(() => member.call(keepPromise, { params: { promiseId: id }, body: evidence, key: `kept-${round}` }))
  done.kept.add(id)
}

/** Answers the newest conversation. Only every tenth turn: the outbox is slow on purpose. */
async function answer(member: MemberCalls, round: number, done: Done): Promise<void> {
  if (round % 10 !== 0) return
  const { items } = await insist(() => member.call(listConversations, { query: { filter: "open", limit: 5 } }))
  const conversationId = items.find(({ channel }) => channel === "mail")?.id
  if (conversationId === undefined) return
  const text = `Yes, it is ready. (answer-${round})`
  await insist(() =>
    member.call(sendMessage, {
      params: { conversationId },
      body: { text, promises: [], looked: true },
      key: `answer-${round}`,
    }),
  )
  done.sent.add(text)
}

async function compare(
  member: MemberCalls,
  relay: Relay,
  done: Done,
  awaitMail: boolean,
): Promise<Omit<KillReport, "kills">> {
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

/** Mulberry32 (Tommy Ettinger, public domain): the same seed, the same moments. */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
