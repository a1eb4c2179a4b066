import type { Story } from "../story.ts"

const HARBOUR_HTML = `<p>Hello,</p><p>we are moving to the <b>old boat house</b> and would like <i>two</i> trailers for clay, 25 kg a bag. The sizes of our doors are in the attached list.</p><p><img src="https://pictures.varga-ceramics.example/boat-house.jpg" alt="The old boat house" width="480"></p><p>Which trailer fits, and what would two cost?</p><p>Lena Varga<br>Varga Ceramics</p>`

/** Questions, proposals that wait for a person, and mail that went wrong. */
export const asked: readonly Story[] = [
  {
    customer: "bill",
    channel: "mail",
    subject: "Money back",
    has: "priya",
    steps: [
      {
        at: "-11d 13:45",
        does: "writes",
        text: "I bought the folding lock eleven months ago and it has seized. I want my money back.\n\nBill Prentice",
      },
      {
        at: "-10d 10:20",
        does: "answers",
        by: "priya",
        text: "Hello Bill,\n\nI am sorry about the lock. It can be repaired under its guarantee, or swapped for a new one. Salt water got into it, so the guarantee does not give the money back. Which of the two would you like?\n\nPriya",
      },
      {
        at: "-10d 15:40",
        does: "logs a call",
        by: "priya",
        text: "Rang to ask if the repair costs anything. [I’ll ask the maker and ring you by {due}.]",
        promises: [{ key: "lock repair", deed: "call-back", due: "-9d 12:00" }],
      },
      {
        at: "-9d 11:30",
        does: "logs a call",
        by: "priya",
        text: "Told him that the repair is free and takes two weeks. He wants to think about it.",
        keeps: ["lock repair"],
      },
      { at: "-3h50m", does: "writes", text: "So can I have my money back or not?\n\nBill", quotes: true },
    ],
  },
  {
    customer: "lena",
    channel: "mail",
    subject: "Two trailers for clay",
    steps: [
      {
        at: "-17d 11:50",
        does: "logs a visit",
        by: "priya",
        text: "Looked at trailers. She has to measure the doors of the new workshop first. [I’ll have two trailers here for you to try by {due}.]",
        promises: [{ key: "trailers to try", deed: "other", due: "-14d 12:00" }],
      },
      {
        at: "-15d 13:20",
        does: "logs a visit",
        by: "priya",
        text: "Tried both with three bags of clay in them. The longer one steers better.",
        keeps: ["trailers to try"],
      },
      {
        at: "-4h25m",
        does: "writes",
        text: "Hello,\n\nwe are moving to the old boat house and would like two trailers for clay, 25 kg a bag. The sizes of our doors are in the attached list.\n\nWhich trailer fits, and what would two cost?\n\nLena Varga\nVarga Ceramics",
        html: HARBOUR_HTML,
        files: [
          {
            name: "doors.csv",
            type: "text/csv",
            content: "door,width cm,height cm\nyard,118,210\nkiln room,74,198\nback,92,205\n",
          },
        ],
      },
    ],
  },
  {
    customer: "astrid",
    channel: "mail",
    subject: "Size of the frame",
    has: "priya",
    steps: [
      {
        at: "-10d 16:05",
        does: "writes",
        text: "I am 1.58 m. Is the small frame small enough, or is there an even smaller one?\n\nAstrid Lund",
      },
      {
        at: "-9d 10:40",
        does: "answers",
        by: "priya",
        text: "Hello Astrid,\n\nThe stand-over height decides, and I would like to measure it and not quote it. [I’ll send you the stand-over height by {due}.]\n\nPriya",
        promises: [{ key: "stand-over", deed: "send", due: "-1h10m" }],
      },
      {
        at: "-2h20m",
        does: "answers",
        by: "priya",
        text: "Hello Astrid,\n\nThe small frame stands at 71 cm, with the saddle down. [I’ll keep it here for you to try until {due}.]\n\nPriya",
        promises: [{ key: "hold frame", deed: "other", due: "+2d 17:00" }],
        keeps: ["stand-over"],
      },
      { at: "-2h15m", does: "bounces", reason: "550 5.1.1 this mailbox has been closed" },
    ],
  },
  {
    customer: "abel",
    channel: "mail",
    subject: "Wrong mudguards",
    steps: [
      {
        at: "-9d 09:35",
        does: "writes",
        text: "The mudguards you sent are for 24 inch wheels, mine are 20. The box says 20, which is odd.\n\nAbel Mensah",
      },
      {
        at: "-3d 09:25",
        does: "answers",
        by: "tom",
        text: "Hello Abel,\n\nodd indeed: the whole carton is packed wrong. [I’ll put a pair of the right ones in the post by {due}.]\n\nTom",
        promises: [{ key: "mudguards", deed: "send", due: "-3h" }],
      },
      {
        at: "-3h15m",
        does: "keeps",
        promise: "mudguards",
        by: "tom",
        note: "Put them on the post pile.",
      },
      {
        at: "-35m",
        does: "writes",
        text: "A card from the post office says that a parcel from you was returned because it had no postage. Are those my mudguards?\n\nAbel",
        quotes: true,
      },
      {
        at: "-20m",
        does: "reopens",
        promise: "mudguards",
        by: "priya",
        why: "disputed",
        note: "The parcel went back to the depot: it had no postage.",
      },
    ],
  },
  {
    customer: "noor",
    channel: "mail",
    subject: "Bell",
    steps: [
      {
        at: "-12d 12:15",
        does: "writes",
        text: "My bell rattles on cobbles. Is there one that does not?\n\nNoor Jansen",
      },
      {
        at: "-12d 15:00",
        does: "answers",
        by: "tom",
        text: "Hello Noor,\n\n[I’ll send you one to try by {due}.]\n\nTom",
        promises: [{ key: "bell by post", deed: "send", due: "-11d 12:00" }],
        undone: true,
      },
      {
        at: "-12d 15:02",
        does: "answers",
        by: "tom",
        text: "Hello Noor,\n\nThere is one in brass for £14 that sits in rubber. I have no spare to send, but there is one on the wall here that you can ring.\n\nTom",
      },
      { at: "-11d 17:30", does: "writes", text: "I rang it at lunch and bought it. Thank you.\n\nNoor", quotes: true },
      { at: "-10d 09:10", does: "closes", by: "tom" },
    ],
  },
  {
    customer: "percy",
    channel: "call",
    subject: "E-bike error 503",
    has: "tom",
    steps: [
      {
        at: "-10d 11:05",
        does: "logs a call",
        by: "tom",
        text: "Error 503 on the display, goes away when he turns the wheel. Probably the magnet. Asked him to look whether it sits straight.",
      },
      {
        at: "-1h40m",
        does: "logs a call",
        by: "tom",
        text: "It is back. I'll order the sensor today. Told him someone would ring him when it is here.",
        proposes: ["order sensor", "ring percy"],
      },
    ],
  },
  {
    customer: "florence",
    channel: "mail",
    subject: "Gift voucher",
    steps: [
      {
        at: "-2d 10:50",
        does: "writes",
        text: "Hello, can I buy a voucher that my father can spend on a repair? He is very fond of his old tourer.\n\nFlorence Tait",
      },
      {
        at: "-2d 14:20",
        does: "logs a call",
        by: "priya",
        text: "Explained the voucher: any amount, two years, repairs too. She wants £60. I'll post it to her tomorrow with a card.",
        proposes: ["voucher"],
      },
      {
        at: "-4h05m",
        does: "writes",
        text: "I forgot to say: please put “for the tourer” on the card.\n\nFlorence",
      },
    ],
  },
  {
    customer: "kaito",
    channel: "mail",
    subject: "Winter storage",
    has: "callum",
    steps: [
      {
        at: "-8d 17:10",
        does: "writes",
        text: "Do you store bikes while the owner is abroad? I leave in three months.\n\nKaito Mori",
      },
      {
        at: "-7d 10:35",
        does: "answers",
        by: "callum",
        text: "Hello Kaito,\n\nYes, £12 a month, dry and insured. There is room for four, and two are taken. [I’ll keep one place for you until {due}.]\n\nCallum",
        promises: [{ key: "keep place", deed: "other", due: "+5d 17:00" }],
      },
      { at: "-7d 10:40", does: "puts aside", by: "callum", until: "+3d 09:00" },
    ],
  },
  {
    customer: "zofia",
    channel: "mail",
    subject: "Can my dog come in the box?",
    steps: [
      {
        at: "-3d 14:45",
        does: "writes",
        text: "Rex weighs 34 kg and sits still, mostly. May he ride in the box bike, and is there a harness?\n\nZofia Nowicka",
      },
      {
        at: "-2d 11:15",
        does: "logs a call",
        by: "tom",
        text: "Rang her: up to 60 kg in the box, and yes, a harness, £32. Her sister has one. The dog should try the box before she buys. I'll look for the harness in the loft.",
        proposes: ["harness"],
      },
      {
        at: "-2d 12:30",
        does: "dismisses",
        promise: "harness",
        by: "tom",
        why: "That was for me. She has not been told.",
      },
      {
        at: "-2d 12:35",
        does: "answers",
        by: "tom",
        text: "Hello Zofia, bring Rex along whenever we are open, he can sit in the one in the window.\n\nTom",
      },
    ],
  },
]
