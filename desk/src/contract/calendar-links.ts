import { z } from "zod"
import { route } from "./route.ts"
import { done, instant, none } from "./values.ts"

export const calendarLink = z.object({ url: z.string(), createdAt: instant })

export const readCalendarLink = route({
  method: "GET",
  path: "/me/calendar-link",
  summary: "Read the secret address of your calendar feed; null when there is none",
  noun: "Notices",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: z.object({ link: calendarLink.nullable() }),
})

export const createCalendarLink = route({
  method: "POST",
  path: "/me/calendar-link",
  summary: "Make the secret address under which calendars read what you owe; the one that works stays",
  noun: "Notices",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: calendarLink,
})

export const revokeCalendarLink = route({
  method: "DELETE",
  path: "/me/calendar-link",
  summary: "Take the address of your calendar feed back: it leads nowhere from now on",
  noun: "Notices",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: done,
})
