/** What is erased because of its age, and legal holds. */
export const retentionWords = {
  hint: "Off unless you switch it on. What a rule erases is gone for good; that there was something, when and by whom, stays, and every record still verifies. Backups keep what they hold.",
  rules: {
    texts: "Closed conversations in which nothing is owed: erase their texts",
    customers: "Customers with whom nothing is left: erase name and addresses",
  },
  ruleHints: {
    texts: "Messages, files, mails as they came, drafts, notes and the words of promises. The customer stays.",
    customers: "Nothing newer, no texts left, nothing owed. Orders lose their numbers.",
  },
  months: "Months after the last message",
  monthsCustomers: "Months after they were last here",
  monthsBad: "A whole number of months, 1 to 600.",
  preview: "See what would go",
  wouldErase: {
    texts: (count: number, oldest: string) =>
      count === 0
        ? "No conversation would go now."
        : `${count} ${count === 1 ? "conversation" : "conversations"} would go now, the oldest of ${oldest}.`,
    customers: (count: number, oldest: string) =>
      count === 0
        ? "No customer would go now."
        : `${count} ${count === 1 ? "customer" : "customers"} would go now, the oldest last here ${oldest}.`,
  },
  held: (count: number) => `${count} more ${count === 1 ? "is" : "are"} kept by a legal hold.`,
  switchOn: "Switch it on",
  switchOff: "Switch it off",
  on: (months: number, next: string) => `On: after ${monthsOf(months)}. Looks again ${next}.`,
  off: "Off.",
  runs: "What the rules erased",
  noRuns: "Nothing yet.",
  kinds: { texts: "Texts of conversations", customers: "Customers" },
  columns: { at: "When", kind: "What", months: "After", erased: "Erased" },
  ofMonths: monthsOf,
  going: "under way",
  holds: "Legal holds",
  holdsHint:
    "Nothing under a hold is erased, by a rule or by hand. Hold a customer on their page, a conversation in its head; here, everything.",
  noHolds: "No hold stands.",
  everything: "The whole workspace",
  conversationWith: (name: string) => `A conversation with ${name}`,
  somebody: "a customer",
  set: (when: string, by: string) => `since ${when}, by ${by}`,
  lifted: (when: string, by: string) => `lifted ${when}, by ${by}`,
  nobody: "somebody who has left",
  lift: "Lift",
  liftDone: "The hold is lifted.",
  liftOf: (what: string) => `Lift the hold of ${what}`,
  reason: "Why it must be kept",
  reasonAll: "Why everything must be kept",
  reasonMissing: "Say why.",
  holdAll: "Hold the whole workspace",
  holdThis: "Legal hold…",
  holdTitle: (name: string) => `Hold ${name}`,
  holdHint: "Nothing of theirs is erased, by a rule or by hand, until an admin lifts it in Settings, Retention.",
  holdTitleConversation: "Hold this conversation",
  holdHintConversation:
    "Nothing in it is erased, by a rule or by hand, and nothing is split off, until an admin lifts it in Settings, Retention.",
  standing: {
    conversation: (when: string) => `Under legal hold since ${when}`,
    customer: (when: string) => `Customer under legal hold since ${when}`,
    workspace: (when: string) => `Everything under legal hold since ${when}`,
  },
  standingHint: "Nothing of it is erased until an admin lifts the hold in Settings, Retention.",
  holdDoes: "Set the hold",
  holdDone: "The hold stands.",
} as const

function monthsOf(count: number): string {
  return count === 1 ? "1 month" : `${count} months`
}
