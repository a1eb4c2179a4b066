/** The texts of search, of settings and of joining by invitation. */
export const searchWords = {
  title: "Search or do",
  label: "Search customers, promises and messages, or say what to do",
  hint: "Type a name, a number, words that were said, or what you want to do.",
  found: (count: number) => (count === 1 ? "1 found" : `${count} found`),
  none: "Nothing was found.",
  noneHint: "Look for other words, or for part of a name or number.",
  failed: "The search did not work.",
  groups: { customer: "Customers", promise: "Promises", message: "Messages" },
  deeds: "Do here",
  go: "Go to",
  more: "Show more",
} as const

export const joinWords = {
  title: (workspace: string) => `Join ${workspace}`,
  titlePlain: "Join",
  reading: "Reading the invitation",
  noToken: "This link holds no invitation. Open the whole link that you were sent.",
  failed: "This invitation cannot be used.",
  failedHint: "It may have been used, taken back or run out. Ask an admin of the team for a new one.",
  email: (email: string) => `You were invited as ${email}.`,
  name: "Your name",
  nameHint: "As customers read it.",
  nameMissing: "Write your name.",
  password: "Choose a password",
  passwordHas: "Your password on this desk",
  passwordHint: (min: number) => `At least ${min} characters.`,
  passwordShort: (min: number) => `The password needs at least ${min} characters.`,
  does: "Join",
  joinFailed: "You did not join.",
} as const
