import helmet from "@fastify/helmet"
import rateLimit from "@fastify/rate-limit"
import { type FastifyBaseLogger, type FastifyInstance, LogController, fastify } from "fastify"
import type { FetchDocument } from "../verbs/audit-addresses.ts"
import type { Desk } from "../verbs/desk.ts"
import { serveAttachments } from "./attachments.ts"
import { serveApiDocs } from "./api-docs.ts"
import { serveApiKeys } from "./api-keys.ts"
import { serveCustomerLinks } from "./customer-links.ts"
import { serveCompanies } from "./companies.ts"
import { serveCustomers } from "./customers.ts"
import { type HtmlDocument, serveDocuments } from "./documents.ts"
import { serveDrafts } from "./drafts.ts"
import { Refusal, answerError } from "./errors.ts"
import type { Identity } from "./identity.ts"
import { acceptJson } from "./json-bodies.ts"
import { type Limits, LIMITS, isGuessable } from "./limits.ts"
import { serveCalendarFeed } from "./calendar-feed.ts"
import { serveHolidays } from "./holidays.ts"
import { serveHealth } from "./health.ts"
import { type ReadMail, serveImports } from "./imports.ts"
import { type TestServer, serveMailSettings } from "./mail-settings.ts"
import { serveMailboxAccess } from "./mailbox-access.ts"
import { type TestMailbox, serveMailboxes } from "./mailboxes.ts"
import { serveMentions } from "./mentions.ts"
import { serveMembers } from "./members.ts"
import { type StreamTimes, STREAM_TIMES, serveChanges } from "./changes.ts"
import type { ChangesFeed } from "./changes-feed.ts"
import { assertSameOrigin } from "./same-origin.ts"
import { securityHeaders } from "./security-headers.ts"
import type { Door } from "./serve.ts"
import { type Listener, serveSession } from "./session.ts"
import { serveProvider } from "./provider.ts"
import { serveSecurity } from "./security.ts"
import { serveSettingsLog } from "./settings-log.ts"
import { serveSetUp } from "./set-up.ts"
import { serveSignatures } from "./signatures.ts"
import { serveSignIn } from "./sign-in.ts"
import { serveDeclines } from "./declines.ts"
import { serveAudit } from "./audit.ts"
import { serveOwnRules } from "./own-rules.ts"
import { serveFacts } from "./facts.ts"
import { serveBots } from "./bots.ts"
import { serveCorrections } from "./corrections.ts"
import { serveSavedReplies } from "./saved-replies.ts"
import { serveConversations } from "./conversations.ts"
import { serveMessages } from "./messages.ts"
import { serveNeeds } from "./needs.ts"
import { serveOrders } from "./orders.ts"
import { serveRetention } from "./retention.ts"
import { servePractice } from "./practice.ts"
import { serveNoticeLinks } from "./notice-links.ts"
import { serveNotices } from "./notices.ts"
import { servePromises } from "./promises.ts"
import { serveWeighings } from "./promise-weighings.ts"
import { serveReviews } from "./reviews.ts"
import { serveSample } from "./sample.ts"
import { serveStandingPromises } from "./standing-promises.ts"
import { serveToday } from "./today.ts"
import { serveTrustReport } from "./trust-report.ts"
import { serveViews } from "./views.ts"
import { serveWebApp } from "./web-app.ts"
import { serveWebhooks } from "./webhooks.ts"
import { serveWorkspace } from "./workspace.ts"

const BODY_LENGTH_MAX = 1_048_576 // bytes; the longest text we take is 100,000 characters, at most 400,000 bytes
const PARAM_LENGTH_MAX = 300 // characters; the link of a notice has 190

/** What one answered request was: its route's pattern, never its address. */
export type Answered = { readonly method: string; readonly route: string; readonly status: number; readonly ms: number }

export type AppOptions = {
  readonly desk: Desk
  readonly identity: Identity
  readonly publicUrl: string
  readonly behindProxy: boolean
  /** The folder of the built web app. */
  readonly webFolder: string
  /** Where mail is taken in; null when it is not. */
  readonly listener: Listener | null
  readonly feed: ChangesFeed
  /** How the sign-in page names the organisation's OpenID provider; null: there is none. */
  readonly providerName: string | null
  readonly htmlDocument: HtmlDocument
  readonly testServer: TestServer
  readonly testMailbox: TestMailbox
  readonly fetchDocument: FetchDocument
  readonly readMail: ReadMail
  /** A door of its own: the pages that customers open. Its addresses all begin with /p/. */
  readonly servePages: (app: FastifyInstance, desk: Desk) => void
  /** The migrations of this version; null: whether the tables are theirs is not looked at. */
  readonly migrationsFolder: string | null
  /** Told of every answered request; null: nobody is. */
  readonly observe: ((answered: Answered) => void) | null
  /** Null: nothing is logged. */
  readonly log: FastifyBaseLogger | null
  readonly limits?: Limits
  readonly streamTimes?: StreamTimes
}

