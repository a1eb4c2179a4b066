type Box = { readonly name: string; readonly address: string }

/** Who else was on the mail that is answered, and who of them are ours. Addresses in lower case. */
export type Copied = {
  readonly to: Box
  /** To and Cc of the mail. */
  readonly writtenTo: readonly Box[]
  /** Addresses that customers write to, and mailboxes that the desk reads. */
  readonly own: ReadonlySet<string>
  /** The members' own. */
  readonly team: ReadonlySet<string>
}

const COPIES_BY_DEFAULT_MAX = 10 // more is a circular, and its readers did not ask for our answer

/**
 * Who gets a copy of an answer unless its writer says otherwise: everybody whom the customer put on their mail, but
 * ourselves, members, and addresses that nobody reads. Nobody when they were more than ten.
 */
export function copiesByDefault({ to, writtenTo, own, team }: Copied): readonly Box[] {
  const found = new Map<string, Box>()
  for (const box of writtenTo) {
    const address = box.address.toLowerCase()
    const isOurs = own.has(address) || own.has(untagged(address)) || team.has(address)
    if (isOurs || address === to.address.toLowerCase() || UNREAD.test(address) || found.has(address)) continue
    found.set(address, box)
  }
  return found.size > COPIES_BY_DEFAULT_MAX ? [] : [...found.values()]
}

const UNREAD = /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?)(?:[+-][^@]*)?@/

/** help+sales@shop.example is help@shop.example. */
export function untagged(address: string): string {
  return address.replace(/\+[^@]*@/, "@")
}
