import type { Story } from "../story.ts"

/** What is due about now: just late, or within two hours of work. */
export const owedSoon: readonly Story[] = [
  {
    customer: "margaret",
    channel: "call",
    subject: "Front wheel of the box bike",
    has: "tom",
    steps: [
      {
        at: "-38d 11:20",
        does: "logs a call",
        by: "tom",
        text: "The bell broke off in her bag. [I’ll post you a new bell by {due}.]",
        promises: [{ key: "bell", deed: "send", due: "-36d 17:00" }],
      },
      { at: "-37d 16:50", does: "keeps", promise: "bell", by: "tom", note: "Posted it on the way home." },

      {
        at: "-3d 16:40",
        does: "logs a call",
        by: "tom",
        text: "Her front wheel has three broken spokes and the rim is worn. She would rather have a new wheel than a repair, if it stays under £120. [I’ll ring you by {due} with the price of the new wheel.]",
        promises: [{ key: "wheel price", deed: "call-back", due: "-2h15m" }],
      },
      {
        at: "-1h05m",
        does: "writes",
        text: "Hello Tom,\n\nI waited in for the call and nobody rang. I need to know whether to take the bus tomorrow. Is the wheel under £120 or not?\n\nMargaret Oyelaran",
      },
    ],
  },
  {
    customer: "gwen",
    channel: "mail",
    subject: "Invoice for the second battery",
    has: "callum",
    steps: [
      {
        at: "-5d 15:30",
        does: "writes",
        text: "Hi,\n\nI was charged for two batteries last month and I only have one. Could somebody look at the invoice, please? It is number 4471.\n\nGwen Tranter",
      },
      {
        at: "-4d 09:10",
        does: "answers",
        by: "callum",
        text: "Hello Gwen,\n\nThank you for writing. Invoice 4471 does list two batteries, and our stock says that only one left the shop.\n\n[I’ll go through the till roll and tell you by {due} what happened.]\n\nCallum",
        promises: [{ key: "till roll", deed: "answer", due: "-6h20m" }],
      },
      {
        at: "-4d 09:15",
        does: "notes",
        by: "callum",
        text: "Priya, were you on the till that day? The roll is in the blue folder, and I cannot find the afternoon.",
      },
    ],
  },
  {
    customer: "pilar",
    channel: "mail",
    subject: "Torque for the seat post",
    has: "tom",
    steps: [
      {
        at: "-3d 09:55",
        does: "writes",
        text: "Good morning, I am fitting the seat post myself and the leaflet got wet. How tight should the two bolts be? It is the carbon one from you.\n\nPilar",
      },
      {
        at: "-3h30m",
        does: "answers",
        by: "tom",
        text: "Morning Pilar,\n\nPlease don’t guess with carbon. The maker has changed the figure once, so I want to read it off the new leaflet. [I’ll send you the right figure by {due}.]\n\nTom",
        promises: [{ key: "torque", deed: "send", due: "-50m" }],
      },
    ],
  },
  {
    customer: "hana",
    channel: "mail",
    subject: "Order 1183: child seat",
    has: "you",
    steps: [
      {
        at: "-9d 12:20",
        does: "writes",
        text: "Hello, I have just ordered the child seat for the long tail. Is it in stock? We go away in two weeks.\n\nHana Kobayashi",
      },
      {
        at: "-8d 10:00",
        does: "answers",
        by: "ines",
        text: "Hello Hana,\n\nIt is in stock. [I’ll write to you by {due} with the day it leaves us.]\n\nInes",
        promises: [{ key: "dispatch day", deed: "answer", due: "-7d 12:00" }],
      },
      {
        at: "-7d 11:10",
        does: "answers",
        by: "ines",
        text: "Hello Hana, it is packed and on the shelf for the courier. The order confirmation you have already says the same.\n\nInes",
        keeps: ["dispatch day"],
      },
      {
        at: "-3h20m",
        does: "answers",
        by: "ines",
        text: "Hello Hana,\n\nthe courier has collected your parcel. [I’ll send you the tracking number by {due}.]\n\nInes",
        promises: [{ key: "tracking", deed: "send", due: "+33m" }],
      },
      {
        at: "-2h40m",
        does: "hands over",
        promise: "tracking",
        by: "callum",
        to: "you",
        note: "Ines has gone home unwell. The number is on the courier’s sheet by the back door.",
      },
      {
        at: "-40m",
        does: "writes",
        text: "Has it left yet? The courier’s site does not know my order number.\n\nHana",
        quotes: true,
      },
    ],
  },
  {
    customer: "dele",
    channel: "call",
    subject: "Bikes 3 and 7: brakes and chains",
    has: "tom",
    steps: [
      {
        at: "-30d 09:40",
        does: "logs a call",
        by: "tom",
        text: "Number 5 shifts badly, the hanger is bent. [It will be straight by {due}.]",
        promises: [{ key: "hanger", deed: "repair", due: "-28d 16:00" }],
      },
      {
        at: "-28d 14:30",
        does: "logs a visit",
        by: "tom",
        text: "Straightened the hanger, his driver took it.",
        keeps: ["hanger"],
      },
      {
        at: "-16d 11:00",
        does: "logs a call",
        by: "tom",
        text: "Rear tyre of number 2 is through. [I’ll have it ready by {due}.]",
        promises: [{ key: "rear tyre", deed: "repair", due: "-14d 12:00" }],
      },
      {
        at: "-11d 10:05",
        does: "logs a visit",
        by: "tom",
        text: "Number 2 went out with a new tyre, two days after it should have. He had to hire one.",
        keeps: ["rear tyre"],
      },

      {
        at: "-3d 17:05",
        does: "logs a call",
        by: "tom",
        text: "Both bikes are in: brakes on 3, chain and cassette on 7. He has a driver free in the afternoon. [Both bikes will be ready to collect by {due}.]",
        promises: [{ key: "two bikes", deed: "repair", due: "+1h18m" }],
      },
      {
        at: "-3h30m",
        does: "writes",
        text: "Morning Tom. Driver is booked to collect both. Ring the office number if anything slips, please, not my mobile.\n\nDele\nDele & Sons Couriers",
      },
      {
        at: "-3h05m",
        does: "answers",
        by: "tom",
        text: "Morning Dele. Number 7 is done, number 3 is on the stand now.\n\nTom",
      },
    ],
  },
  {
    customer: "ruth",
    channel: "mail",
    subject: "Refund for the helmet",
    has: "you",
    steps: [
      {
        at: "-12d 15:10",
        does: "writes",
        text: "I sent the helmet back as agreed, because the strap cuts. When will I see the £64?\n\nRuth Castellanos",
      },
      {
        at: "-11d 10:30",
        does: "answers",
        by: "ines",
        text: "Hello Ruth,\n\nThe helmet is here and in good order. [I’ll start the refund of £64 by {due}.]\n\nInes",
        promises: [{ key: "start refund", deed: "refund", due: "-11d 17:00" }],
      },
      {
        at: "-11d 16:20",
        does: "answers",
        by: "ines",
        text: "Hello Ruth, the £64 went back to your card at ten past four. Banks show it after three to five days.\n\nInes",
        keeps: ["start refund"],
      },
      {
        at: "-3h25m",
        does: "writes",
        text: "Nothing on my statement so far. Can you check whether it went through?\n\nRuth",
        quotes: true,
      },
      {
        at: "-3h10m",
        does: "answers",
        by: "ines",
        text: "Hello Ruth,\n\nI have asked the card provider for the reference. [I’ll confirm by {due} whether your refund has gone through.]\n\nInes",
        promises: [{ key: "refund through", deed: "answer", due: "+1h48m" }],
      },
      {
        at: "-3h08m",
        does: "waits",
        promise: "refund through",
        by: "ines",
        on: "supplier",
        note: "Card provider, asked for the reference of the refund",
      },
      {
        at: "-2h38m",
        does: "hands over",
        promise: "refund through",
        by: "callum",
        to: "you",
        note: "From Ines. The provider’s answer goes to the shop’s mailbox.",
      },
    ],
  },
]
