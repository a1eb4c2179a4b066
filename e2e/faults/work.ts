import { setTimeout as wait } from "node:timers/promises"
import { listConversations } from "../../desk/src/contract/conversations.ts"
import { createCustomer } from "../../desk/src/contract/customers.ts"
import { writeMailSettings } from "../../desk/src/contract/mail-settings.ts"
import { sendMessage } from "../../desk/src/contract/messages.ts"
import { createPromise, keepPromise } from "../../desk/src/contract/promises.ts"
import { readMe } from "../../desk/src/contract/session.ts"
import type { MemberCalls } from "../servers/member.ts"
import type { Relay } from "../servers/relay.ts"
import { sendRaw } from "../servers/send-raw.ts"

export const ADDRESS = "help@harbour.test"

/** What was acknowledged, by something unique in it. */
export type Done = {
  readonly mails: Set<string>
  readonly promises: Map<string, string>
  readonly kept: Set<string>
  readonly sent: Set<string>
}

/** Mail arrives, promises are made and kept, answers are sent, each again and again until `finish`. */
export async function beginWork(
  member: MemberCalls,
  relay: Relay,
  smtpPort: () => number,
): Promise<{ done: Done; finish: () => Promise<void> }> {
  const done: Done = { mails: new Set(), promises: new Map(), kept: new Set(), sent: new Set() }
  await nameServer(member, relay)
  const customer = await member.call(createCustomer, { body: { name: "Rosa", mail: "rosa@customers.test" } })
  const me = (await member.call(readMe)).current?.member.id ?? ""
  await sendRaw(inbound(smtpPort(), "first"))
  let stopped = false
  const lanes = [
    lane(
      () => stopped,
      (round) => arrive(smtpPort, round, done),
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
  const all = Promise.all(lanes)
  all.catch(() => {}) // `finish` says what went wrong
  return {
    done,
    finish: async () => {
      stopped = true
      await all
    },
  }
}

async function lane(isStopped: () => boolean, turn: (round: number) => Promise<void>): Promise<void> {
  for (let round = 0; !isStopped(); round += 1) {
    await turn(round)
    await wait(20)
  }
}

const GIVE_UP_MS = 900_000 // on a crowded machine a desk takes a minute to start, and is killed again before it answers

/** Tries again until it was acknowledged: the desk is away half the time. */
export async function insist<T>(attempt: () => Promise<T>): Promise<T> {
  const start = performance.now()
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (performance.now() - start > GIVE_UP_MS) throw error
      await wait(50)
    }
  }
}

async function nameServer(member: MemberCalls, relay: Relay): Promise<void> {
  const { host, port, username, password } = relay
  const server = { host, port, security: "none" as const, username, password }
  await member.call(writeMailSettings, { body: { fromName: "Harbour Cycles", addresses: [ADDRESS], server } })
}

async function arrive(port: () => number, round: number, done: Done): Promise<void> {
  const name = `mail-${round}`
  await insist(() => sendRaw(inbound(port(), name)))
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
  // Every third is due at once, so that there is something to be told of.
  const due = { until: new Date(Date.now() + (round % 3 === 0 ? 2_000 : 86_400_000)).toISOString() }
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
