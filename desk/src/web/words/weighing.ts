/** The line of arithmetic under a due time, and at what is at risk. */
export const weighingWords = {
  label: "Whether it is likely to be kept",
  atRisk: "At risk",
  left: (time: string) => `${time} left`,
  dueBefore: (count: number) => `${count} open before it`,
  inTime: (n: number, deeds: string, count: number, percent: number, low: number, high: number) =>
    `of the last ${n} ${deeds} ${count} were in time: ${percent}\u00a0% (range ${low}–${high}\u00a0%)`,
  doneBy: (when: string) => `9 in 10 were done by ${when}`,
  notDone: "too few of them are done for an honest date: it needs 9 in 10",
  notEnough: (n: number, deeds: string) => `${deeds} in time: not enough record (n\u00a0${n})`,
  wouldTake: (time: string) => `${time} until 9 in 10 would be done`,
  short: (time: string) => `${time} short`,
  honest: (when: string) => `Honest date: ${when}`,
  key: "honest date",
  /** By deed; the workspace's own deeds by their name. */
  deeds: {
    "call-back": "call-backs",
    answer: "answers",
    refund: "refunds",
    send: "promises to send",
    repair: "repairs",
    other: "other promises",
  },
  deed: (name: string) => `promises “${name}”`,
} as const
