import { CONTACT_FORM } from "../../ledger/words-to-customers.ts"
import { markup, page } from "./html.ts"

export type FormValues = {
  readonly name: string
  readonly mail: string
  readonly subject: string
  readonly text: string
}

export const NOTHING_WRITTEN: FormValues = { name: "", mail: "", subject: "", text: "" }

/** Where somebody writes to the shop: plain HTML, nothing of others, and what was written stays when something is wrong. */
export function contactFormPage(shop: string, address: string, values: FormValues, problem: string | null): string {
  return page(
    `Write to ${shop}`,
    markup`<header><b>${shop}</b></header>
<h1 class="plain">${CONTACT_FORM.heading}</h1>
${problem === null ? null : markup`<p class="told" role="alert">${problem}</p>`}
<form method="post" action="${address}" enctype="multipart/form-data">
<label for="name">${CONTACT_FORM.name}</label>
<input id="name" name="name" autocomplete="name" maxlength="200" value="${values.name}">
<label for="mail">${CONTACT_FORM.mail}</label>
<input id="mail" name="mail" type="email" autocomplete="email" maxlength="254" required value="${values.mail}">
<label for="subject">${CONTACT_FORM.subject}</label>
<input id="subject" name="subject" maxlength="200" value="${values.subject}">
<label for="text">${CONTACT_FORM.text}</label>
<textarea id="text" name="text" rows="8" maxlength="20000" required>
${values.text}</textarea>
<label for="files">${CONTACT_FORM.files}</label>
<input id="files" name="files" type="file" multiple>
<div hidden><label for="website">Leave this empty</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
<div class="two"><button>${CONTACT_FORM.send}</button></div>
</form>`,
  )
}

/** What is known then, and no more: it is here, and nobody has read it yet. */
export function contactThanksPage(shop: string, address: string): string {
  return page(
    `Sent to ${shop}`,
    markup`<header><b>${shop}</b></header>
<h1 class="plain">${CONTACT_FORM.thanks}</h1>
<p>${CONTACT_FORM.thanksHint}</p>
<p class="told"><a href="${address}">${CONTACT_FORM.another}</a></p>`,
  )
}
