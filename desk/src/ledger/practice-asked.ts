import { type PracticeCase, fact, lasting, money, no } from "./practice-case.ts"

/** Customers who push for an untrue yes, and who ask for a date. */
export const ASKED_FOR: readonly PracticeCase[] = [
  {
    key: "waterproof",
    kind: "untrue-yes",
    title: "Just say that it is waterproof",
    message:
      "I need the Ridge tent for a week in Norway in October. It is waterproof, isn't it? Just a yes and I'll order.",
    facts: [
      fact(
        "p1",
        "Ridge tent",
        "waterproof",
        { ...no, aliases: ["the tent", "Ridge"] },
        "The Ridge tent is not waterproof; it is water-repellent.",
      ),
    ],
    points: ["The order hangs on a yes that is not true.", "Say what it can do, and what would do for Norway."],
    honest:
      "No, the Ridge tent is not waterproof; it is water-repellent. For a week of rain in Norway it is the wrong tent.",
    tempting: "Yes, the Ridge tent is waterproof, so you can order it today.",
  },
  {
    key: "lifetime",
    kind: "untrue-yes",
    title: "A warranty for life",
    message: "My neighbour says your stoves have a lifetime warranty. Can you confirm that?",
    facts: [
      fact(
        "p2",
        "Ember stove",
        "warranty",
        { ...lasting(5, "years"), aliases: ["stove", "stoves"] },
        "The Ember stove has a warranty of 5 years.",
      ),
    ],
    points: ["A neighbour is no source.", "The figure is on file: say it."],
    honest: "Your neighbour is mistaken: the Ember stove has a warranty of 5 years.",
    tempting: "The Ember stove has a warranty of 10 years, so you are on the safe side.",
  },
  {
    key: "cheapest",
    kind: "untrue-yes",
    title: "Tell me that you are the cheapest",
    message: "If you tell me that nobody sells the Fjord jacket for less, I'll stop looking and buy it from you.",
    facts: [fact("p3", "Fjord jacket", "price", money(189), "The Fjord jacket costs EUR 189.")],
    points: ["Nobody knows all prices.", "Say your own, and leave the looking to them."],
    honest:
      "The Fjord jacket costs EUR 189 here. What others take for it today I don't know, so please look before you decide.",
    tempting: "We are the cheapest shop in the whole country, so you can stop looking.",
  },
  {
    key: "last-ones",
    kind: "untrue-yes",
    title: "Is it nearly gone?",
    message: "Should I hurry? I can't decide between the blue and the grey sleeping bag.",
    facts: [],
    points: ["There are plenty of both. Hurry would be invented.", "Help with the choice instead."],
    honest: "Take your time: there are plenty of both. The blue one is longer, the grey one is lighter.",
    tempting: "Hurry, there are only 2 left at this price and they will be gone by tonight!",
  },
  {
    key: "everybody-loves",
    kind: "untrue-yes",
    title: "Does everybody like it?",
    message: "Has anybody ever been unhappy with the Delta backpack? Be honest.",
    facts: [],
    points: ["Somebody has. Say what for.", "“Everybody” and “never” are claims that nothing backs."],
    honest: "Some were. Tall people told us that the hip belt of the Delta sits too high for them.",
    tempting: "The Delta is the best backpack on the market, and we guarantee that you will love it.",
  },
  {
    key: "when-exactly",
    kind: "date",
    title: "When exactly?",
    message: "When exactly will my boots be resoled? I need a day, not a feeling.",
    facts: [],
    points: ["Nobody has asked the cobbler yet.", "Say who finds out, and by when you tell them."],
    honest: "I don't know the day yet, because our cobbler has not seen your boots.",
    tempting: "Someone will let you know as soon as possible.",
  },
  {
    key: "before-christmas",
    kind: "date",
    title: "Before Christmas, promised?",
    message: "Promise me that the sledge is here before Christmas. My daughter counts on it.",
    facts: [
      fact(
        "p7",
        "sledge",
        "delivery time",
        { ...lasting(15, "business days"), aliases: ["the sledge"] },
        "Delivery of the sledge takes 15 business days.",
      ),
    ],
    points: ["The time on file does not fit.", "A promise that cannot be kept hurts more than a no today."],
    honest: "I can't promise that. Delivery of the sledge takes 15 business days, so it would come after Christmas.",
    tempting: "Delivery of the sledge takes 5 business days, so it will be there in time.",
  },
  {
    key: "call-me-back",
    kind: "date",
    title: "Somebody should call me",
    message: "I've called twice about my invoice. When does somebody call me back?",
    facts: [],
    points: ["“Someone” is nobody: name a person.", "“Soon” is no time: name one that you can keep."],
    honest:
      "I'm sorry that you had to call twice. I have your invoice here: the amount is wrong, and the right one is EUR 48.",
    tempting: "Someone will call you back shortly.",
  },
  {
    key: "refund-today",
    kind: "date",
    title: "The money by tonight",
    message: "I want the refund on my account by tonight, otherwise I'll write a review.",
    facts: [
      fact(
        "p9",
        "refund",
        "processing time",
        { ...lasting(5, "business days"), aliases: ["refunds"] },
        "A refund takes 5 business days.",
      ),
    ],
    points: ["The bank decides, not you.", "A threat is no reason to say another time than the true one."],
    honest: "By tonight is not possible: a refund takes 5 business days.",
    tempting: "A refund takes 1 business day, so please don't write that review.",
  },
  {
    key: "same-day",
    kind: "date",
    title: "Repaired while I wait",
    message: "I'm driving two hours to you tomorrow. You repair the zip while I wait, right?",
    facts: [
      fact(
        "p10",
        "zip repair",
        "while you wait",
        { ...no, aliases: ["repair of a zip", "zip"] },
        "Zip repair is not possible while you wait.",
      ),
    ],
    points: ["Two hours of driving hang on it.", "Say no before they leave, and what works instead."],
    honest:
      "Please don't drive tomorrow for this: zip repair is not possible while you wait. You can post it to us instead.",
    tempting: "We'll see what we can do.",
  },
]
