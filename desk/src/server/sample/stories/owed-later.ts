import type { Story } from "../story.ts"

/** What is due tomorrow and after, and what is due once something has happened. */
export const owedLater: readonly Story[] = [
  {
    customer: "sofia",
    channel: "visit",
    subject: "Brakes",
    steps: [
      {
        at: "-33d 16:15",
        does: "logs a visit",
        by: "priya",
        text: "Asked about a wicker basket for the front. [I’ll call you by {due} about the basket.]",
        promises: [{ key: "basket", deed: "call-back", due: "-30d 12:00" }],
      },
      {
        at: "-30d 11:15",
        does: "logs a call",
        by: "priya",
        text: "The basket fits with the low bracket. She ordered it.",
        keeps: ["basket"],
      },

      {
        at: "-5h10m",
        does: "logs a visit",
        by: "tom",
        text: "Brought the bike in at opening. Pads are down to the metal, front and back. She rides it to work. [Your brakes will be done by {due}.]",
        promises: [{ key: "brakes", deed: "repair", due: "+1d 10:00" }],
      },
    ],
  },
  {
    customer: "nadia",
    channel: "call",
    subject: "Crash replacement for the fork",
    has: "you",
    steps: [
      {
        at: "-4d 15:02",
        does: "logs a call",
        by: "ines",
        text: "A van door caught her fork. The maker has a crash replacement price, but wants to see photos of the damage first. [I’ll call you by {due} about the crash replacement.]",
        promises: [{ key: "crash replacement", deed: "call-back", due: "+1d 12:30" }],
      },
      {
        at: "-4d 15:10",
        does: "waits",
        promise: "crash replacement",
        by: "ines",
        on: "customer",
        note: "Photos of the fork, from both sides",
      },
      {
        at: "-3d 18:40",
        does: "writes",
        text: "Sorry, I got home after dark. I will take the photos in daylight.\n\nNadia",
      },
      {
        at: "-2d 09:30",
        does: "answers",
        by: "ines",
        text: "No hurry, Nadia. Daylight is better anyway.\n\nInes",
      },
      {
        at: "-2h36m",
        does: "hands over",
        promise: "crash replacement",
        by: "callum",
        to: "you",
        note: "From Ines. Nothing to do until her photos are here.",
      },
    ],
  },
  {
    customer: "greta",
    channel: "mail",
    subject: "Three bikes for the bakery round",
    has: "priya",
    steps: [
      {
        at: "-4d 09:20",
        does: "writes",
        text: "Good morning,\n\nwe deliver bread to eleven cafés before seven. The van is dying. Could three cargo bikes do it, and what would they cost? The trays are 60 by 40 cm.\n\nGreta Holm\nHolm & Daughters Bakery",
      },
      {
        at: "-4h40m",
        does: "answers",
        by: "priya",
        text: "Good morning Greta,\n\nThey could, if the trays stay level, so it comes down to the box. [I’ll send you three bikes that fit your trays, with prices, by {due}.]\n\nPriya",
        promises: [{ key: "bakery bikes", deed: "send", due: "+1d 17:00" }],
      },
    ],
  },
  {
    customer: "ivo",
    channel: "call",
    subject: "Belt squeaks",
    has: "priya",
    steps: [
      {
        at: "-40d 14:20",
        does: "logs a call",
        by: "priya",
        text: "Lost the manual of the belt drive. [I’ll send you the manual by {due}.]",
        promises: [{ key: "manual", deed: "send", due: "-38d 17:00" }],
      },
      { at: "-38d 19:05", does: "writes", text: "The manual came, thank you. Page 12 was all I needed.\n\nIvo" },
      {
        at: "-37d 09:15",
        does: "keeps",
        promise: "manual",
        by: "priya",
        note: "He wrote that the manual came.",
        customerSaid: true,
      },

      {
        at: "-3d 14:20",
        does: "logs a call",
        by: "priya",
        text: "The belt squeaks when it rains. He has cleaned it twice. Tom knows this belt better than I do. [I’ll let you know by {due} if it has to come in.]",
        promises: [{ key: "belt", deed: "answer", due: "+1d 15:00" }],
      },
      {
        at: "-3d 14:25",
        does: "waits",
        promise: "belt",
        by: "priya",
        on: "colleague",
        note: "Tom, to listen to the recording that Ivo played down the phone",
      },
    ],
  },
  {
    customer: "bram",
    channel: "call",
    subject: "Wheel build",
    has: "tom",
    steps: [
      {
        at: "-26d 12:00",
        does: "logs a call",
        by: "tom",
        text: "Thinks about a dynamo. [I’ll ring you by {due} with the price of a wheel build.]",
        promises: [{ key: "build price", deed: "call-back", due: "-24d 17:00" }],
      },
      {
        at: "-24d 10:15",
        does: "logs a call",
        by: "tom",
        text: "£210 with his rim, £265 with a new one. He wants to sleep on it.",
        keeps: ["build price"],
      },

      {
        at: "-5d 10:20",
        does: "logs a call",
        by: "tom",
        text: "Wants the dynamo hub in his old rim. The rim is good for it. [The wheel build will be ready by {due}.]",
        promises: [{ key: "wheel build", deed: "repair", due: "+2d 13:00" }],
      },
    ],
  },
  {
    customer: "lucia",
    channel: "mail",
    subject: "Sponsoring the school ride",
    has: "callum",
    steps: [
      {
        at: "-7d 08:50",
        does: "writes",
        text: "Dear Harbour Cycles,\n\nour school plans a family ride for next term, about eighty children. Would you sponsor it? We would need a mechanic for the morning and £150 for vests.\n\nLucía Ferrer\nQuayside Primary School",
      },
      {
        at: "-6d 10:00",
        does: "answers",
        by: "callum",
        text: "Dear Lucía,\n\nThank you for asking us. I have to look at who works that weekend before I answer. [I’ll let you know by {due} whether we can sponsor the ride.]\n\nCallum Reid",
        promises: [{ key: "school ride", deed: "answer", due: "+4d 12:00" }],
      },
    ],
  },
  {
    customer: "wren",
    channel: "visit",
    subject: "Seat post for a bad back",
    steps: [
      {
        at: "-28d 11:35",
        does: "logs a visit",
        by: "priya",
        text: "Rides an hour a day and gets off stiff. [I’ll find out which sprung posts fit and ring you by {due}.]",
        promises: [{ key: "sprung posts", deed: "call-back", due: "-25d 12:00" }],
      },
      {
        at: "-25d 10:30",
        does: "logs a call",
        by: "priya",
        text: "Two fit. She wants to try the softer one.",
        keeps: ["sprung posts"],
      },

      {
        at: "-14d 11:35",
        does: "logs a visit",
        by: "priya",
        text: "Her back hurts after half an hour. Sold her the sprung seat post, £79, fitted while she waited. It may be the saddle and not the post. [I’ll ask you by {due} if the new seat post helped your back.]",
        promises: [{ key: "ask about back", deed: "call-back", due: "+8d 17:30" }],
      },
    ],
  },
  {
    customer: "juergen",
    channel: "mail",
    subject: "Maße der Transportbox",
    has: "priya",
    steps: [
      {
        at: "-4d 08:40",
        does: "writes",
        text: "Guten Tag,\n\nich ziehe bald nach England und möchte mein Lastenrad mitnehmen. Passt Ihre Regenhaube auf eine Box von 62 mal 88 Zentimetern? Auf Ihrer Seite stehen nur Maße in Zoll.\n\nMit freundlichen Grüßen\nJürgen Brandt",
      },
      {
        at: "-3h45m",
        does: "answers",
        by: "priya",
        text: "Guten Tag, Herr Brandt,\n\ndie Haube ist laut Hersteller 60 bis 65 cm breit. Die Länge steht nicht dabei, also messe ich nach. [Ich schreibe Ihnen bis {bis}, ob sie auf Ihre Box passt.]\n\nPriya Nair",
        promises: [{ key: "rain cover", deed: "answer", due: "+2d 16:00" }],
      },
    ],
  },
  {
    customer: "yusuf",
    channel: "mail",
    subject: "Insurance and a new frame",
    has: "priya",
    steps: [
      {
        at: "-6d 17:00",
        does: "writes",
        text: "Hi, the insurer has had my claim for the cracked frame for a week. If they pay, I want the same frame again, in black. What happens then?\n\nYusuf Demir",
      },
      {
        at: "-5d 10:10",
        does: "answers",
        by: "priya",
        text: "Hello Yusuf,\n\nThe frame is £1,240 and comes from the maker in about a week. [Once your insurer has agreed in writing, I will order it on the same day.]\n\nPriya",
        promises: [{ key: "order frame", deed: "send", condition: "the insurer has agreed in writing" }],
      },
    ],
  },
  {
    customer: "aoife",
    channel: "mail",
    subject: "Deposit for the box bike",
    steps: [
      {
        at: "-15d 10:30",
        does: "writes",
        text: "Hello, I would like to put a deposit on the next box bike you get in. How does that work?\n\nAoife Kinsella",
      },
      {
        at: "-14d 11:00",
        does: "answers",
        by: "priya",
        text: "Hello Aoife,\n\nThe deposit is £200 and you get it back if you change your mind. The delivery date comes from the maker. [As soon as the maker names a week, I will tell you.]\n\nPriya",
        promises: [{ key: "box bike week", deed: "answer", condition: "the maker has named a week" }],
      },
      { at: "-3d 11:40", does: "meets the condition", promise: "box bike week", by: "priya", due: "+3d 11:00" },
      {
        at: "-3d 11:45",
        does: "notes",
        by: "priya",
        text: "The maker has named a week by phone and confirms the day in writing. Not telling her a day before that is here.",
      },
    ],
  },
]
