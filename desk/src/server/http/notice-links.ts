import type { FastifyReply } from "fastify"
import { Mistake } from "../../ledger/error.ts"
import { type LinkAction, type OpenedLink, openLink, useLink } from "../verbs/notice-links.ts"
import { escaped, plainPage } from "./plain-page.ts"
import type { Door } from "./serve.ts"

const BODY_LENGTH_MAX = 16_384 // bytes; a note has 2,000 characters
const NOTE_LENGTH_MAX = 2_000 // characters, as everywhere

/**
 * The pages behind the links in a member's mail. Opening one changes nothing, so that what looks at mails before they are
 * read does no harm; its button does, once. Plain HTML, without a session and without scripts.
 */
export function serveNoticeLinks({ app, desk }: Door): void {
  app.register(async (scope) => {
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: BODY_LENGTH_MAX },
      (_request, body, done) => done(null, new URLSearchParams(body.toString())),
    )
    scope.get<{ Params: { token: string } }>("/api/act/:token", (request, reply) =>
      answer(reply, async () => asking(await openLink(desk, request.params.token))),
    )
    scope.post<{ Params: { token: string } }>("/api/act/:token", (request, reply) =>
      answer(reply, async () => done(await useLink(desk, request.params.token, noteIn(request.body)))),
    )
  })
}

async function answer(reply: FastifyReply, page: () => Promise<string>): Promise<FastifyReply> {
  reply.header("cache-control", "no-store").header("x-robots-tag", "noindex").type("text/html; charset=utf-8")
  try {
    return await reply.send(await page())
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    const sentence =
      error.code === "not_found" ? "This link does not work. Open the promise in the desk." : error.message
    return reply.code(error.code === "not_found" ? 404 : 409).send(plainPage("Not done", `<p>${escaped(sentence)}</p>`))
  }
}

function noteIn(body: unknown): string | undefined {
  const note = body instanceof URLSearchParams ? body.get("note")?.trim() : undefined
  if (note === undefined || note === "") return undefined
  if (note.length > NOTE_LENGTH_MAX) throw new Mistake("invalid", `A note has at most ${NOTE_LENGTH_MAX} characters.`)
  return note.replaceAll("\0", "").toWellFormed()
}

function asking(opened: OpenedLink): string {
  const { title, meaning, does, asksNote } = WORDS[opened.link.action]
  const note = asksNote
    ? `<label for="note">What did you do? (for the record)</label><textarea id="note" name="note" rows="3" maxlength="${NOTE_LENGTH_MAX}"></textarea>`
    : ""
  return plainPage(
    title(takerOf(opened)),
    `${promiseHtml(opened)}<p>${escaped(meaning(takerOf(opened)))}</p>
<form method="post">${note}<button type="submit">${escaped(does)}</button></form>`,
  )
}

function done(opened: OpenedLink): string {
  const { did } = WORDS[opened.link.action]
  return plainPage("Done", `${promiseHtml(opened)}<p>${escaped(did(takerOf(opened)))}</p>`)
}

function promiseHtml({ promise }: OpenedLink): string {
  const customer = promise.customer.name === null ? "" : `<p>To ${escaped(promise.customer.name)}</p>`
  return `<blockquote>${escaped(promise.words ?? "The words were erased.")}</blockquote>${customer}`
}

function takerOf({ taker }: OpenedLink): string {
  return taker?.name ?? "nobody"
}

type Words = {
  readonly title: (taker: string) => string
  readonly meaning: (taker: string) => string
  readonly does: string
  readonly did: (taker: string) => string
  readonly asksNote: boolean
}

const WORDS: Readonly<Record<LinkAction, Words>> = {
  kept: {
    title: () => "Was it kept?",
    meaning: () => "It is recorded as kept on your word, and shown as that.",
    does: "Yes, it was kept",
    did: () => "Recorded as kept, on your word.",
    asksNote: true,
  },
  "hand-over": {
    title: (taker) => `Hand it over to ${taker}?`,
    meaning: (taker) => `${taker} becomes its owner and is told. The promise stays as it is.`,
    does: "Hand it over",
    did: (taker) => `${taker} has it now.`,
    asksNote: false,
  },
  "take-over": {
    title: () => "Take it over?",
    meaning: () => "You become its owner. The promise stays as it is.",
    does: "Take it over",
    did: () => "It is yours now.",
    asksNote: false,
  },
  "on-it": {
    title: () => "Are you on it?",
    meaning: () => "Your next reminder of it is left out. Nothing else changes: others are told as always.",
    does: "I'm on it",
    did: () => "Noted. Your next reminder of it is left out.",
    asksNote: false,
  },
}
