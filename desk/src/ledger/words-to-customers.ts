/** Words of the pages and mails that leave by themselves: the same for the page or mail, and for the audit of what the desk says. */

/** The contact form. */
export const CONTACT_FORM = {
  heading: "Write to us",
  name: "Your name",
  mail: "Your mail address, at which we answer",
  subject: "What it is about",
  text: "Your message",
  files: "Files, 18 MB together",
  send: "Send",
  thanks: "Your message is here",
  thanksHint: "We answer by mail, to the address that you gave.",
  another: "Write another message",
} as const

/** The page on which a customer says whether what they bought helped. */
export const OUTCOME_PAGE = {
  bought: (product: string | null) => `You bought ${product ?? "something"} from us`,
  question: "Did it do what you needed it for?",
  decide: "You decide. Your answer is recorded as you give it.",
  add: "Anything to add? You don’t have to.",
  answers: { yes: "Yes", partly: "In part", no: "No" },
  reader:
    "“In part” and “No” reach a person here, who reads what you needed and what we told you before you bought it.",
  answered: "A person here reads it and answers you.",
  once: (until: string) =>
    `Anyone with this link can answer once. It works until ${until}. To write to us, answer any mail of ours.`,
} as const

/** The page on which a customer says whether an answer helped. */
export const ANSWER_PAGE = {
  heading: "You wrote to us and we answered",
  question: "Did our answer help?",
  decide: "You decide. Your answer is recorded as you give it.",
  add: "Anything to add? You don’t have to.",
  answers: { yes: "Yes", partly: "In part", no: "No" },
  reader: "“In part” and “No” reach a person here, who reads what you wrote before.",
  answered: "A person here reads it and answers you.",
  once: (until: string) =>
    `Anyone with this link can answer once. It works until ${until}. To write to us, answer any mail of ours.`,
} as const

/** The mail with the code that a customer asked for on their page. */
export function codeMailText(shop: string, code: string, minutes: number): string {
  return `Your code: ${code}

It shows you everything that ${shop} promised you. It works once, for ${minutes} minutes.
If you did not ask for it, you need do nothing: without the code, nothing more is shown.
`
}
