import { SALE_REQUESTS } from "aboveboard-engine"
import { answerQuestion } from "../../ledger/answer-check.ts"
import { BASES, declineText } from "../../ledger/decline.ts"
import type { DeskText } from "../../ledger/desk-text.ts"
import type { NoticeStep } from "../../ledger/next-step.ts"
import { acknowledgementText, outcomeQuestion } from "../../ledger/sale-acknowledgement.ts"
import { ANSWER_PAGE, CONTACT_FORM, OUTCOME_PAGE, codeMailText } from "../../ledger/words-to-customers.ts"
import type { WorkspaceSettings } from "../../ledger/workspace-settings.ts"
import type { NoticeLine } from "../database/notice-mail.ts"
import { CODE_MINUTES } from "./customer-codes.ts"
import { mentionText } from "./mentions.ts"
import { noticeText } from "./notice-text.ts"

/** The words of the program itself that this workspace uses, filled in with an invented case that is always the same. */
export function automaticTexts(shop: string, settings: WorkspaceSettings): readonly DeskText[] {
  const { customerPage, contactForm, afterSale, answerCheck } = settings
  return [
    ...(contactForm.on ? [text("customer-page:contact-form", "Contact form", contactFormText())] : []),
    ...(customerPage.on
      ? [text("customer-mail:code", "Mail with a code", codeMailText(shop, CODE, CODE_MINUTES))]
      : []),
    ...(afterSale.outcome.on ? outcomeTexts() : []),
    ...(answerCheck.on ? answerTexts() : []),
    text("customer-mail:acknowledgement", "Acknowledgements after a sale", acknowledgements(settings.zone)),
    text("customer-mail:decline", "Frame of an honest no", declines()),
    text("member-mail:notice", "Mail about promises", notices(shop, settings.zone)),
    text("member-mail:mention", "Mail about a note", mentionText("(the note)", `${DESK}/conversations/1`)),
  ]
}

const DESK = "https://desk.example/shop"
const CODE = "123 456"
const AT = "2026-01-15T10:00:00Z"
const ORDER = { number: "1001", product: "the product" }

function text(key: DeskText["key"], name: string, words: string): DeskText {
  return { key, name, text: words, ownerId: null }
}

function contactFormText(): string {
  return Object.values(CONTACT_FORM).join("\n\n")
}

function outcomeTexts(): readonly DeskText[] {
  const { bought, answers, once, ...words } = OUTCOME_PAGE
  const page = [bought(ORDER.product), ...Object.values(words), ...Object.values(answers), once("15 February 2026")]
  return [
    text("customer-mail:outcome", "Question whether it helped", outcomeQuestion(ORDER, `${DESK}/outcome`)),
    text("customer-page:outcome", "Page on which they answer", page.join("\n\n")),
  ]
}

function answerTexts(): readonly DeskText[] {
  const { answers, once, ...words } = ANSWER_PAGE
  const page = [...Object.values(words), ...Object.values(answers), once("15 February 2026")]
  return [
    text("customer-mail:answer", "Question whether the answer helped", answerQuestion(`${DESK}/helped`)),
    text("customer-page:answer", "Page on which they say whether it helped", page.join("\n\n")),
  ]
}

function acknowledgements(zone: string): string {
  const about = { customer: "Alex", words: "(their words)", at: AT, zone, order: ORDER, refundUntil: AT }
  return SALE_REQUESTS.map((kind) => acknowledgementText({ ...about, kind, sendBackUntil: AT })).join("\n\n")
}

function declines(): string {
  const words = { refused: "do this", reason: "(the reason)" }
  const each = BASES.map((basis) => declineText({ ...words, basis, alternative: "do that" }))
  return [...each, declineText({ ...words, basis: "policy", alternative: null })].join("\n\n")
}

const STEPS: readonly NoticeStep[] = ["half", "soon", "due", "stand-in", "broken", "handed", "disputed", "chased"]

function notices(shop: string, zone: string): string {
  const links = { publicUrl: DESK, now: () => Temporal.Instant.from(AT), sign: () => "0" }
  const lines = STEPS.map((step, round) => noticeLine(step, round))
  const whom = { workspaceId: "0", memberId: "0", slug: "shop", workspace: shop, zone }
  return noticeText(links, { ...whom, lines }).text
}

function noticeLine(step: NoticeStep, round: number): NoticeLine {
  return {
    promiseId: "0",
    step,
    round,
    isOwnerAgain: false,
    words: "(the words of the promise)",
    customer: "(the customer)",
    owner: "Max",
    isOwner: step !== "stand-in",
    standInId: "1",
    standIn: "Lea",
    dueUntil: AT,
    waitingOn: step === "soon" ? "supplier" : null,
    waitingNote: null,
    said: step === "chased" ? "(their words)" : null,
    unmet: step === "half" ? "(the condition)" : null,
  }
}
