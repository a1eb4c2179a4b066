type Counts = {
  readonly kind: "mails" | "tickets" | "customers"
  readonly taken: number
  readonly changed: number
  readonly again: number
  readonly leftOut: number
}

const ENTRIES = {
  mails: ["mail", "mails"],
  tickets: ["conversation", "conversations"],
  customers: ["customer", "customers"],
} as const
const TAKEN = {
  mails: ["mail", "mails"],
  tickets: ["message", "messages"],
  customers: ["customer", "customers"],
} as const

/** The texts of the import. */
export const importWords = {
  title: "Import",
  hint: "Take in what you had before: old mail, customers, or the conversations of another desk. What our own messages of the last 30 days promise is proposed, and confirmed by nobody but you. Nothing is taken in twice.",
  choose: "File",
  chooseHint:
    "Mail as .mbox (Thunderbird, Google Takeout, Apple Mail), customers as .csv, tickets of Zendesk or Freshdesk as .json. It is read here first; nothing is sent before you say so.",
  reading: (name: string) => `Reading ${name} …`,
  unreadable: (name: string) => `${name} was not read.`,
  tooLarge: "A file of this kind can have 400 MB here. Divide it, or run aboveboard-desk import on the desk’s machine.",
  empty: "There is nothing in it that can be taken in.",
  noExport: "This is no export of Zendesk or Freshdesk that can be read here.",
  ignored: (columns: string) => `These columns are not taken: ${columns}.`,
  largeMails: (count: number) =>
    `${count === 1 ? "One mail has" : `${count} mails have`} more than 40 MB and would be left out. aboveboard-desk import on the desk’s machine takes them.`,
  holds: (kind: keyof typeof ENTRIES, total: number, size: string) => `${counted(total, ENTRIES[kind])}, ${size}`,
  does: (kind: keyof typeof ENTRIES, total: number) => `Take in ${counted(total, ENTRIES[kind])}`,
  bytes: (count: number) => `${count} bytes`,
  goOn: "Go on",
  leave: "Choose another file",
  pause: "Pause",
  pausing: "Pausing …",
  keepOpen: "You can work on in this tab. If it is closed, choose the same file again: it goes on where it stopped.",
  elsewhere: "A file is being taken in elsewhere from this tab. Another can be chosen when that is through.",
  stopped: "It stopped. What was handed in is safe.",
  progress: "How far it is",
  of: (done: number, total: number) => `${number(done)} of ${number(total)}`,
  counts: ({ kind, taken, changed, again, leftOut }: Counts) => {
    const parts = [`${counted(taken, TAKEN[kind])} taken in`]
    if (changed > 0) parts.push(`${number(changed)} filled up`)
    if (again > 0) parts.push(`${number(again)} were there`)
    if (leftOut > 0) parts.push(`${number(leftOut)} left out`)
    return `${parts.join(", ")}.`
  },
  done: (name: string) => `${name} is through.`,
  proposed: (count: number) =>
    count === 1
      ? "One promise of ours waits to be looked at"
      : `${number(count)} promises of ours wait to be looked at`,
  problems: (count: number) => (count === 1 ? "One thing is left out:" : `${number(count)} things are left out:`),
  more: (count: number) => `and ${number(count)} more`,
  earlier: "Files that were taken in",
  file: "File",
  begun: "Begun",
  state: "State",
  result: "Result",
  open: (done: number, total: number) =>
    `Stopped at ${number(done)} of ${number(total)}; choose the file again to go on`,
  ended: (when: string) => `Through ${when}`,
} as const

function number(count: number): string {
  return count.toLocaleString("en-GB")
}

function counted(count: number, [one, many]: readonly [string, string]): string {
  return count === 1 ? `1 ${one}` : `${number(count)} ${many}`
}
