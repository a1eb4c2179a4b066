import { z } from "zod"
import { SALE_REQUESTS } from "aboveboard-engine"
import { EXCEPTIONS, SALE_KINDS } from "../ledger/withdrawal.ts"
import { OUTCOMES } from "../ledger/sale-acknowledgement.ts"
import { promiseState } from "./promises.ts"
import { route } from "./route.ts"
import { cursor, done, id, instant, mailAddress, name, none, page } from "./values.ts"

const day = z.iso.date().describe("YYYY-MM-DD")
const line = z.string().trim().min(1)
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe("ISO 3166-1, two letters")
const exception = z.enum(EXCEPTIONS).describe("Why there is no right to withdraw: article 16 of directive 2011/83/EU")

export const withdrawalRule = z.object({
  country: z
    .string()
    .regex(/^(?:[A-Z]{2}|\*)$/)
    .describe("Two letters; EU: each of its members; *: everywhere"),
  kind: z.enum(SALE_KINDS),
  product: z.string().trim().max(200).describe("Found in the product's name; empty: any product"),
  days: z.int().min(0).max(400),
  from: z.enum(["delivery", "order"]),
  refundDays: z.int().min(0).max(400).describe("Everything is paid back within so many days of the customer's message"),
  exception: exception.nullable(),
  source: z.string().trim().max(300).describe("The law or terms that it rests on"),
})

const window = z
  .discriminatedUnion("state", [
    z.object({ state: z.literal("none"), exception }),
    z.object({ state: z.literal("no-rule") }),
    z.object({ state: z.literal("not-begun"), days: z.int() }),
    z.object({ state: z.literal("open"), until: instant, daysLeft: z.int() }),
    z.object({ state: z.literal("ended"), until: instant }),
  ])
  .describe("How long the customer may still withdraw. Not legal advice")

export const order = z.object({
  id,
  customer: z.object({ id, name: z.string().nullable() }),
  conversationId: id.nullable(),
  /** Number, product and total are null once the customer is erased. */
  number: z.string().nullable(),
  product: z.string().nullable(),
  total: z.string().nullable(),
  kind: z.enum(SALE_KINDS),
  country: z.string().nullable(),
  orderedOn: day,
  deliveredOn: day.nullable(),
  rule: withdrawalRule.nullable(),
  exception: exception.nullable(),
  createdAt: instant,
  zone: z.string(),
  window,
  checkAt: instant.nullable(),
  check: z
    .object({
      askedAt: instant,
      problem: z.string().nullable(),
      answer: z.enum(OUTCOMES).nullable(),
      answeredAt: instant.nullable(),
      words: z.string().nullable(),
    })
    .nullable()
    .describe("Whether the customer was asked if it helped, and what they said"),
  request: z.object({ id, kind: z.enum(SALE_REQUESTS), at: instant }).nullable(),
})

const content = {
  number: line.max(100).nullish(),
  total: line.max(100).nullish().describe("As it was paid, with its currency"),
  country: country.nullish(),
  deliveredOn: day.nullish(),
  exception: exception.nullish(),
}

export const listOrders = route({
  method: "GET",
  path: "/orders",
  summary: "List orders, the newest first",
  noun: "After the sale",
  caller: "member",
  params: none,
  query: z.object({
    filter: z.enum(["all", "undone", "unhelped"]).optional(),
    q: z.string().trim().min(1).max(200).optional().describe("Found in number, product and the customer's name"),
    customerId: id.optional(),
    cursor,
  }),
  body: none,
  answer: page(order),
})

export const createOrder = route({
  method: "POST",
  path: "/orders",
  summary: "Write down an order; the withdrawal rule of today is kept with it",
  noun: "After the sale",
  caller: "member",
  params: none,
  query: none,
  body: z.object({
    conversationId: id.optional().describe("Where it was sold; its customer bought it"),
    customerId: id.optional(),
    customer: z.object({ name: name.optional(), mail: mailAddress.optional() }).optional(),
    product: line.max(300),
    kind: z.enum(SALE_KINDS).default("goods"),
    orderedOn: day,
    ...content,
  }),
  answer: z.object({ id }),
})

const orderParams = z.object({ orderId: id })

