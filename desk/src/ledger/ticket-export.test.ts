import { describe, expect, it } from "vitest"
import { readTicketExport } from "./ticket-export.ts"

const ZENDESK = {
  id: 41,
  subject: "Wrong size",
  status: "solved",
  created_at: "2026-11-01T09:00:00Z",
  requester: { id: 7, name: "Ida Brook", email: "ida@customers.example" },
  comments: [
    {
      id: 2,
      author_id: 9,
      author: { name: "Sam", email: "sam@shop.example" },
      plain_body: "I will send the right one by Friday.",
      public: true,
      created_at: "2026-11-01T10:00:00Z",
    },
    {
      id: 1,
      author_id: 7,
      plain_body: "The boots are too small.\0",
      public: true,
      created_at: "2026-11-01T09:00:00Z",
      attachments: [{ file_name: "boots.jpg" }],
    },
    { id: 3, author_id: 9, body: "She was kind about it.", public: false, created_at: "2026-11-01T10:05:00Z" },
  ],
}

const FRESHDESK = {
  helpdesk_ticket: {
    display_id: 12,
    subject: "No tracking",
    description: "Where is my parcel?",
    description_html: "<p>Where is my parcel?</p>",
    status_name: "Open",
    created_at: "2026-11-02T08:00:00+01:00",
    requester: { name: "Jo Fell", email: "JO@customers.example" },
    notes: [
      {
        helpdesk_note: {
          id: 5,
          body: "On its way.",
          incoming: false,
          private: false,
          created_at: "2026-11-02T09:00:00+01:00",
        },
      },
      {
        helpdesk_note: {
          id: 6,
          body: "Thanks",
          incoming: true,
          private: false,
          created_at: "2026-11-02T09:30:00+01:00",
        },
      },
    ],
  },
}

describe("An export of another desk", () => {
  it("of Zendesk, a ticket in each line, is read with who wrote what, the oldest first", () => {
    const text = `${JSON.stringify({ ...ZENDESK, recipient: "Help@shop.example" })}\n${JSON.stringify({ ...ZENDESK, id: 42, requester: {} })}\n`
    const read = readTicketExport(text)
    expect(read).toMatchObject({
      source: "zendesk",
      problems: ["Ticket 42 was left out: it does not say whose it is."],
    })
    expect(read?.conversations).toEqual([
      {
        id: "41",
        subject: "Wrong size",
        customer: { name: "Ida Brook", mail: "ida@customers.example" },
        to: ["help@shop.example"],
        isClosed: true,
        messages: [
          expect.objectContaining({
            id: "1",
            kind: "inbound",
            text: "The boots are too small. ",
            files: ["boots.jpg"],
          }),
          expect.objectContaining({ id: "2", kind: "outbound", author: { name: "Sam", mail: "sam@shop.example" } }),
          expect.objectContaining({ id: "3", kind: "note", text: "She was kind about it." }),
        ],
      },
    ])
  })

  it("of Zendesk's API, with the people beside the tickets, is read, too", () => {
    const { requester, comments, ...ticket } = ZENDESK
    const bare = comments.map(({ author: _author, ...comment }) => comment)
    const users = [requester, { id: 9, name: "Sam", email: "sam@shop.example", role: "agent" }]
    const read = readTicketExport(JSON.stringify({ tickets: [{ ...ticket, requester_id: 7, comments: bare }], users }))
    expect(read?.conversations[0]?.messages.map(({ kind, author }) => [kind, author.name])).toEqual([
      ["inbound", "Ida Brook"],
      ["outbound", "Sam"],
      ["note", "Sam"],
    ])
  })

  it("of Freshdesk, old and of API v2, is read with the ticket's own words first", () => {
    const v2 = {
      id: 13,
      subject: "Again",
      description: "<b>Broken</b>",
      description_text: "Broken",
      status: 5,
      created_at: "2026-11-03T08:00:00Z",
      requester: { name: "Jo Fell", email: "jo@customers.example" },
      conversations: [
        {
          id: 8,
          body: "<p>Sorry</p>",
          body_text: "Sorry",
          incoming: false,
          private: false,
          created_at: "2026-11-03T09:00:00Z",
          from_email: "help@shop.example",
        },
      ],
    }
    const old = readTicketExport(JSON.stringify([FRESHDESK]))
    expect(old?.conversations[0]).toMatchObject({
      id: "12",
      isClosed: false,
      customer: { name: "Jo Fell", mail: "JO@customers.example" },
      to: [],
    })
    expect(old?.conversations[0]?.messages.map(({ kind, text, at }) => [kind, text, at])).toEqual([
      ["inbound", "Where is my parcel?", "2026-11-02T07:00:00.000Z"],
      ["outbound", "On its way.", "2026-11-02T08:00:00.000Z"],
      ["inbound", "Thanks", "2026-11-02T08:30:00.000Z"],
    ])
    const read = readTicketExport(JSON.stringify([v2]))
    expect(read).toMatchObject({ source: "freshdesk", conversations: [{ isClosed: true }] })
    expect(read?.conversations[0]?.messages[1]).toMatchObject({ text: "Sorry", author: { mail: "help@shop.example" } })
  })

  it.each(["", "Dear diary", "[]", "{}", "[1, null]", '{"tickets": 3}', '[{"a": 1}]'])("is none in %j", (text) => {
    expect(readTicketExport(text)).toBeNull()
  })

  it("full of odd values loses no more than the ticket that has them", () => {
    const odd = {
      comments: [null, 3, { created_at: {}, body: [] }, { created_at: "2026-11-01T09:00:00Z", body: "\ud800 hm" }],
      id: 1,
      requester: { name: "\0", email: "no address" },
    }
    const read = readTicketExport(
      JSON.stringify([
        { ...odd, requester: 4 },
        { ...odd, comments: [], requester: { name: "Al" } },
        { ...odd, requester: { name: "Al" } },
      ]),
    )
    expect(read?.problems).toHaveLength(2)
    expect(read?.conversations[0]?.messages.map(({ text }) => text.isWellFormed())).toEqual([true])
  })
})
