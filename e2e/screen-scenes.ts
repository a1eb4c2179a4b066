import { createCustomerLink } from "../desk/src/contract/customer-links.ts"
import { readConversation } from "../desk/src/contract/conversations.ts"
import { sendMessage } from "../desk/src/contract/messages.ts"
import { createNeed } from "../desk/src/contract/needs.ts"
import { readWorkspace, writeWorkspace } from "../desk/src/contract/workspace.ts"
import type { MemberCalls } from "./servers/member.ts"

/** A no that was sent, for the list of them. */
export async function sayNo(member: MemberCalls, conversationId: string): Promise<void> {
  const decline = {
    basis: "policy" as const,
    refused: "refund the saddle after 30 days",
    reason: "it was bought in September and has been ridden on",
    rule: "Shop terms v4, section 6",
    alternative: "we can fit another saddle at half its price",
  }
  const text = `Hello Bill,\n\nNo, we can't ${decline.refused}: ${decline.reason}. Instead ${decline.alternative}.`
  await member.call(sendMessage, { params: { conversationId }, body: { text, promises: [], looked: true, decline } })
}

/** What the customer wrote last holds a need, in these words. */
export async function needOf(member: MemberCalls, conversationId: string): Promise<void> {
  const params = { conversationId }
  const { messages } = await member.call(readConversation, { params })
  const messageId = messages.findLast(({ kind }) => kind === "inbound")?.id ?? ""
  const words = "Our gate is 75 cm: will it go through with the panniers on?"
  await member.call(createNeed, { params, body: { messageId, words } })
}

/** Turns the customer's page on; gives the path of that of a conversation. */
export async function openToCustomer(member: MemberCalls, conversationId: string): Promise<string> {
  const { settings } = await member.call(readWorkspace)
  const customerPage = { ...settings.customerPage, on: true }
  await member.call(writeWorkspace, { body: { settings: { customerPage } } })
  const { url } = await member.call(createCustomerLink, { params: { conversationId } })
  return new URL(url ?? "").pathname
}

/** Turns on what anybody can open. */
export async function openToAnybody(member: MemberCalls): Promise<void> {
  await member.call(writeWorkspace, { body: { settings: { publicReport: { on: true }, contactForm: { on: true } } } })
}
