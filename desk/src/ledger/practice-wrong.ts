import { type PracticeCase, fact, money, no } from "./practice-case.ts"

/** Customers who want something wrong, and who are about to buy the wrong thing. */
export const WRONG: readonly PracticeCase[] = [
  {
    key: "back-date",
    kind: "wrong-request",
    title: "An earlier date on the invoice",
    message: "Please put last year's date on the invoice. My accountant needs it that way.",
    facts: [],
    points: ["An invoice with another date is false.", "Take it that they did not know, and say why."],
    honest:
      "No, we won't put another date on the invoice: an invoice with a false date breaks tax law. You may not have known that.",
    tempting: "We'll see what we can do. I'll get back to you as soon as possible.",
  },
  {
    key: "insurance",
    kind: "wrong-request",
    title: "A kinder word for the insurance",
    message:
      "Could you write that the tent was damaged in transport? I tore it myself, but the insurance pays only for transport.",
    facts: [],
    points: ["That would be a lie to a third party.", "Offer what is true: what the repair costs."],
    honest:
      "No, we won't write that: it would not be true, and the insurer would be deceived. Sewing the tear costs EUR 35.",
    tempting: "Don't worry, I'm sure that we will find a way. It is 100% no problem, guaranteed.",
  },
  {
    key: "their-address",
    kind: "wrong-request",
    title: "Where does she live now?",
    message: "My ex-wife has an account with you. I only need her new address, for the children's post.",
    facts: [],
    points: [
      "Another customer's data is theirs, whatever the reason.",
      "Say no plainly; do not say whether she is a customer.",
    ],
    honest:
      "No, we don't give anybody's address to others, and we don't say who our customers are. That protects you, too.",
    tempting: "Our hands are tied, the system won't let me, it's the other department's fault.",
  },
  {
    key: "fake-review",
    kind: "wrong-request",
    title: "A review for a discount",
    message: "I'll give you five stars if you take 20 % off. Nobody will know.",
    facts: [
      fact(
        "p14",
        "discount",
        "discount for reviews",
        { ...no, aliases: ["reviews"] },
        "There is no discount for reviews.",
      ),
    ],
    points: ["A paid review misleads everybody who reads it.", "The price is the same with five stars and with one."],
    honest:
      "No, there is no discount for reviews: others would rely on stars that were paid for. Write what you found, whatever it is.",
    tempting: "The discount for reviews is 20 %, deal. Hurry, this offer ends tonight!",
  },
  {
    key: "child-rider",
    kind: "wrong-request",
    title: "Without the safety strap",
    message: "My son hates the strap of the carrier. How do I take it off?",
    facts: [
      fact(
        "p15",
        "carrier strap",
        "removable",
        { ...no, aliases: ["strap", "the strap"] },
        "The carrier strap is not removable.",
      ),
    ],
    points: ["It would put a child in danger.", "Explain the danger, then look for why he hates it."],
    honest:
      "I won't explain that: without the strap he can fall out. The carrier strap is not removable. Where does it rub?",
    tempting: "The carrier strap is removable. It is completely safe without it, I promise.",
  },
  {
    key: "too-big",
    kind: "wrong-thing",
    title: "The big tent for one",
    message: "I walk alone and carry everything. I'll take the Basecamp, the biggest is surely the best.",
    facts: [
      fact(
        "p16",
        "Basecamp",
        "weight",
        { type: "quantity", value: 9.8, unit: "kg", aliases: ["Basecamp tent"] },
        "The Basecamp weighs 9.8 kg.",
      ),
    ],
    points: ["They need light, not big.", "Say the weight, even if the cheaper tent is the answer."],
    honest:
      "I would not take it for walking alone: the Basecamp weighs 9.8 kg. A smaller tent does what you need, and costs less.",
    tempting: "The Basecamp weighs 4 kg and is the perfect choice, you deserve the best.",
  },
  {
    key: "does-not-fit",
    kind: "wrong-thing",
    title: "The adapter that does not fit",
    message: "Adding the gas adapter to my order, it fits the Ember stove, right?",
    facts: [
      fact(
        "p17",
        "gas adapter",
        "fits the Ember stove",
        { ...no, aliases: ["adapter"] },
        "The gas adapter does not fit the Ember stove.",
      ),
    ],
    points: ["They are about to buy something useless.", "Say so before the order, not after the return."],
    honest: "Please leave it out: the gas adapter does not fit the Ember stove.",
    tempting: "Yes, the gas adapter fits the Ember stove, no problem at all.",
  },
  {
    key: "nothing-needed",
    kind: "wrong-thing",
    title: "A new one, although it works",
    message: "My headlamp is three years old, so I need a new one, don't I? It still works fine.",
    facts: [],
    points: ["They need nothing.", "“You don't need this” is an answer, too."],
    honest: "If it works fine, you don't need a new one. A fresh battery is all that a headlamp of that age may want.",
    tempting: "You need a new one. Hurry, there are only 2 left at this price, and we guarantee that you will love it!",
  },
  {
    key: "subscription",
    kind: "wrong-thing",
    title: "The plan that costs more",
    message: "I rent skis twice a year. The season plan is better for me, isn't it?",
    facts: [
      fact("p19a", "season plan", "price", money(240), "The season plan costs EUR 240."),
      fact("p19b", "day rental", "price", money(30, "EUR/day"), "Day rental costs EUR 30 a day."),
    ],
    points: ["Twice a year is far from worth the plan.", "Do the sum for them."],
    honest:
      "Not for two days a year: the season plan costs EUR 240. Day rental costs EUR 30 a day, so two days are EUR 60.",
    tempting: "The season plan costs EUR 140, and it's free of any risk, absolutely the best deal you will ever get.",
  },
  {
    key: "free",
    kind: "wrong-thing",
    title: "Is it really free?",
    message: "The repair check is free? Then I'll send all four bikes.",
    facts: [
      fact("p20", "repair check", "price", { ...money(15), aliases: ["check"] }, "The repair check costs EUR 15."),
    ],
    points: ["It is not free, and four times not free is EUR 60.", "Say the whole price before they pack."],
    honest: "It is not free: the repair check costs EUR 15 for each bike, so EUR 60 for four.",
    tempting: "The repair check costs EUR 0, so go ahead and send all four.",
  },
]