/** The desk over HTTP: the API, sign-in and the web app. It does not listen yet. */
export async function openApp(options: AppOptions): Promise<FastifyInstance> {
  const { desk, identity, publicUrl, behindProxy, log } = options
  const app: FastifyInstance = fastify({
    ...(log === null ? { logger: false } : { loggerInstance: log }),
    // Its own lines would hold addresses; see logRequests.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    genReqId: () => desk.newId(), // unique over restarts and processes, so that a line of the log is found again
    exposeHeadRoutes: false, // a HEAD of the stream of changes would never end
    bodyLimit: BODY_LENGTH_MAX,
    trustProxy: behindProxy ? "loopback" : false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: PARAM_LENGTH_MAX },
    return503OnClosing: false,
  })
  app.setErrorHandler(answerError)
  acceptJson(app)
  logRequests(app, options.observe)
  await app.register(helmet, securityHeaders(publicUrl))
  await limitCalls(app, options.limits ?? LIMITS)
  app.addHook("onRequest", async (request) => {
    // Browsers hide the origin of pages that tell no referrer; the customers' forms carry a proof of their own.
    if (!request.url.startsWith("/p/")) assertSameOrigin(request, publicUrl)
  })
  serveEverything({ app, desk, identity, position: options.feed.position }, options)
  return app
}

function serveEverything(door: Door, options: AppOptions): void {
  const { feed, listener, publicUrl, streamTimes, webFolder } = options
  serveHealth(door, options.migrationsFolder)
  serveSignIn(door)
  serveProvider(door, options.providerName)
  serveSecurity(door)
  serveSettingsLog(door)
  serveWebhooks(door)
  serveSetUp(door, publicUrl)
  serveSession(door, listener)
  serveWorkspace(door)
  serveHolidays(door)
  serveMembers(door)
  serveApiKeys(door)
  serveSignatures(door)
  serveMailSettings(door, options.testServer)
  serveMailboxes(door, options.testMailbox)
  serveMailboxAccess(door)
  serveImports(door, options.readMail)
  serveConversations(door)
  serveViews(door)
  serveCustomers(door)
  serveCompanies(door)
  serveCustomerLinks(door)
  serveMessages(door)
  serveDrafts(door)
  serveAttachments(door)
  serveNotices(door)
  serveMentions(door)
  serveNoticeLinks(door)
  serveCalendarFeed(door)
  servePromises(door)
  serveWeighings(door)
  serveReviews(door)
  serveSample(door)
  serveToday(door)
  serveTrustReport(door)
  serveFacts(door)
  serveDeclines(door)
  serveCorrections(door)
  serveSavedReplies(door)
  serveBots(door)
  serveOwnRules(door)
  serveStandingPromises(door)
  serveAudit(door, options.fetchDocument)
  serveNeeds(door)
  serveOrders(door)
  serveRetention(door)
  servePractice(door)
  serveDocuments(door, options.htmlDocument)
  options.servePages(door.app, door.desk)
  serveChanges(door, feed, streamTimes ?? STREAM_TIMES)
  serveApiDocs(door)
  serveWebApp(door, webFolder)
}

/** The pattern of the route, never the address itself: it may hold what somebody searched for. */
function logRequests(app: FastifyInstance, observe: AppOptions["observe"]): void {
  app.addHook("onRequest", async (request, reply) => void reply.header("x-request-id", request.id))
  app.addHook("onResponse", async ({ method, routeOptions, log }, reply) => {
    const answered = { method, route: routeOptions.url ?? "none", status: reply.statusCode }
    log.info({ ...answered, ms: Math.round(reply.elapsedTime) })
    observe?.({ ...answered, ms: reply.elapsedTime })
  })
}

async function limitCalls(app: FastifyInstance, limits: Limits): Promise<void> {
  const tooMany = () => new Refusal("too_many", "That was too often from one address. Wait a minute and try again.")
  await app.register(rateLimit, { max: limits.all, timeWindow: "1 minute", errorResponseBuilder: tooMany })
  const limitGuesses = app.rateLimit({
    max: limits.signIn,
    timeWindow: "1 minute",
    errorResponseBuilder: tooMany,
  })
  app.addHook("onRequest", async function limitGuessing(request, reply) {
    if (isGuessable(request)) await limitGuesses.call(app, request, reply)
  })
}
