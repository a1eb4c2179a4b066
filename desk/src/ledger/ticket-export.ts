import { comparableAddress } from "./address.ts"

/** A conversation as another desk wrote it down. */
export type OldConversation = {
  readonly id: string
  readonly subject: string | null
  readonly customer: { readonly name: string | null; readonly mail: string | null }
  /** The addresses that it was written to, where the export says so, in lower case. */
  readonly to: readonly string[]
  readonly isClosed: boolean
  /** The oldest first. */
  readonly messages: readonly OldMessage[]
}

export type OldMessage = {
  readonly id: string
  readonly kind: "inbound" | "outbound" | "note"
  /** RFC 3339. */
  readonly at: string
  readonly text: string
  readonly author: { readonly name: string | null; readonly mail: string | null }
  /** Names of attachments, which the export does not hold. */
  readonly files: readonly string[]
}

export type TicketExport = {
  readonly source: "zendesk" | "freshdesk"
  readonly conversations: readonly OldConversation[]
  /** What was left out and why, a sentence each. */
  readonly problems: readonly string[]
}

export const OLD_TEXT_LENGTH_MAX = 200_000 // characters; longer ones are cut, and say so

/**
 * Reads what Zendesk (account export as lines of JSON, or `{"tickets": […], "users": […]}`) and Freshdesk (`helpdesk_ticket`
 * with its notes, or tickets of API v2 with their conversations) write. Null when it is neither.
 */
export function readTicketExport(text: string): TicketExport | null {
  const root = parsed(text)
  if (root === null) return null
  const tickets = ticketsIn(root)
  const [first] = tickets
  if (first === undefined) return null
  const source = sourceOf(first)
  if (source === null) return null
  const users = usersIn(root)
  const problems: string[] = []
  const conversations = tickets.flatMap((ticket) => {
    const read = source === "zendesk" ? zendesk(ticket, users) : freshdesk(ticket, users)
    if (typeof read !== "string") return [read]
    problems.push(read)
    return []
  })
  return { source, conversations, problems }
}

type Fields = Readonly<Record<string, unknown>>
type Users = ReadonlyMap<string, Fields>

/** One value, or a value in each line. Null when it is no JSON. */
function parsed(text: string): unknown {
  const clean = text.replace(/^\ufeff/, "").replaceAll(String.raw`\u0000`, " ")
  try {
    return JSON.parse(clean)
  } catch {
    try {
      const lines = clean.split("\n").filter((line) => line.trim() !== "")
      return lines.map((line): unknown => JSON.parse(line))
    } catch {
      return null
    }
  }
}

function ticketsIn(root: unknown): readonly Fields[] {
  const whole = fields(root)
  const named = whole["tickets"] ?? whole["results"]
  // A file of lines that has one line is one ticket.
  const list = Array.isArray(root) ? root : named === undefined ? [root] : listOf(named)
  return list.map((one) => fields(fields(one)["helpdesk_ticket"] ?? fields(one)["ticket"] ?? one))
}

function usersIn(root: unknown): Users {
  const users = listOf(fields(root)["users"]).map(fields)
  return new Map(users.map((user) => [idOf(user["id"]), user]))
}

function sourceOf(ticket: Fields): TicketExport["source"] | null {
  if (Array.isArray(ticket["comments"])) return "zendesk"
  const hasNotes = ["conversations", "notes", "helpdesk_notes"].some((name) => Array.isArray(ticket[name]))
  return hasNotes || "display_id" in ticket || "description_text" in ticket ? "freshdesk" : null
}

const ZENDESK_CLOSED = new Set(["solved", "closed", "deleted"])

function zendesk(ticket: Fields, users: Users): OldConversation | string {
  const id = idOf(ticket["id"])
  const requester = personOf(ticket["requester"] ?? users.get(idOf(ticket["requester_id"])))
  const requesterId = idOf(ticket["requester_id"] ?? fields(ticket["requester"])["id"])
  const messages = listOf(ticket["comments"])
    .map(fields)
    .map((comment, index): OldMessage | null => {
      const author = fields(comment["author"] ?? users.get(idOf(comment["author_id"])))
      const authorId = idOf(comment["author_id"] ?? author["id"])
      const isCustomer = authorId === requesterId || author["role"] === "end-user"
      const kind = comment["public"] === false ? "note" : isCustomer ? "inbound" : "outbound"
      const said = {
        id: idOf(comment["id"]) || String(index),
        kind,
        text: textOf(comment["plain_body"] ?? comment["body"]),
      } as const
      const person = authorId === requesterId && author["name"] === undefined ? requester : personOf(author)
      return messageOf(ticket, comment, said, person)
    })
  const isClosed = ZENDESK_CLOSED.has(textOf(ticket["status"]))
  return conversationOf(id, { ticket, customer: requester, isClosed, messages })
}

const FRESHDESK_CLOSED = new Set(["4", "5", "resolved", "closed"])

