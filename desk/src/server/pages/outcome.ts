import type { Outcome } from "../../ledger/sale-acknowledgement.ts"
import { OUTCOME_PAGE } from "../../ledger/words-to-customers.ts"
import type { OpenCheck } from "../database/outcome-checks.ts"
import { type Html, markup, page } from "./html.ts"
import { SAY_LENGTH_MAX } from "./promise-part.ts"
import { dayOf } from "./times.ts"

/** One question, three answers of the same size; none is urged. After the answer, what was answered. */
export function outcomePage(check: OpenCheck, address: string): string {
  const { shop, product, number } = check
  return page(
    `A question from ${shop}`,
    markup`<header><b>${shop}</b>${number === null ? null : markup`<span class="quiet">order ${number}</span>`}</header>
<h1>${OUTCOME_PAGE.bought(product)}</h1>
${check.answer === null ? askPart(address) : answeredPart(check, check.answer)}
<footer class="quiet"><p>${OUTCOME_PAGE.once(dayOf(check.expiresAt, check.zone))}</p></footer>`,
  )
}

function askPart(address: string): Html {
  return markup`<form class="ask" method="post" action="${address}">
<h2 class="q">${OUTCOME_PAGE.question}</h2>
<p>${OUTCOME_PAGE.decide}</p>
<label for="say">${OUTCOME_PAGE.add}</label>
<textarea id="say" name="say" rows="3" maxlength="${SAY_LENGTH_MAX}" autocomplete="off"></textarea>
<div class="three">${(["yes", "partly", "no"] as const).map((answer) => markup`<button name="answer" value="${answer}">${OUTCOME_PAGE.answers[answer]}</button>`)}</div>
<p class="quiet">${OUTCOME_PAGE.reader}</p>
</form>`
}

function answeredPart({ words }: OpenCheck, answer: Outcome): Html {
  return markup`<p class="told" role="status">You answered: <b>${OUTCOME_PAGE.answers[answer]}</b>.${answer === "yes" ? null : ` ${OUTCOME_PAGE.answered}`}</p>
${words === null ? null : markup`<blockquote>“${words}”</blockquote>`}`
}
