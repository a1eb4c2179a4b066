import type { Story } from "../story.ts"

/** Sales that were undone, and what had been said before each: a recommendation, a wrong price, a promise that was broken. */
export const regretted: readonly Story[] = [
  {
    customer: "orla",
    channel: "mail",
    subject: "A cargo bike through our gate",
    steps: [
      {
        at: "-30d 10:30",
        does: "writes",
        text: "We need a cargo bike for one child and the shopping. It has to go through our garden gate, which is 70 cm wide. It should cost less than £4,000 with everything.\n\nOrla Byrne",
        needs: [
          "for one child and the shopping",
          "go through our garden gate, which is 70 cm wide",
          "cost less than £4,000 with everything",
        ],
      },
      {
        at: "-29d 11:15",
        does: "answers",
        by: "priya",
        text: "Hello Orla,\n\nThe Tern HSD P9 costs £3,650. It carries one child and the shopping. What it will not do: take a second child. Nobody has measured its width here, so please try it at your gate before you decide.\n\nPriya",
        recommends: {
          product: "Tern HSD P9",
          prices: ["Tern HSD P9 price"],
          total: "£3,650",
          fits: [
            { need: "for one child and the shopping", fit: "met" },
            { need: "go through our garden gate, which is 70 cm wide", fit: "unknown" },
            { need: "cost less than £4,000 with everything", fit: "met", fact: "Tern HSD P9 price" },
          ],
        },
      },
      {
        at: "-8d 09:20",
        does: "writes",
        text: "The pedals touch the gate after all. I want to return order 2063 and get my money back.\n\nOrla",
        quotes: true,
        refund: "refund to Orla",
      },
      {
        at: "-8d 10:40",
        does: "confirms",
        promise: "refund to Orla",
        by: "priya",
        owner: "priya",
        due: "-5d 17:00",
      },
      {
        at: "-6d 14:10",
        does: "answers",
        by: "priya",
        text: "Hello Orla,\n\nThe bike is back with us, and the £3,650 went to your card this afternoon. The gate was the one thing that we did not know. Thank you for telling us.\n\nPriya",
        keeps: ["refund to Orla"],
      },
      { at: "-6d 14:15", does: "closes", by: "priya" },
    ],
  },
  {
    customer: "dov",
    channel: "mail",
    subject: "Voucher for a service",
    steps: [
      {
        at: "-41d 15:40",
        does: "writes",
        text: "What does a full service cost? I would like a voucher for my brother.\n\nDov Kessler",
      },
      {
        at: "-41d 16:20",
        does: "answers",
        by: "callum",
        text: "Hello Dov,\n\nA full service costs £89. Vouchers lie at the till.\n\nCallum",
        despite: "The poster in the window still says £89, and we keep to it until it is taken down.",
      },
      {
        at: "-33d 10:10",
        does: "writes",
        text: "At the till they asked my brother for six pounds more. Please cancel order 2055 and give me my money back.\n\nDov",
        quotes: true,
        refund: "refund to Dov",
      },
      {
        at: "-33d 11:00",
        does: "confirms",
        promise: "refund to Dov",
        by: "callum",
        owner: "callum",
        due: "-30d 12:00",
      },
      {
        at: "-32d 09:35",
        does: "answers",
        by: "callum",
        text: "Hello Dov,\n\nThe £89 went back to your account this morning. The poster is down. I am sorry.\n\nCallum",
        keeps: ["refund to Dov"],
      },
      { at: "-32d 09:40", does: "closes", by: "callum" },
    ],
  },
  {
    customer: "edda",
    channel: "mail",
    subject: "Rear rack",
    steps: [
      {
        at: "-27d 12:20",
        does: "logs a call",
        by: "tom",
        text: "Asks if the rack takes her old basket. [I’ll measure it and ring her by {due}.]",
        promises: [{ key: "measure the basket", deed: "call-back", due: "-26d 12:00" }],
      },
      {
        at: "-24d 10:00",
        does: "logs a call",
        by: "tom",
        text: "Said sorry for ringing three days late. The basket needs longer bolts.",
        keeps: ["measure the basket"],
      },
      {
        at: "-13d 16:45",
        does: "writes",
        text: "I hereby withdraw from the contract for order 2066, the rear rack: the basket still wobbles.\n\nEdda Winther",
        refund: "refund to Edda",
      },
      { at: "-12d 09:30", does: "confirms", promise: "refund to Edda", by: "tom", owner: "tom", due: "-10d 17:00" },
      {
        at: "-9d 11:20",
        does: "answers",
        by: "tom",
        text: "Hello Edda,\n\nThe £48 went back to you today, a day later than I had said. I am sorry, again.\n\nTom",
        keeps: ["refund to Edda"],
      },
      { at: "-9d 11:25", does: "closes", by: "tom" },
    ],
  },
]
