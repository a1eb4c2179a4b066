import type { OpenLink } from "../database/customer-links.ts"
import type { PagePromise } from "../database/customer-page.ts"
import type { OrderView } from "../verbs/orders.ts"
import { type Html, markup, page } from "./html.ts"
import { type Reader, promisePart } from "./promise-part.ts"
import { orderPart } from "./order-part.ts"
import { isConfirmed } from "./promise-status.ts"
import { dayOf, zoneName } from "./times.ts"

export type PageContent = {
  readonly link: OpenLink
  readonly address: string
  readonly promises: readonly PagePromise[]
  readonly orders: readonly OrderView[]
  /** Bought elsewhere; empty until a code was entered. */
  readonly otherOrders: readonly OrderView[]
  /** What was promised elsewhere; null until a code was entered. */
  readonly others: readonly PagePromise[] | null
  /** Something to say first; null when there is nothing. */
  readonly notice: string | null
  readonly now: string
  readonly proof: (promiseId: string, seq: number) => string
}

/** What was promised to a customer in one conversation, and the ways to answer and to see the rest. */
export function customerPage(content: PageContent): string {
  const { link, address, promises, notice, now, proof } = content
  const reader: Reader = {
    shop: link.shop,
    showOwner: link.page.showOwner,
    zone: link.zone,
    now,
    answers: { action: `${address}/answer`, proof },
  }
  return page(
    `What ${link.shop} promised you`,
    markup`${headPart(link)}
${notice === null ? null : markup`<p class="told">${notice}</p>`}
<h1>What we promised you</h1>
${promises.length === 0 ? markup`<p>In this conversation, we have promised you nothing.</p>` : null}
${inOrder(promises).map((promise, index) => promisePart(promise, reader, index === 0))}
${ordersPart("What you bought", content.orders)}
${othersPart(content, { ...reader, answers: null })}
${footPart(link, now)}`,
  )
}

export function headPart({ shop, customer }: OpenLink): Html {
  return markup`<header><b>${shop}</b>${customer === null ? null : markup`<span class="quiet">for ${customer}</span>`}</header>`
}

/** What waits for an answer, what is owed by due time, then what is settled, the newest first. */
function inOrder(promises: readonly PagePromise[]): readonly PagePromise[] {
  return promises.toSorted((one, other) => rankOf(one) - rankOf(other) || compareDue(one, other))
}

function rankOf(promise: PagePromise): number {
  if (promise.state === "kept" && !isConfirmed(promise)) return 0
  return promise.state === "open" || promise.state === "broken" ? 1 : 2
}

function compareDue(one: PagePromise, other: PagePromise): number {
  if (rankOf(one) !== 1 || one.dueUntil === other.dueUntil) return 0 // they come with the newest first
  if (one.dueUntil === null || other.dueUntil === null) return one.dueUntil === null ? 1 : -1
  return Temporal.Instant.compare(one.dueUntil, other.dueUntil)
}

function ordersPart(title: string, orders: readonly OrderView[]): Html | null {
  return orders.length === 0 ? null : markup`<h2 class="part">${title}</h2>${orders.map(orderPart)}`
}

function othersPart({ others, otherOrders, address }: PageContent, reader: Reader): Html {
  if (others !== null) {
    const list = inOrder(others).map((promise) => promisePart(promise, reader, false))
    return markup`<h2 class="part">Everything else we promised you</h2>${others.length === 0 ? markup`<p>There is nothing else.</p>` : list}${ordersPart("What else you bought", otherOrders)}`
  }
  return markup`<h2 class="part">Everything else we promised you</h2>
<p>To see it, ask for a code. It goes to the mail address that we have for you.</p>
<form method="post" action="${address}/code"><button>Send me a code</button></form>`
}

function footPart({ shop, expiresAt, zone }: OpenLink, now: string): Html {
  return markup`<footer class="quiet"><p>Each promise shown here was confirmed at ${shop}. What happens to it is added with its time.</p>
<p>Anyone with this link can read the page. It works until ${dayOf(expiresAt, zone)}, unless we take it back or send it again. Times: ${zoneName(zone, now)}. To write to us, answer any mail of ours.</p></footer>`
}
