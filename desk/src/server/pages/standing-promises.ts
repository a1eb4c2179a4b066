import {
  COMPARED_WORDS,
  type MeasuredVersion,
  comparedWith,
  measureText,
  measuredText,
  percentOf,
} from "../../ledger/standing-promise.ts"
import type { PublicProtocol, StandingView } from "../verbs/standing-promises.ts"
import { type Html, markup, page } from "./html.ts"
import { dayOf } from "./times.ts"

type DeedName = (id: string) => string

/** What a shop promises to every customer, and what its record shows of it: no line of it can be left out. */
export function standingPromisesPage({ workspace, from, until, promises }: PublicProtocol): string {
  const { zone, deeds } = workspace.settings
  const deedName = (id: string) => deeds.find((deed) => deed.id === id)?.name ?? id
  return page(
    `What ${workspace.name} promises to every customer`,
    markup`<header><b>${workspace.name}</b><span class="quiet">${dayOf(from, zone)} to ${dayOf(until, zone)}, ${zone}</span></header>
<h1 class="plain">What we promise to every customer</h1>
${promises.length === 0 ? markup`<p>Nothing is promised here yet.</p>` : promises.map((each) => standingPart(each, zone, deedName))}
<footer class="quiet"><p>How this is counted: from our record, over the last twelve months. Rates are rounded down, with a 95 % range (Wilson). Under 10 cases we show no rate. Each promise is measured against the text that held at the time; earlier texts stand below it. Working time is that of our working hours today.</p></footer>`,
  )
}

function standingPart({ versions }: StandingView, zone: string, deedName: DeedName): Html {
  const [now, ...before] = versions
  if (now === undefined) return markup``
  return markup`<h2 class="part">${now.what}</h2>
${now.limits === "" ? null : markup`<p>${now.limits}</p>`}
${figurePart(now, deedName)}
${now.complain === "" ? null : markup`<p>If we did not keep it: ${now.complain}</p>`}
${before.map(
  (
    each,
  ) => markup`<p class="quiet">Until ${dayOf(each.validUntil ?? each.validFrom, zone)}: ${each.what} ${each.limits}</p>
${figurePart(each, deedName)}`,
)}`
}

function figurePart({ measure, measured }: MeasuredVersion, deedName: DeedName): Html {
  const percent = percentOf(measure)
  if (percent === null) return markup`<p>${measureText(measure, deedName)}</p>`
  const said =
    measured.kind === "share" && percent !== null ? COMPARED_WORDS[comparedWith(measured.share, percent)] : ""
  return markup`<p><b>${measuredText(measured, percent)}</b>${said === "" ? "" : `. ${said}`}.</p>
<p class="quiet">${measureText(measure, deedName)}</p>`
}
