import { comparableAddress } from "./address.ts"
import { readCsv } from "./csv.ts"

/** A customer as a table brings them. What it does not say is null, and stays as it is. */
export type FiledCustomer = {
  /** Of the table, the first after its head is 2. */
  readonly row: number
  readonly name: string | null
  readonly company: string | null
  readonly mail: string | null
  readonly phone: string | null
  /** What picks the scope of a fact: plan, country, group. */
  readonly scope: Readonly<Record<string, string>>
}

export type CustomerFile = {
  readonly customers: readonly FiledCustomer[]
  /** Heads of columns that mean nothing here, as the file writes them. */
  readonly ignored: readonly string[]
  /** Rows that cannot be taken, a sentence each. */
  readonly problems: readonly string[]
}

const COLUMNS = {
  name: ["name", "full name", "customer", "customer name", "contact", "display name"],
  first: ["first name", "given name", "firstname"],
  last: ["last name", "family name", "surname", "lastname"],
  company: ["company", "company name", "organisation", "organization", "account"],
  mail: ["mail", "e mail", "email", "email address", "e mail address", "mail address"],
  phone: ["phone", "phone number", "telephone", "mobile", "work phone"],
  plan: ["plan"],
  country: ["country"],
  group: ["group", "segment"],
} as const

type Column = keyof typeof COLUMNS
const NAMES: readonly Column[] = ["name", "first", "last", "company", "mail", "phone", "plan", "country", "group"]
const SCOPES = ["plan", "country", "group"] as const
const LENGTH_MAX = 200 // characters of a cell, as the desk takes them
const ADDRESS_LENGTH_MAX = 320

/** Reads a table of customers, as CSV with a row of heads. */
export function readCustomerFile(text: string): CustomerFile {
  const [head, ...rows] = readCsv(text.replaceAll("\0", " ").toWellFormed())
  if (head === undefined) return { customers: [], ignored: [], problems: ["The file is empty."] }
  const heads = head.map((each) => each.toLowerCase().replaceAll(/[_-]+/g, " ").trim())
  const places = new Map<Column, number>()
  for (const column of NAMES) {
    const place = COLUMNS[column].map((each) => heads.indexOf(each)).find((at) => at >= 0)
    if (place !== undefined) places.set(column, place)
  }
  const used = new Set(places.values())
  const ignored = head.filter((each, place) => each !== "" && !used.has(place))
  if (!places.has("mail") && !places.has("phone") && !places.has("name")) {
    const problem = "The first row must name the columns: name, email, phone, company, plan, country or group."
    return { customers: [], ignored, problems: [problem] }
  }
  const read = rows.map((row, index) => readRow((column) => row[places.get(column) ?? -1] ?? "", index + 2))
  return {
    customers: read.filter((each) => typeof each !== "string"),
    ignored,
    problems: read.filter((each) => typeof each === "string"),
  }
}

function readRow(cell: (column: Column) => string, row: number): FiledCustomer | string {
  const long = NAMES.find((column) => cell(column).length > (column === "mail" ? ADDRESS_LENGTH_MAX : LENGTH_MAX))
  if (long !== undefined) return `Row ${row}: its ${long} is longer than can be kept.`
  const name = cell("name") || `${cell("first")} ${cell("last")}`.trim()
  const mail = cell("mail")
  const phone = cell("phone")
  if (name === "" && mail === "" && phone === "") return `Row ${row}: it has no name, address or number.`
  if (mail !== "" && comparableAddress("mail", mail) === null) return `Row ${row}: its address is no mail address.`
  if (phone !== "" && comparableAddress("phone", phone) === null) return `Row ${row}: its number is no phone number.`
  return {
    row,
    name: name || null,
    company: cell("company") || null,
    mail: mail || null,
    phone: phone || null,
    scope: Object.fromEntries(SCOPES.map((each) => [each, cell(each)]).filter(([, value]) => value !== "")),
  }
}
