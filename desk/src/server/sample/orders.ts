import { STANDARD_AFTER_SALE, type SaleKind } from "../../ledger/withdrawal.ts"
import { insertCheck } from "../database/outcome-checks.ts"
import { writeAnswer } from "../database/write-answer.ts"
import { recordOrder } from "../verbs/orders.ts"
import { type Stage, actorOf, deskAt } from "./stage.ts"

/** The shop's own terms stand beside the law of the EU, where some of its customers live. */
export const SHOP_AFTER_SALE = {
  ...STANDARD_AFTER_SALE,
  withdrawal: [
    ...STANDARD_AFTER_SALE.withdrawal,
    {
      country: "GB",
      kind: "goods" as const,
      product: "",
      days: 30,
      from: "delivery" as const,
      refundDays: 10,
      exception: null,
      source: "Our shop terms, section 6",
    },
  ],
}

type Sale = {
  readonly customer: string
  readonly number: string
  readonly product: string
  readonly total: string
  readonly kind?: SaleKind
  readonly country: string
  /** Days ago. */
  readonly ordered: number
  readonly delivered: number | null
  readonly exception?: "made-to-order"
  readonly answer?: { readonly answer: "yes" | "partly" | "no"; readonly words: string | null; readonly ago: number }
}

const SALES: readonly Sale[] = [
  {
    customer: "juergen",
    number: "2093",
    product: "Trail lamp, 800 lumen",
    total: "€89.00",
    country: "DE",
    ordered: 4,
    delivered: null,
  },
  {
    customer: "pilar",
    number: "2088",
    product: "Child seat with clamp",
    total: "€129.00",
    country: "ES",
    ordered: 12,
    delivered: 10,
  },
  {
    customer: "marit",
    number: "2081",
    product: "Winter tyres, a pair",
    total: "€96.00",
    country: "IE",
    ordered: 16,
    delivered: 13,
  },
  {
    customer: "ruth",
    number: "2077",
    product: "Wheel built to measure",
    total: "£240.00",
    country: "GB",
    ordered: 12,
    delivered: 6,
    exception: "made-to-order",
  },
  {
    customer: "owen",
    number: "2051",
    product: "Panniers, waterproof",
    total: "£110.00",
    country: "GB",
    ordered: 40,
    delivered: 36,
    answer: { answer: "partly", words: "Dry inside, but they touch my heels on the small frame.", ago: 20 },
  },
  {
    customer: "sofia",
    number: "2049",
    product: "Dynamo hub and front light",
    total: "£175.00",
    country: "GB",
    ordered: 34,
    delivered: 30,
    answer: { answer: "yes", words: null, ago: 14 },
  },
  {
    customer: "dov",
    number: "2055",
    product: "Voucher for a full service",
    total: "£89.00",
    country: "GB",
    ordered: 45,
    delivered: 43,
  },
  {
    customer: "orla",
    number: "2063",
    product: "Tern HSD P9",
    total: "£3,650.00",
    country: "GB",
    ordered: 28,
    delivered: 24,
  },
  {
    customer: "edda",
    number: "2066",
    product: "Rear rack",
    total: "£48.00",
    country: "GB",
    ordered: 24,
    delivered: 21,
  },
  {
    customer: "inga",
    number: "2041",
    product: "Steel frame, second hand",
    total: "£220.00",
    country: "GB",
    ordered: 50,
    delivered: 48,
    answer: { answer: "yes", words: null, ago: 40 },
  },
  {
    customer: "rhys",
    number: "2044",
    product: "Front lamp",
    total: "£64.00",
    country: "GB",
    ordered: 48,
    delivered: 47,
    answer: { answer: "yes", words: "Bright enough for the towpath.", ago: 38 },
  },
  {
    customer: "delphine",
    number: "2047",
    product: "Chainring, 48 teeth",
    total: "£39.00",
    country: "GB",
    ordered: 42,
    delivered: 40,
    answer: { answer: "partly", words: "Faster, yes, but hills are harder now.", ago: 30 },
  },
  {
    customer: "olive",
    number: "2053",
    product: "Rear rack with child seat",
    total: "£165.00",
    country: "GB",
    ordered: 38,
    delivered: 35,
    answer: { answer: "yes", words: null, ago: 24 },
  },
  {
    customer: "stellan",
    number: "2058",
    product: "Panniers, a pair",
    total: "£110.00",
    country: "GB",
    ordered: 29,
    delivered: 27,
    answer: { answer: "yes", words: null, ago: 14 },
  },
  {
    customer: "tilda",
    number: "2061",
    product: "Brake pads, two pairs",
    total: "£28.00",
    country: "GB",
    ordered: 25,
    delivered: 25,
    answer: { answer: "yes", words: null, ago: 11 },
  },
  {
    customer: "wilf",
    number: "2069",
    product: "Torque wrench",
    total: "£75.00",
    country: "GB",
    ordered: 21,
    delivered: 20,
    answer: { answer: "no", words: "It is for small bolts only, and mine are not.", ago: 8 },
  },
  {
    customer: "ana",
    number: "2073",
    product: "Tyres, 40 mm, a pair",
    total: "£68.00",
    country: "GB",
    ordered: 12,
    delivered: 10,
  },
  {
    customer: "kit",
    number: "2075",
    product: "Battery, 500 Wh",
    total: "£480.00",
    country: "GB",
    ordered: 17,
    delivered: 15,
    answer: { answer: "yes", words: null, ago: 2 },
  },
]

/** What was sold lately, and what two customers said of it when they were asked. */
export async function sellOrders(stage: Stage): Promise<void> {
  const { opened } = stage.time
  const ago = (days: number) => opened.subtract({ hours: 24 * days })
  const day = (days: number) => ago(days).toString().slice(0, 10)
  for (const sale of SALES) {
    const customerId = stage.customers.get(sale.customer)?.id
    if (customerId === undefined) throw new Error(`no customer ${sale.customer}`)
    const { number, product, total, kind = "goods", country, exception = null } = sale
    const content = { number, product, total, kind, country, exception, orderedOn: day(sale.ordered) }
    const deliveredOn = sale.delivered === null ? null : day(sale.delivered)
    const desk = deskAt(stage, ago(sale.ordered))
    const orderId = await recordOrder(desk, actorOf(stage, "tom"), { ...content, customerId, deliveredOn })
    if (sale.answer !== undefined) await answer(stage, { orderId, customerId, ...sale.answer })
  }
}

type Answered = NonNullable<Sale["answer"]> & { readonly orderId: string; readonly customerId: string }

async function answer(stage: Stage, { orderId, customerId, ago, ...said }: Answered): Promise<void> {
  const { desk, database, workspaceId } = stage
  const id = desk.newId()
  const at = stage.time.opened.subtract({ hours: 24 * ago })
  const sent = { messageId: null, problem: null, tokenDigest: desk.digest(`sample ${id}`) }
  const times = { askedAt: at.subtract({ hours: 20 }).toString(), expiresAt: at.toString() }
  await insertCheck(database, { workspaceId, id, orderId, customerId, ...sent, ...times })
  await writeAnswer(database, { of: "outcome_checks", workspaceId, id, ...said, messageId: null, at: at.toString() })
}
