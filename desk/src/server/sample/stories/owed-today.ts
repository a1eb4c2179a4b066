import type { Story } from "../story.ts"

/** What is due before the shop closes, where it is open. */
export const owedToday: readonly Story[] = [
  {
    customer: "marit",
    channel: "mail",
    subject: "Tern GSD, delivery to Skerra",
    has: "priya",
    steps: [
      {
        at: "-6d 10:05",
        does: "writes",
        text: "Hello,\n\nmy car goes back at the end of the lease and I would like to do without another. I need something that carries two children and a week’s shopping up a hill. I live on Skerra. Where do I begin?\n\nMarit Sundby",
      },
      {
        at: "-6d 14:00",
        does: "answers",
        by: "priya",
        text: "Hello Marit,\n\nThat is a question we like. Long tails carry two children on the back, box bikes carry them in front; the hill decides about the motor.\n\n[I’ll send you three bikes that fit, with prices, by {due}.]\n\nPriya",
        promises: [{ key: "three for marit", deed: "send", due: "-3d 17:00" }],
      },
      {
        at: "-3d 15:52",
        does: "answers",
        by: "priya",
        text: "Hello Marit,\n\nHere are the three, with prices and what each would not do for you:\n\n1. Tern GSD S10, £5,450. Two children on the back. No weather hood for them as standard.\n2. Urban Arrow Family, £5,990. The box keeps them dry. Too long for most lifts and some gates.\n3. Tern HSD P9, £3,650. Lighter. One child and the shopping, not two.\n\nPriya",
        keeps: ["three for marit"],
      },
      {
        at: "-4h10m",
        does: "writes",
        text: "Thank you, that was clear. We are leaning to the GSD. Is there a blue one anywhere in the country?\n\nMarit",
        quotes: true,
      },
      {
        at: "-4h",
        does: "answers",
        by: "priya",
        text: "Hello Marit, we have it in grey only. [I’ll tell you by {due}, one way or the other, if we can get the GSD in blue.]\n\nPriya",
        promises: [{ key: "blue gsd", deed: "answer", due: "+2h50m" }],
      },
      {
        at: "-3h50m",
        does: "waits",
        promise: "blue gsd",
        by: "priya",
        on: "supplier",
        note: "Tern, asked which colours are in the Dutch warehouse",
      },
      {
        at: "-25m",
        does: "writes",
        text: "Two more things before I order. Our gate is 75 cm: will it go through with the panniers on? And how long does delivery to Skerra take? I need it before the 1st, because my car goes back that day. I would like to try one first, too.\n\nMarit",
      },
    ],
  },
  {
    customer: "owen",
    channel: "mail",
    subject: "Complaint about my service",
    has: "callum",
    steps: [
      {
        at: "-45d 10:40",
        does: "logs a call",
        by: "callum",
        text: "Booked him in for a full service, £95. [We’ll have it done by {due}.]",
        promises: [{ key: "owen service", deed: "repair", due: "-42d 17:00" }],
      },
      {
        at: "-42d 15:10",
        does: "logs a visit",
        by: "tom",
        text: "Full service done, brake rotors trued, collected by him.",
        keeps: ["owen service"],
      },

      {
        at: "-3d 10:15",
        does: "writes",
        text: "This is the second time I write about this. I paid £95 for a full service and the back brake rubbed on the way home. On the phone I was told that it would settle. It has not.\n\nOwen Tremlett",
      },
      {
        at: "-3d 11:30",
        does: "answers",
        by: "callum",
        text: "Dear Owen,\n\nI am sorry that you had to write twice. I run the shop, so this is mine now. [I’ll read through what was done to your bike and answer you by {due}.]\n\nCallum Reid",
        promises: [{ key: "owen answer", deed: "answer", due: "+3h20m" }],
      },
      {
        at: "-2d 09:05",
        does: "notes",
        by: "tom",
        text: "I did that service. The rotor was true when it left, but I did not ride it. The job sheet is on your desk, Callum.",
      },
    ],
  },
  {
    customer: "shirin",
    channel: "mail",
    subject: "Is the used long tail still there?",
    steps: [
      {
        at: "-4d 13:00",
        does: "writes",
        text: "Dear all, is the used green long tail in your window still for sale? And is there any rust on the frame?\n\nShirin Daneshvar",
      },
      {
        at: "-5h",
        does: "answers",
        by: "priya",
        text: "Dear Shirin,\n\nIt is still here, at £1,900. There is some rust at the kick stand, and I would rather show you than describe it. [I’ll photograph it and send you the pictures by {due}.]\n\nPriya",
        promises: [{ key: "rust pictures", deed: "send", due: "+4h15m" }],
      },
    ],
  },
]
