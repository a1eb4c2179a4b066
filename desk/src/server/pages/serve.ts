import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { listOtherPromises, listPagePromises } from "../database/customer-page.ts"
import type { OpenLink } from "../database/customer-links.ts"
import { listOrdersOf } from "../database/orders.ts"
import { answerPromise } from "../verbs/customer-answers.ts"
import { askForCode, isPass, passOf, tryCode } from "../verbs/customer-codes.ts"
import { findLink } from "../verbs/customer-links.ts"
import type { Desk } from "../verbs/desk.ts"
import { type OrderView, viewsOf } from "../verbs/orders.ts"
import { proofOf, readAnswer } from "./answer-form.ts"
import { customerPage } from "./customer-page.ts"
import { POLICY } from "./html.ts"
import { answerPageError } from "./errors.ts"
import { limitPages } from "./limits.ts"
import { serveContactForm } from "./serve-contact-form.ts"
import { serveQuestions } from "./serve-questions.ts"
import { serveStandingPromises } from "./serve-standing-promises.ts"
import { serveTrustReport } from "./serve-trust-report.ts"
import { codePage, missingPage } from "./other-pages.ts"

const BODY_LENGTH_MAX = 16_384 // bytes; what a customer adds has 500 characters
const PASS_COOKIE = "aboveboard_page"

type Opened = { readonly desk: Desk; readonly link: OpenLink; readonly address: string }
type Call = Opened & { readonly request: FastifyRequest; readonly reply: FastifyReply }
type Params = { readonly Params: { readonly token: string } }

/**
 * The pages that customers open: plain HTML behind a link, without a session and without scripts. Reading changes nothing,
 * because what looks at mails before they are read opens their links too.
 */
export function servePages(app: FastifyInstance, desk: Desk): void {
  app.register(async (scope) => {
    scope.setErrorHandler(answerPageError)
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: BODY_LENGTH_MAX },
      (_request, body, done) => done(null, new URLSearchParams(body.toString())),
    )
    scope.addHook("onRequest", tellBrowsers)
    limitPages(scope, desk.digest)
    const opened = (handle: (call: Call) => Promise<FastifyReply>) => opener(desk, handle)
    serveTrustReport(scope, desk)
    serveStandingPromises(scope, desk)
    serveQuestions(scope, desk)
    serveContactForm(scope, desk)
    scope.get<Params>("/p/:token", opened(showPage))
    scope.post<Params>("/p/:token/answer", opened(takeAnswer))
    scope.get<Params>("/p/:token/code", opened(showCodeForm))
    scope.post<Params>("/p/:token/code", opened(sendCode))
    scope.post<Params>("/p/:token/pass", opened(takeCode))
  })
}

function opener(desk: Desk, handle: (call: Call) => Promise<FastifyReply>) {
  return async (request: FastifyRequest<Params>, reply: FastifyReply): Promise<FastifyReply> => {
    const { token } = request.params
    const link = await findLink(desk, token)
    if (link === null) return reply.code(404).send(missingPage())
    return handle({ desk, link, address: `/p/${token}`, request, reply })
  }
}

async function tellBrowsers(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.headers({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
  })
}

async function showPage(call: Call): Promise<FastifyReply> {
  return call.reply.send(await pageOf(call, null))
}

async function takeAnswer(call: Call): Promise<FastifyReply> {
  const { desk, link, request, reply, address } = call
  const answer = readAnswer(desk, link, request.body)
  const outcome = await answerPromise(desk, link, answer)
  if (outcome === "noted") return seeOther(reply, `${address}#p-${answer.promiseId}`)
  return reply.code(409).send(await pageOf(call, "This changed after you opened the page. Look again, then answer."))
}

async function showCodeForm({ link, address, reply }: Call): Promise<FastifyReply> {
  return reply.send(codePage(link, address, { isWrong: false }))
}

async function sendCode({ desk, link, address, reply }: Call): Promise<FastifyReply> {
  await askForCode(desk, link)
  return seeOther(reply, `${address}/code`)
}

async function takeCode({ desk, link, address, request, reply }: Call): Promise<FastifyReply> {
  const typed = request.body instanceof URLSearchParams ? (request.body.get("code") ?? "") : ""
  if (!(await tryCode(desk, link, typed))) return reply.code(422).send(codePage(link, address, { isWrong: true }))
  const { pass, seconds } = passOf(desk, link)
  const secure = desk.publicUrl.startsWith("https:") ? "; Secure" : ""
  reply.header("set-cookie", `${PASS_COOKIE}=${pass}; Path=/p/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`)
  return seeOther(reply, address)
}

/** Orders of this conversation; the others once a code was entered, as with promises. */
async function ordersOf(desk: Desk, link: OpenLink) {
  const rows = await listOrdersOf(desk.database, link.workspaceId, link.customerId)
  const orders = await viewsOf(desk, rows)
  const isHere = ({ conversationId }: OrderView) => conversationId === link.conversationId
  return { here: orders.filter(isHere), elsewhere: orders.filter((order) => !isHere(order)) }
}

async function pageOf({ desk, link, address, request }: Call, notice: string | null): Promise<string> {
  const hasPass = isPass(desk, link, passIn(request))
  const orders = await ordersOf(desk, link)
  return customerPage({
    link,
    address,
    orders: orders.here,
    otherOrders: hasPass ? orders.elsewhere : [],
    promises: await listPagePromises(desk.database, link),
    others: hasPass ? await listOtherPromises(desk.database, link) : null,
    notice,
    now: desk.now().toString(),
    proof: (promiseId, seq) => proofOf(desk, link, promiseId, seq),
  })
}

function passIn({ headers }: FastifyRequest): string {
  const cookies = (headers.cookie ?? "").split(/;\s*/)
  return cookies.find((cookie) => cookie.startsWith(`${PASS_COOKIE}=`))?.slice(PASS_COOKIE.length + 1) ?? ""
}

/** After a POST a browser reads the page anew: loading it again then sends nothing twice. */
function seeOther(reply: FastifyReply, address: string): FastifyReply {
  return reply.code(303).header("location", address).send()
}
