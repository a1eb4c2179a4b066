import type { PageEntry, PagePromise } from "../database/customer-page.ts"
import { type Html, markup } from "./html.ts"
import { isConfirmed, keptEntry, reasonTold, statusOf } from "./promise-status.ts"
import { dueTime, fullTime } from "./times.ts"

export const SAY_LENGTH_MAX = 500 // characters: a line or two

/** What a page knows besides its promises. */
export type Reader = {
  readonly shop: string
  readonly showOwner: "name" | "team"
  readonly zone: string
  readonly now: string
  /** Where answers go, and what proves that a form came from this page; null where nothing is answered. */
  readonly answers: { readonly action: string; readonly proof: (promiseId: string, seq: number) => string } | null
}

/** One promise: its words, what is known of it, and the question whether it was done. */
export function promisePart(promise: PagePromise, reader: Reader, isFirst: boolean): Html {
  return markup`<article id="p-${promise.id}"${isFirst ? markup` class="first"` : null} aria-labelledby="w-${promise.id}">
<blockquote id="w-${promise.id}"${isFirst ? markup` class="big"` : null}>“${promise.words}”</blockquote>
<dl>${factsOf(promise, reader)}</dl>
${askPart(promise, reader)}
</article>
`
}

function factsOf(promise: PagePromise, reader: Reader): readonly (Html | null)[] {
  const { zone } = reader
  const status = statusOf(promise, reader)
  const reason = reasonTold(promise)
  const told = promise.history.filter(({ byCustomer }) => byCustomer)
  return [
    fact("Promised by", markup`${speakerOf(promise, reader)}${HOW[promise.channel]}`),
    fact("Promised on", markup`<time datetime="${promise.saidAt}">${fullTime(promise.saidAt, zone)}</time>`),
    fact("Due", markup`${dueOf(promise, zone)}`),
    ownerFact(promise, reader),
    fact(
      "Status",
      markup`<b${status.isLate ? markup` class="late"` : null}>${status.label}</b>${status.lines.map((line) => markup`<br>${line}`)}`,
    ),
    reason === null ? null : fact("The reason we told you", markup`<blockquote>“${reason}”</blockquote>`),
    promise.sent === null ? null : fact("What we sent", markup`<blockquote>“${excerpt(promise.sent)}”</blockquote>`),
    told.length === 0 ? null : fact("You told us", markup`${told.map((entry) => answerLine(entry, zone))}`),
  ]
}

function fact(name: string, value: Html): Html {
  return markup`<div><dt>${name}</dt><dd>${value}</dd></div>
`
}

const HOW: Readonly<Record<PagePromise["channel"], string>> = {
  mail: ", by email",
  chat: ", in a chat",
  call: ", on the phone",
  visit: ", in person",
  form: "",
  api: "",
}

function speakerOf({ saidBy }: PagePromise, { showOwner, shop }: Reader): string {
  return showOwner === "name" ? (saidBy ?? shop) : shop
}

/** Only when it is somebody else than the one who said it. */
function ownerFact({ owner, saidBy }: PagePromise, { showOwner }: Reader): Html | null {
  return showOwner === "team" || owner === null || owner === saidBy ? null : fact("Looked after by", markup`${owner}`)
}

function dueOf({ dueFrom, dueUntil, condition, conditionMet }: PagePromise, zone: string): string {
  const isOpen = condition !== null && !conditionMet
  if (dueUntil === null) return isOpen ? `Once this has happened: “${condition}”` : "No time was said"
  const time = dueTime(dueFrom, dueUntil, zone)
  return isOpen ? `${time}, once this has happened: “${condition}”` : time
}

const EXCERPT_LENGTH_MAX = 600 // characters; the whole mail is the customer's already

function excerpt({ text, own }: NonNullable<PagePromise["sent"]>): string {
  const said = own.length === 0 ? text : own.map(({ start, end }) => text.slice(start, end)).join("\n")
  const trimmed = said.trim()
  return trimmed.length <= EXCERPT_LENGTH_MAX ? trimmed : `${trimmed.slice(0, EXCERPT_LENGTH_MAX).toWellFormed()}…`
}

function answerLine({ kind, at, note }: PageEntry, zone: string): Html {
  const answer = kind === "confirmed-by-customer" ? "Yes, you did" : "Not yet"
  return markup`<p>${answer}, <time datetime="${at}">${fullTime(at, zone)}</time></p>${note === null ? null : markup`<blockquote>“${note}”</blockquote>`}`
}

/** Two answers of the same size; after a "yes", the way back. */
function askPart(promise: PagePromise, { answers, showOwner }: Reader): Html | null {
  const kept = keptEntry(promise)
  if (kept === null || answers === null) return null
  const said = isConfirmed(promise)
  const who = showOwner === "name" && promise.owner !== null ? promise.owner : "whoever looks after it"
  const yes = markup`<button name="answer" value="yes">Yes, you did</button>`
  return markup`<form class="ask" method="post" action="${answers.action}">
<h2 class="q">${said ? "Is it not done after all?" : "Did we do what we said?"}</h2>
<p>${said ? "You told us that it was done. You can still tell us otherwise." : "You decide. Your answer goes on the record as you give it."}</p>
<input type="hidden" name="promise" value="${promise.id}"><input type="hidden" name="seq" value="${kept.seq}"><input type="hidden" name="proof" value="${answers.proof(promise.id, kept.seq)}">
<label for="s-${promise.id}">Anything to add? You don’t have to.</label>
<textarea id="s-${promise.id}" name="say" rows="2" maxlength="${SAY_LENGTH_MAX}" autocomplete="off"></textarea>
<div class="two">${said ? null : yes}<button name="answer" value="not-yet">Not yet</button></div>
<p class="quiet">“Not yet” puts this back on our list of what we owe and tells ${who}.</p>
</form>`
}
