import type { OpenLink } from "../database/customer-links.ts"
import { CODE_MINUTES, CODE_TRIES_MAX } from "../verbs/customer-codes.ts"
import { headPart } from "./customer-page.ts"
import { markup, page } from "./html.ts"

/** Where a code is entered. It says the same whether one was sent or not. */
export function codePage(link: OpenLink, address: string, { isWrong }: { readonly isWrong: boolean }): string {
  return page(
    `Your code for ${link.shop}`,
    markup`${headPart(link)}
<h1 class="plain">Enter your code</h1>
<p>If we have a mail address for you, a code is on its way to it. It works for ${CODE_MINUTES} minutes, once; after ${CODE_TRIES_MAX} tries you need a new one.</p>
${isWrong ? markup`<p class="told" role="alert">That code does not work. Look at the newest mail, or ask for another code.</p>` : null}
<form method="post" action="${address}/pass">
<label for="code">Code, six digits</label>
<input id="code" class="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required>
<div class="two"><button>Show me the rest</button></div>
</form>
<form method="post" action="${address}/code"><button>Send me another code</button></form>
<p class="told"><a href="${address}">Back to what we promised you</a></p>`,
  )
}

/** Unknown, expired, revoked: it looks the same, so that nobody learns from it which links there were. */
export function missingPage(): string {
  return page(
    "This link does not work",
    markup`<h1 class="plain">This link does not work</h1>
<p>It may have expired, or it was taken back. Ask whoever sent it to you for a new one.</p>`,
  )
}

export function refusalPage(title: string, sentence: string): string {
  return page(title, markup`<h1 class="plain">${title}</h1><p>${sentence}</p>`)
}
