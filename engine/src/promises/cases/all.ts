import type { Case } from "./case.ts"
import { CHAT } from "./chat.ts"
import { MAIL_LATER } from "./mail-later.ts"
import { MAIL_NONE } from "./mail-none.ts"
import { MAIL_NOW_OR_CONDITIONAL } from "./mail-now-or-conditional.ts"
import { NOTE } from "./note.ts"

/** Every case by its channel. */
export const CASES = {
  mail: [...MAIL_LATER, ...MAIL_NOW_OR_CONDITIONAL, ...MAIL_NONE],
  chat: CHAT,
  note: NOTE,
} as const satisfies Readonly<Record<string, readonly Case[]>>
