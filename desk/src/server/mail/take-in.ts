import { isStoreAway } from "../database/store-failure.ts"
import type { ReceivedMail } from "../verbs/received-mail.ts"
import { unreadMail } from "./read-mail.ts"

/**
 * Hands a mail that was read to `receive`. When that fails, it is handed over a second time with nothing but the mail as it
 * came, so that no content of a mail can hold up those behind it. Fails when that fails too, or the store was away: then it
 * is not the mail, and who brings it tries again with all of it.
 */
export async function takeIn<T>(
  mail: ReceivedMail,
  { receive, report }: { receive: (mail: ReceivedMail) => Promise<T>; report: (failure: unknown) => void },
): Promise<T> {
  try {
    return await receive(mail)
  } catch (failure) {
    if (isStoreAway(failure)) throw failure
    const taken = await receive(unreadMail("This mail could not be taken in as a whole."))
    report(failure)
    return taken
  }
}
