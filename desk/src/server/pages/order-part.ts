import { EXCEPTION_WORDS, type Window } from "../../ledger/withdrawal.ts"
import type { OrderView } from "../verbs/orders.ts"
import { type Html, markup } from "./html.ts"
import { fullTime } from "./times.ts"

/** What the customer bought, and until when they may withdraw: the same clock that the shop sees. */
export function orderPart(order: OrderView): Html {
  const { id, number, product, total, orderedOn, deliveredOn, rule } = order
  return markup`<article id="o-${id}" aria-labelledby="n-${id}">
<h3 id="n-${id}">${product ?? "Your order"}</h3>
<dl>${[
    number === null ? null : fact("Order", markup`${number}`),
    total === null ? null : fact("Paid", markup`${total}`),
    fact("Ordered", markup`${plainDay(orderedOn)}`),
    deliveredOn === null ? null : fact("Delivered", markup`${plainDay(deliveredOn)}`),
    withdrawalFact(order.window, order.zone, rule?.source ?? null),
  ]}</dl>
</article>
`
}

function withdrawalFact(window: Window, zone: string, source: string | null): Html | null {
  if (window.state === "no-rule") return null
  const rests = source === null || source === "" ? "" : ` It rests on: ${source}.`
  return fact(
    "Right to withdraw",
    markup`${sentence(window, zone)}<br><span class="quiet">${rests} This is no legal advice.</span>`,
  )
}

function sentence(window: Exclude<Window, { state: "no-rule" }>, zone: string): string {
  switch (window.state) {
    case "none":
      return `There is none, as far as we know: ${EXCEPTION_WORDS[window.exception]}.`
    case "not-begun":
      return `It ends ${window.days} days after delivery. You can withdraw now, too.`
    case "open":
      return `Open until ${fullTime(window.until, zone)}.`
    case "ended":
      return `It ended ${fullTime(window.until, zone)}.`
    default:
      return window satisfies never
  }
}

function fact(name: string, value: Html): Html {
  return markup`<div><dt>${name}</dt><dd>${value}</dd></div>
`
}

function plainDay(day: string): string {
  return Temporal.PlainDate.from(day).toLocaleString("en-GB", { day: "numeric", month: "long", year: "numeric" })
}
