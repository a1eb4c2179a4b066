import { z } from "zod"
import { route } from "./route.ts"
import { none } from "./values.ts"

export const country = z.string().regex(/^[A-Z]{2}$/)
export const region = z.string().regex(/^[A-Z0-9-]{1,12}$/i)

export const listHolidayPlaces = route({
  method: "GET",
  path: "/holiday-places",
  summary: "List the countries and regions whose public holidays are known",
  noun: "Workspace",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: z.object({
    items: z.array(
      z.object({ country, name: z.string(), regions: z.array(z.object({ region: z.string(), name: z.string() })) }),
    ),
  }),
})

export const listHolidays = route({
  method: "GET",
  path: "/holidays",
  summary: "List the public holidays of a place, from this year on",
  noun: "Workspace",
  caller: "member",
  params: none,
  query: z.object({ country, region: region.optional() }),
  body: none,
  answer: z.object({ items: z.array(z.object({ date: z.iso.date(), name: z.string() })) }),
})
