import * as contract from "../../contract/calendar-links.ts"
import { Mistake, forbidden } from "../../ledger/error.ts"
import { createCalendarLink, readCalendarFeed, readCalendarLink, revokeCalendarLink } from "../verbs/calendar-feed.ts"
import { DONE, type Door, memberIdOf, serveMember } from "./serve.ts"

/** A member's own calendar: the address that they make and take back, and what stands behind it, which needs no session. */
export function serveCalendarFeed(door: Door): void {
  door.app.get<{ Params: { token: string } }>("/api/calendar/:token.ics", async (request, reply) => {
    reply.header("x-robots-tag", "noindex").header("referrer-policy", "no-referrer")
    try {
      const { text, etag } = await readCalendarFeed(door.desk, request.params.token)
      reply.header("etag", etag).header("cache-control", "private, no-cache")
      if (request.headers["if-none-match"] === etag) return await reply.code(304).send()
      return await reply.type("text/calendar; charset=utf-8").send(text)
    } catch (error) {
      if (!(error instanceof Mistake)) throw error
      return reply.code(404).type("text/plain; charset=utf-8").send("This calendar address does not work any more.\n")
    }
  })
  serveMember(door, contract.readCalendarLink, async ({ desk, actor }) => ({
    link: await readCalendarLink(desk, actor, personOf(memberIdOf(actor))),
  }))
  serveMember(
    door,
    contract.createCalendarLink,
    ({ desk, actor }) => createCalendarLink(desk, actor, personOf(memberIdOf(actor))),
    { keeps: "unrepeatable" }, // asked twice, it gives the same; kept answers would hold the address
  )
  serveMember(door, contract.revokeCalendarLink, async ({ desk, actor }) => {
    await revokeCalendarLink(desk, actor, personOf(memberIdOf(actor)))
    return DONE
  })
}

function personOf(memberId: string | null): string {
  if (memberId === null) throw forbidden("Only a person has a calendar.")
  return memberId
}
