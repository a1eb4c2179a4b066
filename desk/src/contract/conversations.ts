import { z } from "zod"
import { mailbox, message } from "./messages.ts"
import { person, promise } from "./promises.ts"
import { standingHold } from "./retention.ts"
import { route } from "./route.ts"
import {
  WORDS_LENGTH_MAX,
  channel,
  cursor,
  done,
  id,
  instant,
  mailAddress,
  name,
  none,
  page,
  subject,
  tag,
  text,
} from "./values.ts"

export const conversation = z.object({
  id,
  customer: z.object({ id, name: z.string().nullable() }),
  channel,
  subject: z.string().nullable(),
  assignee: person.nullable(),
  lastMessageAt: instant,
  /** The first words of the newest message, prefixed by who when it is ours; null when erased. */
  lastWords: z.string().nullable(),
  /** Since when the customer waits for an answer; null when they do not. */
  awaitingSince: instant.nullable(),
  closedAt: instant.nullable(),
  snoozedUntil: instant.nullable(),
  spamAt: instant.nullable(),
  /** Begun by us, and nothing sent in it yet: only its writer has it in a list. */
  unsent: z.boolean(),
  /** Open and broken promises here, and the earliest due of them. */
  owes: z.int(),
  owesUntil: instant.nullable(),
  tags: z.array(z.string()),
})

const movedConversation = z.object({
  id,
  subject: z.string().nullable(),
  customer: z.object({ id, name: z.string().nullable() }),
})

/** A merge or a split, as the history shows it. */
const move = z.object({
  id,
  kind: z.enum(["merge", "split"]),
  at: instant,
  by: z.string().nullable(),
  from: movedConversation,
  to: movedConversation,
  messages: z.int().describe("How many went along"),
  undoneAt: instant.nullable(),
  undoneBy: z.string().nullable(),
})

export const beginConversation = route({
  method: "POST",
  path: "/conversations",
  summary:
    "Begin a conversation with a customer or a new address. It is its writer's own until the first message is sent in it. Conflict for somebody who asked not to be written to first, or was erased",
  noun: "Conversations",
  caller: "member",
  params: none,
  query: none,
  body: z.object({
    customerId: id.optional(),
    to: mailAddress.optional().describe("One of the customer's addresses, or that of somebody new"),
    name: name.optional().describe("Of somebody new"),
    subject: subject.optional(),
  }),
  answer: conversation,
})

const conversationParams = z.object({ conversationId: id })

export const listConversations = route({
  method: "GET",
  path: "/conversations",
  summary: "List conversations, the newest message first",
  noun: "Conversations",
  caller: "member",
  params: none,
  query: z.object({
    filter: z.enum(["open", "awaiting", "mine", "snoozed", "closed", "spam", "all"]).optional(),
    assignee: z.union([z.enum(["anybody", "me", "nobody"]), id]).optional(),
    tag: tag.optional(),
    customerId: id.optional(),
    companyId: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
    cursor,
  }),
  body: none,
  answer: page(conversation).extend({ openCount: z.int() }),
})

export const readConversation = route({
  method: "GET",
  path: "/conversations/:conversationId",
  summary:
    "Read a conversation: its last 200 messages, and what we owe the customer anywhere. The id of one that was merged answers with the one it leads to; so does every address with such an id",
  noun: "Conversations",
  caller: "member",
  params: conversationParams,
  query: z.object({ before: z.coerce.number().int().optional().describe("seq of the first message already shown") }),
  body: none,
  answer: conversation.extend({
    messages: z.array(message),
    earlier: z.int().describe("How many messages are before these"),
    /** What was merged into it and split off it, the oldest first. */
    moves: z.array(move),
    /** Of this customer, all conversations: open, broken and proposed by due, then the settled of this conversation. */
    promises: z.array(promise),
    customerSince: instant,
    company: z.string().nullable(),
    /** What is known of the customer and picks the scope of a fact: plan, country, group. */
    scope: z.record(z.string(), z.string()),
    /** Where an answer would go; null when there is no mail address. */
    answersTo: z.string().nullable(),
    /** Who would get a copy unless its writer says otherwise: whom the customer put on their mail. */
    answersCc: z.array(mailbox),
    /** The address of ours that it would come from. */
    answersFrom: z.string().nullable(),
    answerCheck: z
      .object({
        askedAt: instant,
        problem: z.string().nullable(),
        answer: z.enum(["yes", "partly", "no"]).nullable(),
        answeredAt: instant.nullable(),
        words: z.string().nullable(),
      })
      .nullable()
      .describe("Whether the customer said that the answer helped; null where they were not asked"),
    /** The members who may see it; null: everybody. */
    seenBy: z.array(id).nullable(),
    hold: standingHold.nullable().describe("The legal hold that keeps it; null where none stands"),
  }),
})

export const discardConversation = route({
  method: "DELETE",
  path: "/conversations/:conversationId",
  summary:
    "Discard a conversation that was begun and never sent, with its draft and files. Only its writer can, and only while there is nothing else in it",
  noun: "Conversations",
  caller: "member",
  params: conversationParams,
  query: none,
  body: none,
  answer: done,
})

export const closeConversation = route({
  method: "PUT",
  path: "/conversations/:conversationId/closure",
  summary: "Close it; promises stay open. A new message opens it again",
  noun: "Conversations",
  caller: "member",
  params: conversationParams,
  query: none,
  body: none,
  answer: conversation,
})

export const reopenConversation = route({
  method: "DELETE",
  path: "/conversations/:conversationId/closure",
  summary: "Open it again",
  noun: "Conversations",
  caller: "member",
  params: conversationParams,
  query: none,
  body: none,
  answer: conversation,
})

export const markSpam = route({
  method: "PUT",
  path: "/conversations/:conversationId/spam",
  summary: "Take it for spam: it leaves every list but Spam, and what its sender begins anew goes there too",
  noun: "Conversations",
  caller: "member",
  params: conversationParams,
  query: none,
  body: none,
  answer: conversation,
})

export const unmarkSpam = route({
  method: "DELETE",
  path: "/conversations/:conversationId/spam",
  summary: "It was no spam: everything is as it was",
  noun: "Conversations",
  caller: "member",
  params: conversationParams,
  query: none,
  body: none,
  answer: conversation,
})

export const snoozeConversation = route({
  method: "PUT",
  path: "/conversations/:conversationId/snooze",
  summary: "Put it aside until a time; null: bring it back now. Promises go their own way",
  noun: "Conversations",
  caller: "member",
  params: conversationParams,
  query: none,
  body: z.object({
    until: instant.nullable(),
    /** Who gets the task then; left out: whoever calls. Null: everybody. */
    memberId: id.nullable().optional(),
  }),
  answer: conversation,
})

export const assignConversation = route({
  method: "PUT",
  path: "/conversations/:conversationId/assignee",
  summary: "Give it to a member, or to nobody",
  noun: "Conversations",
  caller: "member",
  params: conversationParams,
  query: none,
  body: z.object({ memberId: id.nullable() }),
  answer: conversation,
})

export const handOverConversation = route({
  method: "POST",
  path: "/conversations/:conversationId/handover",
  summary:
    "Give it to a member with a word about it, in one step. Only the promises that are named go along: the others stay with their owners",
  noun: "Conversations",
  caller: "member",
  params: conversationParams,
  query: none,
  body: z.object({
    memberId: id.nullable().describe("Null: nobody has it; promises then stay where they are"),
    note: text.max(WORDS_LENGTH_MAX).optional(),
    promiseIds: z.array(id).max(100),
  }),
  answer: conversation,
})
