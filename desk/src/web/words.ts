import { afterSaleWords } from "./words/after-sale.ts"
import { settingsWords } from "./words/settings.ts"
import { importWords } from "./words/imports.ts"
import { joinWords, searchWords } from "./words/search.ts"
import { customerWords } from "./words/customers.ts"
import { composerWords } from "./words/composer.ts"
import { customerPageWords } from "./words/customer-page.ts"
import { declineWords } from "./words/decline.ts"
import { conversationWords } from "./words/conversation.ts"
import { settingsLogWords } from "./words/settings-log.ts"
import { webhookWords } from "./words/webhooks.ts"
import { securityWords } from "./words/security.ts"
import { setUpWords, signInWords, startWords } from "./words/entry.ts"
import { correctionWords } from "./words/corrections.ts"
import { replyWords, ruleWords } from "./words/replies.ts"
import { factWords } from "./words/facts.ts"
import { dialogWords, fieldWords } from "./words/fields.ts"
import { samePersonWords } from "./words/same-person.ts"
import { companyWords } from "./words/companies.ts"
import { mergingWords } from "./words/merging.ts"
import { mailboxAccessWords } from "./words/mailbox-access.ts"
import { needWords } from "./words/needs.ts"
import { awayWords, followThroughWords, noticeWords } from "./words/notices.ts"
import { ownRuleWords } from "./words/own-rules.ts"
import { outboundWords } from "./words/outbound.ts"
import { practiceWords } from "./words/practice.ts"
import { promiseWords } from "./words/promise.ts"
import { proposalWords, recordWords } from "./words/proposals.ts"
import { protocolWords } from "./words/protocol.ts"
import { retentionWords } from "./words/retention.ts"
import { reportWords } from "./words/report.ts"
import { shellWords } from "./words/shell.ts"
import { standingWords } from "./words/standing.ts"
import { todayWords } from "./words/today.ts"
import { uiWords } from "./words/ui.ts"
import { weighingWords } from "./words/weighing.ts"

/** Every text of the interface, by page: the one catalogue. */
export const words = {
  settings: settingsWords,
  search: searchWords,
  join: joinWords,
  imports: importWords,
  customers: customerWords,
  conversation: conversationWords,
  merging: mergingWords,
  companies: companyWords,
  samePerson: samePersonWords,
  customerPage: customerPageWords,
  composer: composerWords,
  outbound: outboundWords,
  ui: uiWords,
  shell: shellWords,
  today: todayWords,
  facts: factWords,
  replies: replyWords,
  rules: ruleWords,
  corrections: correctionWords,
  mailboxAccess: mailboxAccessWords,
  retention: retentionWords,
  notices: noticeWords,
  followThrough: followThroughWords,
  away: awayWords,
  promise: promiseWords,
  weighing: weighingWords,
  proposals: proposalWords,
  record: recordWords,
  protocol: protocolWords,
  ownRules: ownRuleWords,
  standing: standingWords,
  report: reportWords,
  decline: declineWords,
  needs: needWords,
  afterSale: afterSaleWords,
  practice: practiceWords,
  signIn: signInWords,
  security: securityWords,
  webhooks: webhookWords,
  settingsLog: settingsLogWords,
  setUp: setUpWords,
  start: startWords,
  fields: fieldWords,
  dialogs: dialogWords,
} as const
