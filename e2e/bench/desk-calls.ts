import { listCompanies, readCompany } from "../../desk/src/contract/companies.ts"
import { listConversations, readConversation } from "../../desk/src/contract/conversations.ts"
import { listCustomers, readCustomer } from "../../desk/src/contract/customers.ts"
import { listNotices } from "../../desk/src/contract/notices.ts"
import { listPromises } from "../../desk/src/contract/promises.ts"
import type { Route } from "../../desk/src/contract/route.ts"
import { listTags, listViews } from "../../desk/src/contract/tags.ts"
import { readToday, searchEverything as search } from "../../desk/src/contract/today.ts"
import type { Caller, TestApp } from "../../desk/test/http.ts"
import type { Calls } from "./pages.ts"
import type { Years } from "./years.ts"

/** What a team calls all day, as an admin, and as somebody who may not see the mail of one address. */
export async function callsOf(test: TestApp, years: Years): Promise<Calls> {
  const { admin, outsider } = years
  return {
    "nothing to do": calling(test, admin.as)(listNotices, () => ({ query: {} })),
    ...everyday(test, admin.as, years),
    ...Object.fromEntries(
      Object.entries(everyday(test, outsider.as, years)).map(([name, work]) => [`${name}, one mailbox hidden`, work]),
    ),
    "nothing to do, again": calling(test, admin.as)(listNotices, () => ({ query: {} })),
  }
}

function everyday(test: TestApp, as: Caller, { conversationIds, customerIds, companyIds, cursor }: Years): Calls {
  const call = calling(test, as)
  const asked = (words: readonly string[]) =>
    call(search, (round) => ({ query: { q: words[round % words.length] ?? "" } }))
  const one = (ids: readonly string[], round: number) => ids[round % ids.length] ?? ""
  return {
    "the list of open conversations": call(listConversations, () => ({ query: {} })),
    "the list of all": call(listConversations, () => ({ query: { filter: "all" } })),
    "the list of closed": call(listConversations, () => ({ query: { filter: "closed" } })),
    "the list of closed, far down": call(listConversations, () => ({ query: { filter: "closed", cursor } })),
    "the list of a tag": call(listConversations, (round) => ({
      query: { filter: "all", tag: one(["vip", "winter", "repair"], round) },
    })),
    "a conversation": call(readConversation, (round) => ({ params: { conversationId: one(conversationIds, round) } })),
    Today: call(readToday, () => ({ query: {} })),
    "saved views and their counts": call(listViews, () => ({})),
    "tags and their counts": call(listTags, () => ({})),
    "promises, the newest": call(listPromises, () => ({ query: {} })),
    "the list of customers": call(listCustomers, () => ({ query: {} })),
    "a customer": call(readCustomer, (round) => ({ params: { customerId: one(customerIds, round) } })),
    "the list of companies": call(listCompanies, () => ({ query: {} })),
    "a company": call(readCompany, (round) => ({ params: { companyId: one(companyIds, round) } })),
    "search for a rare word": asked(["zanzi7", "zanzi21", "zanzi35", "zanzi42"]),
    "search for a usual word": asked(["saddle", "invoice", "refund", "bell"]),
    "search for a word in every tenth message": asked(["delivery", "order"]),
    "search for a word of few messages in a thousand": asked(["hub", "spoke"]),
    "search for a word of old messages": asked(["jubilee"]),
    "search for a beginning": asked(["w", "wo", "del", "za", "sadd"]),
    "search for two words": asked(["delivery saddle", "order refund", "bell inv", "jubilee saddle"]),
    "search for a customer": asked(["Customer 77", "customer-123@", "Customer 1999"]),
    "search for nothing that is there": asked(["qwertzuiop", "no such thing"]),
  }
}

function calling(test: TestApp, as: Caller) {
  return (route: Route, parts: (round: number) => object) => async (round: number) => {
    const answer = await test.send(route, { as, ...parts(round) })
    if (answer.statusCode !== 200) throw new Error(`${route.path}: ${answer.body}`)
  }
}
