import type { Deed } from "../review-format.ts"

/** Verbs whose doing somebody can wait for, by what kind of deed they are. The first that names a verb counts. */
export const DEEDS_BY_KIND: Readonly<Record<Deed, string>> = {
  "call-back": "call ring phone telephone dial buzz callback call-back",
  answer: `answer reply respond revert write email e-mail mail message text msg txt dm ping contact confirm notify inform advise update tell
    explain report let get-back follow-up find-out reach-out come-back circle-back speak talk discuss walk acknowledge brief describe elaborate remind alert`,
  refund: "refund credit comp reimburse repay compensate waive deduct reverse discount",
  send: `send forward post ship dispatch deliver bring drop pop fax courier provide share give lend loan supply issue resend redeliver return hand
    distribute circulate redirect relay`,
  repair: `repair fix mend replace swap exchange install reinstall reset restore correct resolve sort rectify remedy remake redo patch
    service adjust refit calibrate rewire unblock tweak debug troubleshoot tune`,
  other: `process action progress cancel book rebook reserve schedule reschedule arrange rearrange organise organize order reorder change amend modify check
    double-check look investigate chase follow review examine inspect assess verify ask raise escalate pass prepare draft complete
    finish finalise finalize ensure make take handle deal work put add remove delete apply match honour honor collect pick meet visit
    join stop submit file print sign copy include use create open close activate enable unlock transfer connect log note record test
    try do cover hold keep save renew reinstate pencil wipe track monitor start begin proceed go lay fill show liaise consult leave
    place offer quote calculate lift store build clean set turn switch charge debit bill pay upgrade downgrade extend upload download
    attach enclose introduce paste spell search retrieve pull run locate read translate recommend suggest consider select assign allocate
    allow register enrol enroll approve authorise authorize grant release publish refit rehang repaint paint lock measure
    pack wrap gather compile evaluate analyse analyze help assist serve support refill refer direct route figure get have see come move
    bump carry mark flag tag nudge cut push remit loop reprint dig type load scan edit rewrite audit purchase buy secure`,
}