const saidBefore = z.object({
  claims: z.array(
    z.object({
      messageId: id,
      conversationId: id,
      quote: z.string().nullable(),
      verdict: z.enum(["supported", "contradicted", "unsupported", "needs-evidence"]),
      at: instant,
    }),
  ),
  promises: z.array(z.object({ id, words: z.string().nullable(), state: promiseState, at: instant })),
  recommendations: z.array(
    z.object({ id, conversationId: id, product: z.string().nullable(), total: z.string().nullable(), at: instant }),
  ),
  needs: z.array(
    z.object({ id, words: z.string().nullable(), standing: z.enum(["theirs", "confirmed", "ours"]), at: instant }),
  ),
})

export const readOrder = route({
  method: "GET",
  path: "/orders/:orderId",
  summary: "Read an order, and what its customer needed, was told, promised and recommended before they bought",
  noun: "After the sale",
  caller: "member",
  params: orderParams,
  query: none,
  body: none,
  answer: z.object({ order, before: saidBefore }),
})

export const changeOrder = route({
  method: "PATCH",
  path: "/orders/:orderId",
  summary: "Change what is known of an order: that it was delivered, most often",
  noun: "After the sale",
  caller: "member",
  params: orderParams,
  query: none,
  body: z.object({
    product: line.max(300).optional(),
    kind: z.enum(SALE_KINDS).optional(),
    orderedOn: day.optional(),
    ...content,
  }),
  answer: done,
})

const FILE_LENGTH_MAX = 900_000 // characters; 5,000 orders are under 600,000
const file = z.object({
  text: z.string().max(FILE_LENGTH_MAX).describe("CSV with a heading: number, mail, product, ordered …"),
})

export const previewOrderImport = route({
  method: "POST",
  path: "/order-previews",
  summary: "See what a file of orders would change, and which of its rows cannot be read, without changing anything",
  noun: "After the sale",
  caller: "member",
  params: none,
  query: none,
  body: file,
  answer: z.object({
    lines: z.array(
      z.object({
        row: z.int(),
        number: z.string(),
        customer: z.string(),
        product: z.string(),
        kind: z.enum(["new", "changed", "same"]),
      }),
    ),
    counts: z.object({ new: z.int(), changed: z.int(), same: z.int() }),
    problems: z.array(z.object({ row: z.int(), problem: z.string() })),
  }),
})

export const createOrderImport = route({
  method: "POST",
  path: "/order-imports",
  summary: "Take a file of orders in; customers are found by their mail address, or added",
  noun: "After the sale",
  caller: "member",
  params: none,
  query: none,
  body: file,
  answer: z.object({ added: z.int(), changed: z.int() }),
})

export const saleRequest = z.object({
  id,
  conversationId: id,
  messageId: id,
  orderId: id.nullable(),
  kind: z.enum(SALE_REQUESTS),
  words: z.string().nullable(),
  at: instant,
  promiseId: id.nullable().describe("The refund with its legal due, proposed; null where the law sets no day"),
  answeredAt: instant.nullable().describe("When the first answer was written that our outgoing server has accepted"),
  answerWaits: z.boolean().describe("An answer is written and has not left"),
  acknowledgement: z.string().describe("That it came in, with date and time, to edit and send"),
})

export const readAfterSale = route({
  method: "GET",
  path: "/conversations/:conversationId/after-sale",
  summary: "Read what the customer of a conversation bought, and what they asked to undo",
  noun: "After the sale",
  caller: "member",
  params: z.object({ conversationId: id }),
  query: none,
  body: none,
  answer: z.object({ orders: z.array(order), requests: z.array(saleRequest) }),
})

const requestParams = z.object({ requestId: id })

export const chooseRequestOrder = route({
  method: "PUT",
  path: "/sale-requests/:requestId/order",
  summary: "Say which order a request is about; where the law sets a day, the refund is proposed",
  noun: "After the sale",
  caller: "member",
  params: requestParams,
  query: none,
  body: z.object({ orderId: id }),
  answer: done,
})

export const dropSaleRequest = route({
  method: "POST",
  path: "/sale-requests/:requestId/removal",
  summary: "Say that a message was no such request; what was proposed for it and nobody confirmed goes with it",
  noun: "After the sale",
  caller: "member",
  params: requestParams,
  query: none,
  body: none,
  answer: done,
})
