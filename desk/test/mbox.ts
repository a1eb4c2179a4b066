/** An mbox file of mails between a shop and its customers; the same at every call. */
export function mboxOf(options: {
  readonly mails: number
  readonly shop: string
  /** The newest was written then; each is a few minutes after the one before. */
  readonly until: Temporal.Instant
  readonly body?: string
}): string {
  const { mails, shop, until, body = "" } = options
  const lines: string[] = []
  for (let number = 0; number < mails; number++) {
    const at = until.subtract({ minutes: 7 * (mails - 1 - number) })
    const date = new Date(at.epochMilliseconds).toUTCString()
    const thread = Math.floor(number / 4)
    const customer = `customer-${thread % Math.ceil(mails / 12)}@customers.example`
    const isOurs = number % 2 === 1
    const [from, to] = isOurs ? [shop, customer] : [customer, shop]
    const words = isOurs ? `Thanks. I will call you tomorrow about number ${number}.` : `Is number ${number} ready?`
    const earlier = number % 4 === 0 ? "" : `In-Reply-To: <mail-${number - 1}@x.example>\n`
    lines.push(
      `From ${from} ${date}\nFrom: ${isOurs ? "The shop" : "Customer"} <${from}>\nTo: <${to}>\nDate: ${date}\nMessage-ID: <mail-${number}@x.example>\n${earlier}Subject: Thread ${thread}\nContent-Type: text/plain; charset=utf-8\n\n${words}\n>From here on it is quoted.\n${body}\n`,
    )
  }
  return `${lines.join("\n")}\n`
}
