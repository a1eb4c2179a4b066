import type { Outcome } from "../../ledger/sale-acknowledgement.ts"
import type { OpenCheck } from "../database/outcome-checks.ts"
import { type Html, markup, page } from "./html.ts"
import { SAY_LENGTH_MAX } from "./promise-part.ts"
import { dayOf } from "./times.ts"

const ANSWERS: Readonly<Record<Outcome, string>> = { yes: "Yes", partly: "In part", no: "No" }

/** One question, three answers of the same size; none is urged. After the answer, what was answered. */
export function outcomePage(check: OpenCheck, address: string): string {
  const { shop, product, number } = check
  return page(
    `A question from ${shop}`,
    markup`<header><b>${shop}</b>${number === null ? null : markup`<span class="quiet">order ${number}</span>`}</header>
<h1>You bought ${product ?? "something"} from us</h1>
${check.answer === null ? askPart(address) : answeredPart(check, check.answer)}
<footer class="quiet"><p>Anyone with this link can answer once. It works until ${dayOf(check.expiresAt, check.zone)}. To write to us, answer any mail of ours.</p></footer>`,
  )
}

function askPart(address: string): Html {
  return markup`<form class="ask" method="post" action="${address}">
<h2 class="q">Did it do what you needed it for?</h2>
<p>You decide. Your answer is recorded as you give it.</p>
<label for="say">Anything to add? You don’t have to.</label>
<textarea id="say" name="say" rows="3" maxlength="${SAY_LENGTH_MAX}" autocomplete="off"></textarea>
<div class="three">${(["yes", "partly", "no"] as const).map((answer) => markup`<button name="answer" value="${answer}">${ANSWERS[answer]}</button>`)}</div>
<p class="quiet">“In part” and “No” reach a person here, who reads what you needed and what we told you before you bought it.</p>
</form>`
}

function answeredPart({ words }: OpenCheck, answer: Outcome): Html {
  return markup`<p class="told" role="status">You answered: <b>${ANSWERS[answer]}</b>.${answer === "yes" ? null : " A person here reads it and answers you."}</p>
${words === null ? null : markup`<blockquote>“${words}”</blockquote>`}`
}
