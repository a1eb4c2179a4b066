import * as attachments from "./attachments.ts"
import * as audit from "./audit.ts"
import * as ownRules from "./own-rules.ts"
import * as standingPromises from "./standing-promises.ts"
import * as calendarLinks from "./calendar-links.ts"
import * as companies from "./companies.ts"
import * as conversationMoves from "./conversation-moves.ts"
import * as conversations from "./conversations.ts"
import * as bots from "./bots.ts"
import * as corrections from "./corrections.ts"
import * as savedReplies from "./saved-replies.ts"
import * as customerLinks from "./customer-links.ts"
import * as customerMerges from "./customer-merges.ts"
import * as customers from "./customers.ts"
import * as declines from "./declines.ts"
import * as drafts from "./drafts.ts"
import * as factBook from "./fact-book.ts"
import * as factProposals from "./fact-proposals.ts"
import * as facts from "./facts.ts"
import * as imports from "./imports.ts"
import * as holidays from "./holidays.ts"
import * as mailSettings from "./mail-settings.ts"
import * as mailboxAccess from "./mailbox-access.ts"
import * as mailboxes from "./mailboxes.ts"
import * as members from "./members.ts"
import * as mentions from "./mentions.ts"
import * as messages from "./messages.ts"
import * as needs from "./needs.ts"
import * as orders from "./orders.ts"
import * as notices from "./notices.ts"
import * as practice from "./practice.ts"
import * as promises from "./promises.ts"
import * as promiseWeighings from "./promise-weighings.ts"
import * as retention from "./retention.ts"
import * as replying from "./replying.ts"
import * as reviews from "./reviews.ts"
import type { Route } from "./route.ts"
import * as security from "./security.ts"
import * as settingsLog from "./settings-log.ts"
import * as signatures from "./signatures.ts"
import * as session from "./session.ts"
import * as tags from "./tags.ts"
import * as told from "./told.ts"
import * as today from "./today.ts"
import * as trustReport from "./trust-report.ts"
import * as webhooks from "./webhooks.ts"
import * as workspace from "./workspace.ts"

/** Every JSON route there is, for the documentation and for the test that tries each with another workspace's ids. */
export const routes: readonly Route[] = [
  today,
  promises,
  promiseWeighings,
  conversations,
  conversationMoves,
  tags,
  messages,
  drafts,
  replying,
  attachments,
  reviews,
  facts,
  factBook,
  factProposals,
  told,
  trustReport,
  declines,
  corrections,
  savedReplies,
  bots,
  audit,
  ownRules,
  standingPromises,
  needs,
  orders,
  practice,
  retention,
  customers,
  customerMerges,
  companies,
  customerLinks,
  workspace,
  imports,
  holidays,
  members,
  notices,
  mentions,
  calendarLinks,
  mailSettings,
  mailboxes,
  mailboxAccess,
  signatures,
  session,
  security,
  settingsLog,
  webhooks,
].flatMap((file) => Object.values(file).filter(isRoute))

function isRoute(value: unknown): value is Route {
  return typeof value === "object" && value !== null && "method" in value && "path" in value && "caller" in value
}
