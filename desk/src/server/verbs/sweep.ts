import { deleteAttachmentsBefore } from "../database/attachments.ts"
import { deleteChangesBefore } from "../database/changes-feed.ts"
import { deleteCodesBefore } from "../database/customer-codes.ts"
import { deleteKeysBefore } from "../database/idempotency-keys.ts"
import { deleteVerificationsBefore } from "../database/identity-passkeys.ts"
import { deleteSessionsExpiredBefore } from "../database/identity-users.ts"
import { deleteEndedReplying } from "../database/replying.ts"
import { deleteDeliveriesBefore } from "../database/webhooks.ts"
import { deleteLinksExpiredBefore } from "../database/used-links.ts"
import { deleteViewsRemovedBefore } from "../database/views.ts"
import type { Desk } from "./desk.ts"
import { renewHolidays } from "./holidays.ts"

const DELIVERY_DAYS = 30 // how long an event that was told can be told again
const VIEW_DAYS = 30 // how long a view that was removed can be put back
const KEY_HOURS = 24 // how long a repeated request gets the same answer
const CODE_HOURS = 24 // how long it counts that a customer asked for a code
const ATTACHMENT_HOURS = 24 * 30 // a file that no draft names; an undone message takes its files back into the draft
const CHANGE_HOURS = 24 // how long a screen may be away and still hear what it missed

/** Removes what is kept for a while only, and fills in the holidays of another year. Safe to run at any time, and by several processes. */
export async function sweep(desk: Desk): Promise<void> {
  const now = desk.now()
  await deleteKeysBefore(desk.database, now.subtract({ hours: KEY_HOURS }).toString())
  await deleteChangesBefore(desk.database, now.subtract({ hours: CHANGE_HOURS }).toString())
  await deleteCodesBefore(desk.database, now.subtract({ hours: CODE_HOURS }).toString())
  await deleteLinksExpiredBefore(desk.database, now.toString())
  await deleteEndedReplying(desk.database, now.toString())
  await deleteAttachmentsBefore(desk.database, now.subtract({ hours: ATTACHMENT_HOURS }).toString())
  await deleteDeliveriesBefore(desk.database, now.subtract({ hours: 24 * DELIVERY_DAYS }).toString())
  await deleteViewsRemovedBefore(desk.database, now.subtract({ hours: 24 * VIEW_DAYS }).toString())
  await renewHolidays(desk)
  await deleteSessionsExpiredBefore(desk.database, now.toString())
  await deleteVerificationsBefore(desk.database, now.toString())
}
