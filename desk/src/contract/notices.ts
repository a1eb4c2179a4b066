import { z } from "zod"
import { route } from "./route.ts"
import { done, id, instant, none } from "./values.ts"

export const noticeStep = z.enum([
  "half",
  "soon",
  "due",
  "stand-in",
  "leads",
  "admins",
  "broken",
  "handed",
  "disputed",
  "chased",
])

export const notice = z.object({
  id,
  promiseId: id,
  /** Why it came: half of the time left, due soon, due, still open after due (as stand-in, lead, admin), broken, handed over, or the customer says that it is not done or asks for it. */
  step: noticeStep,
  /** The step was for others, and there was nobody else to tell. */
  isOwnerAgain: z.boolean(),
  shownAt: instant,
  readAt: instant.nullable(),
  onItAt: instant.nullable(),
  /** Why it was not mailed, if so. */
  mailProblem: z.string().nullable(),
  words: z.string().nullable(),
  /** The customer's own words, where it is about them. */
  said: z.string().nullable(),
  state: z.enum(["proposed", "open", "kept", "broken", "renegotiated", "released", "dismissed", "void"]),
  dueUntil: instant.nullable(),
  customer: z.object({ id, name: z.string().nullable() }),
  owner: z.object({ id, name: z.string() }),
})

export const listNotices = route({
  method: "GET",
  path: "/notices",
  summary: "List what you were told about promises, the newest first, at most 100",
  noun: "Notices",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: z.object({ items: z.array(notice), unread: z.int() }),
})

export const readNotices = route({
  method: "POST",
  path: "/notices/reading",
  summary: "Mark your notices read that were shown up to then",
  noun: "Notices",
  caller: "member",
  params: none,
  query: none,
  body: z.object({ upTo: instant }),
  answer: done,
})

export const sayOnIt = route({
  method: "POST",
  path: "/notices/:noticeId/on-it",
  summary: "Say that you are on it: the owner's next reminder is passed over, and nothing else changes",
  noun: "Notices",
  caller: "member",
  params: z.object({ noticeId: id }),
  query: none,
  body: none,
  answer: done,
})

export const awayTime = z.object({
  id,
  memberId: id,
  from: instant,
  until: instant,
  /** From when on what is due meanwhile is handed over. */
  handAt: instant,
  /** What is due before this is handed over. */
  handUntil: instant,
})

export const listAwayTimes = route({
  method: "GET",
  path: "/away-times",
  summary: "List when members are or will be away",
  noun: "Notices",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: z.object({ items: z.array(awayTime) }),
})

export const createAwayTime = route({
  method: "POST",
  path: "/away-times",
  summary:
    "Say when you are away, or as an admin when somebody is; what is due meanwhile goes to the stand-in before it begins, and does not come back by itself",
  noun: "Notices",
  caller: "member",
  params: none,
  query: none,
  body: z.object({ memberId: id, from: instant, until: instant }),
  answer: awayTime,
})

export const cancelAwayTime = route({
  method: "DELETE",
  path: "/away-times/:awayId",
  summary: "Take an away time back, or end it now; what was handed over stays where it is",
  noun: "Notices",
  caller: "member",
  params: z.object({ awayId: id }),
  query: none,
  body: none,
  answer: done,
})
