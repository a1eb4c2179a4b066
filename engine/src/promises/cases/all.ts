import { CALL } from "./call.ts"
import type { Case } from "./case.ts"
import { CHAT } from "./chat.ts"
import { CHAT_FORMS } from "./chat-forms.ts"
import { LETTER } from "./letter.ts"
import { MAIL_AGAIN, MAIL_TAKEN_UP, NOTES_AGAIN, NOTES_PRESENT, TALK_AGAIN } from "./again.ts"
import { MAIL_COLLEAGUES } from "./mail-colleagues.ts"
import { MAIL_DEEDS } from "./mail-deeds.ts"
import { MAIL_DUE } from "./mail-due.ts"
import { MAIL_FACTS } from "./mail-facts.ts"
import { MAIL_HANDS } from "./mail-hands.ts"
import { MAIL_LATER } from "./mail-later.ts"
import { MAIL_NONE } from "./mail-none.ts"
import { MAIL_NOW_OR_CONDITIONAL } from "./mail-now-or-conditional.ts"
import { MAIL_OFFICE } from "./mail-office.ts"
import { MAIL_PLANS } from "./mail-plans.ts"
import { NOTE } from "./note.ts"
import { NOTE_FORMS } from "./note-forms.ts"
import { NOTE_HANDS } from "./note-hands.ts"
import { NOTE_OFFICE } from "./note-office.ts"
import { NOTE_SHAPES } from "./note-shapes.ts"
import { OPEN_CHAT, OPEN_MAIL } from "./open-mail.ts"
import { OPEN_NOTES } from "./open-notes.ts"
import { CHAT_TURNS, MAIL_TURNS, NOTE_TURNS } from "./turns.ts"
import {
  WIDE_CHAT,
  WIDE_CONDITIONS,
  WIDE_LAST,
  WIDE_LAST_NOTES,
  WIDE_MAIL,
  WIDE_MORE,
  WIDE_MORE_CHAT,
  WIDE_MORE_NOTES,
  WIDE_NOTES,
} from "./wide.ts"
import { VOICEMAIL } from "./voicemail.ts"

/** Every case by its channel. */
export const CASES = {
  mail: [
    ...MAIL_LATER,
    ...MAIL_NOW_OR_CONDITIONAL,
    ...MAIL_NONE,
    ...MAIL_DEEDS,
    ...MAIL_PLANS,
    ...MAIL_FACTS,
    ...LETTER,
    ...MAIL_HANDS,
    ...MAIL_OFFICE,
    ...MAIL_COLLEAGUES,
    ...MAIL_DUE,
    ...OPEN_MAIL,
    ...MAIL_TURNS,
    ...WIDE_MAIL,
    ...WIDE_CONDITIONS,
    ...WIDE_LAST,
    ...WIDE_MORE,
    ...MAIL_AGAIN,
    ...MAIL_TAKEN_UP,
  ],
  chat: [...CHAT, ...CHAT_FORMS, ...CALL, ...OPEN_CHAT, ...CHAT_TURNS, ...WIDE_CHAT, ...WIDE_MORE_CHAT, ...TALK_AGAIN],
  note: [
    ...NOTE,
    ...NOTE_FORMS,
    ...NOTE_HANDS,
    ...NOTE_OFFICE,
    ...NOTE_SHAPES,
    ...VOICEMAIL,
    ...OPEN_NOTES,
    ...NOTE_TURNS,
    ...WIDE_NOTES,
    ...WIDE_LAST_NOTES,
    ...WIDE_MORE_NOTES,
    ...NOTES_AGAIN,
    ...NOTES_PRESENT,
  ],
} as const satisfies Readonly<Record<string, readonly Case[]>>