function freshdesk(ticket: Fields, users: Users): OldConversation | string {
  const id = idOf(ticket["display_id"] ?? ticket["id"])
  const known = fields(ticket["requester"] ?? users.get(idOf(ticket["requester_id"])))
  const named = personOf({ name: ticket["requester_name"], email: ticket["email"] ?? ticket["sender_email"] })
  const found = personOf(known)
  const customer = { name: found.name ?? named.name, mail: found.mail ?? named.mail }
  const opening = messageOf(
    ticket,
    ticket,
    { id: "0", kind: "inbound", text: textOf(ticket["description_text"] ?? ticket["description"]) },
    customer,
  )
  const later = listOf(ticket["conversations"] ?? ticket["helpdesk_notes"] ?? ticket["notes"])
    .map((one) => fields(fields(one)["helpdesk_note"] ?? one))
    .map((note, index): OldMessage | null => {
      const kind = note["private"] === true ? "note" : note["incoming"] === true ? "inbound" : "outbound"
      const said = {
        id: idOf(note["id"]) || String(index + 1),
        kind,
        text: textOf(note["body_text"] ?? note["body"]),
      } as const
      const author = fields(note["user"] ?? users.get(idOf(note["user_id"])))
      const from = personOf({ name: author["name"], email: author["email"] ?? note["from_email"] })
      return messageOf(ticket, note, said, kind === "inbound" ? customer : from)
    })
  const status = textOf(ticket["status_name"] ?? ticket["status"]).toLowerCase()
  return conversationOf(id, {
    ticket,
    customer,
    isClosed: FRESHDESK_CLOSED.has(status),
    messages: [opening, ...later],
  })
}

function conversationOf(
  id: string,
  read: {
    readonly ticket: Fields
    readonly customer: OldConversation["customer"]
    readonly isClosed: boolean
    readonly messages: readonly (OldMessage | null)[]
  },
): OldConversation | string {
  if (id === "") return "A ticket without a number was left out."
  if (read.customer.name === null && read.customer.mail === null)
    return `Ticket ${id} was left out: it does not say whose it is.`
  const messages = read.messages.filter((each) => each !== null)
  if (messages.length === 0) return `Ticket ${id} was left out: it holds no message with a time.`
  return {
    id,
    subject: textOf(read.ticket["subject"]).slice(0, SUBJECT_LENGTH_MAX) || null,
    customer: read.customer,
    to: addresseesOf(read.ticket),
    isClosed: read.isClosed,
    messages: messages.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)),
  }
}

/** `recipient` and the source of the ticket at Zendesk, `to_emails` at Freshdesk: bare, or as in a mail's header. */
function addresseesOf(ticket: Fields): readonly string[] {
  const source = fields(fields(fields(ticket["via"])["source"])["to"])
  const named = [ticket["recipient"], source["address"], ticket["to_email"], ...listOf(ticket["to_emails"])]
  const found = named.flatMap(
    (each) =>
      textOf(each)
        .toLowerCase()
        .match(/[^\s<>",;]{1,64}@[^\s<>",;]{1,190}/)?.[0] ?? [],
  )
  return [...new Set(found)].slice(0, ADDRESSEES_MAX)
}

export const ADDRESSEES_MAX = 20 // of one ticket; what is of ours stands among the first

const SUBJECT_LENGTH_MAX = 500
const NAME_LENGTH_MAX = 200

/** Null when there is nothing in it, or no time at all. */
function messageOf(
  ticket: Fields,
  entry: Fields,
  said: Pick<OldMessage, "id" | "kind" | "text">,
  author: OldMessage["author"],
): OldMessage | null {
  const time = [entry["created_at"], ticket["created_at"]].map((each) => Date.parse(textOf(each))).find(Number.isFinite)
  const files = listOf(entry["attachments"])
    .map((each) => textOf(fields(each)["file_name"] ?? fields(each)["name"] ?? fields(each)["content_file_name"]))
    .filter((name) => name !== "")
  if (time === undefined || (said.text.trim() === "" && files.length === 0)) return null
  const isCut = said.text.length > OLD_TEXT_LENGTH_MAX
  const text = isCut ? `${said.text.slice(0, OLD_TEXT_LENGTH_MAX).toWellFormed()}\n[cut: it was longer]` : said.text
  return { ...said, text, at: new Date(time).toISOString(), author, files }
}

function personOf(value: unknown): OldConversation["customer"] {
  const { name, email } = fields(value)
  const mail = textOf(email).trim()
  return {
    name: textOf(name).trim().slice(0, NAME_LENGTH_MAX) || null,
    mail: comparableAddress("mail", mail) === null ? null : mail,
  }
}

function fields(value: unknown): Fields {
  return isObject(value) ? value : {}
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string {
  if (typeof value === "number") return String(value)
  return typeof value === "string" ? value.replaceAll("\0", " ").toWellFormed() : ""
}

function idOf(value: unknown): string {
  return textOf(value).trim().slice(0, 64)
}
