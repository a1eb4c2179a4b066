import type { PublicReport } from "../verbs/public-report.ts"
import type { Share } from "../../ledger/wilson.ts"
import { type Html, markup, page } from "./html.ts"
import { dayOf } from "./times.ts"

const CASES_MIN = 10 // under it there is not enough record

/**
 * What became of a shop's promises in a year, for anybody. The method, the denominators and the broken ones are part of the
 * page: there is no setting that leaves a line out.
 */
export function trustReportPage(report: PublicReport, address: string): string {
  const { workspace, from, until, figures } = report
  const { outcomes, inTime, evidence } = figures
  const { zone } = workspace.settings
  return page(
    `What ${workspace.name} promised and what became of it`,
    markup`<header><b>${workspace.name}</b><span class="quiet">${dayOf(from, zone)} to ${lastDayOf(until, zone)}, ${zone}</span></header>
<h1 class="plain">What we promised our customers, and what became of it</h1>
<p>${rateText(inTime)}</p>
<p>${shownText(figures.inTimeShown)}</p>
${lines(`All ${figures.closed} promises that were closed in this year`, [
  ["Kept in time", outcomes["in-time"]],
  ["Kept late", outcomes.late],
  ["New date agreed before it was due", outcomes["new-date"]],
  ["New date given after it was due", outcomes["new-date-late"]],
  ["Broken", outcomes.broken],
  ["The customer let us off", outcomes.released],
])}
${lines("Not in the rate", [
  ["Not made after all: the message did not go out", outcomes.void],
  ["Found in our words, but no promise", outcomes.dismissed],
  ["Still owed now (what is broken counts above, too)", figures.openNow],
])}
${lines("What shows that they were kept", [
  ["Our message, accepted by our outgoing server", evidence.message],
  ["A call or a visit that we logged", evidence.call + evidence.visit],
  ["A file", evidence.file],
  ["The customer said so", evidence.customer],
  ["Only our own word", evidence.word],
])}
${lines("What customers said", [
  ["Promises they confirmed as done", figures.customersSaid.confirmed],
  ["Promises they said were not done", figures.customersSaid.disputed],
  ["Promises they had to ask about", figures.customersSaid.chased],
])}
${lines("What we sent", [
  ["Messages reviewed before they left", figures.reviewed.messages],
  ["Statements that our own facts contradicted, and that were sent", figures.reviewed.claims.contradicted],
  ["Statements on facts that we had not confirmed again in time", figures.reviewed.claims.onStale],
  ["Sent in spite of a hold, with a reason", figures.reviewed.overridden],
  ["Honest no’s", figures.declines.byBasis.reduce((sum, each) => sum + each.n, 0)],
  [
    "of them with something that we could do instead",
    figures.declines.byBasis.reduce((sum, each) => sum + each.withAlternative, 0),
  ],
])}
${lines("What we told that was no longer true", [
  ["Customers who had been told, in corrections that we began", figures.corrections.people],
  ["Told what is true now", figures.corrections.corrected],
  ["Told that it stays so for them", figures.corrections.honoured],
  ["Left out", figures.corrections.left],
  ["Not told yet", figures.corrections.notYet],
])}
${lines("After the sale", [
  ["Orders", figures.afterSale.orders],
  ["Orders that customers asked to undo", figures.afterSale.undone],
])}
${lines("Whether it did what they needed it for", helped(figures.afterSale))}
${lines("Whether our answers helped", helped(figures.answers))}
<footer class="quiet"><p>How this is counted: a promise is what we told a customer that we would do, and somebody here confirmed. Each date that we gave counts for itself: where a new date was agreed, the first one is not counted as kept. The rate is of all that were closed, rounded down, with a 95 % range (Wilson). Under 10 cases we show no rate. What became of a promise is written down as it happens and is not changed afterwards.</p>
<p><a href="${address}/figures.json">The same as JSON</a>, with a line for each promise and the hash of its record.</p></footer>`,
  )
}

/** `until` is the midnight after it. */
function lastDayOf(until: string, zone: string): string {
  return dayOf(Temporal.Instant.from(until).subtract({ seconds: 1 }).toString(), zone)
}

type Helped = PublicReport["figures"]["answers"]

function helped({ asked, yes, partly, no }: Omit<Helped, "helpedShare">): readonly (readonly [string, number])[] {
  return [
    ["Customers asked", asked],
    ["Yes", yes],
    ["In part", partly],
    ["No", no],
  ]
}

function rateText(share: Share): Html {
  if (share.n < CASES_MIN) return markup`Not enough record for a rate: ${share.n} closed.`
  return markup`<b>${share.percent} % were kept in time</b>, range ${share.low} to ${share.high} %: ${share.count} of ${share.n}.`
}

/** What is on our own word alone is told apart. */
function shownText(share: Share): Html {
  if (share.n < CASES_MIN) return markup``
  return markup`With other evidence than our own word: ${share.percent} %, range ${share.low} to ${share.high} %, ${share.count} of ${share.n}.`
}

function lines(title: string, each: readonly (readonly [string, number])[]): Html {
  return markup`<h2 class="part">${title}</h2><dl class="figures">${each.map(
    ([name, count]) => markup`<div><dt>${name}</dt><dd>${count}</dd></div>`,
  )}</dl>`
}
