import type { Outcome } from "../../ledger/sale-acknowledgement.ts"
import type { OUTCOME_PAGE } from "../../ledger/words-to-customers.ts"
import { type Html, markup, page } from "./html.ts"
import { SAY_LENGTH_MAX } from "./promise-part.ts"
import { dayOf } from "./times.ts"

/** What a link asks, and what was answered. */
export type Asked = {
  readonly shop: string
  readonly zone: string
  readonly expiresAt: string
  readonly answer: Outcome | null
  readonly words: string | null
}

/** The words of a question, without its heading. */
export type QuestionWords = Omit<typeof OUTCOME_PAGE, "bought" | "question" | "reader"> & {
  readonly question: string
  readonly reader: string
}

type Framed = QuestionWords & { readonly heading: string; readonly aside: string | null }

/** One question, three answers of the same size; none is urged. After the answer, what was answered. */
export function questionPage(asked: Asked, address: string, words: Framed): string {
  const { shop, answer, expiresAt, zone } = asked
  return page(
    `A question from ${shop}`,
    markup`<header><b>${shop}</b>${words.aside === null ? null : markup`<span class="quiet">${words.aside}</span>`}</header>
<h1>${words.heading}</h1>
${answer === null ? askPart(address, words) : answeredPart(asked, answer, words)}
<footer class="quiet"><p>${words.once(dayOf(expiresAt, zone))}</p></footer>`,
  )
}

function askPart(address: string, words: QuestionWords): Html {
  return markup`<form class="ask" method="post" action="${address}">
<h2 class="q">${words.question}</h2>
<p>${words.decide}</p>
<label for="say">${words.add}</label>
<textarea id="say" name="say" rows="3" maxlength="${SAY_LENGTH_MAX}" autocomplete="off"></textarea>
<div class="three">${(["yes", "partly", "no"] as const).map((answer) => markup`<button name="answer" value="${answer}">${words.answers[answer]}</button>`)}</div>
<p class="quiet">${words.reader}</p>
</form>`
}

function answeredPart({ words }: Asked, answer: Outcome, { answers, answered }: QuestionWords): Html {
  return markup`<p class="told" role="status">You answered: <b>${answers[answer]}</b>.${answer === "yes" ? null : ` ${answered}`}</p>
${words === null ? null : markup`<blockquote>“${words}”</blockquote>`}`
}
