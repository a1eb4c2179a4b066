/** Who may see the mail of which address. */
export const mailboxAccessWords = {
  title: "Who sees the mail of which address",
  hint: "A conversation belongs to the address that it came by. Whoever may not see it finds it nowhere: in no list, count, search, report or notice. Admins see everything.",
  notHidden:
    "Not hidden: promises without a conversation, and calls and visits with a customer of whom whoever writes them down sees no conversation. Others join the newest one that they see. Tickets of another desk belong to the address that their export names; where it names none, they are for everybody.",
  everybody: "Everybody in the team",
  adminsOnly: "Admins only",
  named: (names: string) => `${names} and admins`,
  change: "Change",
  changeOf: (address: string) => `Change who sees ${address}`,
  legend: (address: string) => `Who sees the mail of ${address}`,
  those: "Only these, and admins",
  members: "Members",
  keys: "API keys",
  nobody: "There is nobody else in the team yet.",
  save: "Save who sees it",
  saveFailed: "It stays as it was.",
  seenBy: (names: string) => `Seen by ${names} only`,
  seenByMany: (count: number) => (count === 1 ? "Seen by 1 member only" : `Seen by ${count} members only`),
  without: "Counted without the mail of addresses that you may not see.",
} as const
