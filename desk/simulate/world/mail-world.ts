import type { Send, SentMail } from "../../src/server/follow-through/outbox.ts"
import type { SendOutcome } from "../../src/server/follow-through/try-again.ts"
import { type Chance, lognormal } from "../chance.ts"
import type { Resume } from "./server-process.ts"
import type { Timeline } from "./timeline.ts"

const MINUTE = 60_000

/** The outgoing mail server of a world, and what it has accepted. */
export type MailWorld = {
  readonly sendFor: (resume: Resume) => Send
  /** Refuses everything for now (4xx) until then. */
  refuseUntil(milliseconds: number): void
  /** How often it accepted a mail, by Message-ID. */
  readonly accepted: ReadonlyMap<string, number>
  /** Answers that it gave and that nobody got: the same mail comes again. */
  answersLost(): number
}

export type MailHabits = {
  /** Shares of the mails: refused for good, refused for now, accepted and the answer lost. */
  readonly refused: number
  readonly later: number
  readonly answerLost: number
}

const TAKES = lognormal(1.2)

export function openMailWorld(
  { timeline, chance, habits }: { readonly timeline: Timeline; readonly chance: Chance; readonly habits: MailHabits },
  onAccepted: (mail: SentMail) => void,
): MailWorld {
  const accepted = new Map<string, number>()
  let refusesUntil = 0
  let answersLost = 0

  function answerTo(mail: SentMail): SendOutcome {
    if (timeline.now() < refusesUntil) return { kind: "later", words: "421 4.3.2 Not now" }
    const draw = chance()
    if (draw < habits.refused && !isNotice(mail)) return { kind: "refused", words: "550 5.1.1 No such user here" }
    if (draw < habits.refused + habits.later) return { kind: "later", words: "451 4.7.1 Greylisted" }
    accepted.set(mail.mailId, (accepted.get(mail.mailId) ?? 0) + 1)
    onAccepted(mail)
    if (draw > 1 - habits.answerLost) {
      answersLost += 1
      return { kind: "later", words: "The connection was lost before the server answered" }
    }
    return { kind: "accepted" }
  }

  return {
    accepted,
    answersLost: () => answersLost,
    refuseUntil: (milliseconds) => void (refusesUntil = Math.max(refusesUntil, milliseconds)),
    sendFor: (resume) => (_server, mail) =>
      new Promise((answered) => {
        // Mostly a second, now and then longer than the lease of the outbox.
        const takes = Math.min(TAKES(chance) * 1000, 4 * MINUTE)
        timeline.in(takes / 2, () => {
          const outcome = answerTo(mail)
          timeline.in(takes / 2, () => resume(() => answered(outcome)))
        })
      }),
  }
}

export function isNotice({ mailId }: Pick<SentMail, "mailId">): boolean {
  return mailId.startsWith("notice.")
}
