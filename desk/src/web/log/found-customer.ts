import type { z } from "zod"
import type { customer } from "../../contract/customers.ts"

export type KnownCustomer = z.output<typeof customer>

/** Whom a log or promise is about: somebody on file, or somebody new by what was typed. */
export type ChosenCustomer =
  | {
      readonly kind: "known"
      readonly id: string
      readonly name: string
      readonly detail: string
      readonly owes: number
    }
  | { readonly kind: "new"; readonly name: string; readonly phone: string; readonly mail: string }

export function known({ id, name, company, addresses, owes }: KnownCustomer, unnamed: string): ChosenCustomer {
  const shown = addresses.map((each) => each.shown)
  const detail = [company ?? "", ...shown].filter((part) => part !== "").join(" · ")
  return { kind: "known", id, name: name ?? shown[0] ?? unnamed, detail, owes }
}

/** Reads what was typed as a name, a number or an address. */
export function newFrom(typed: string): ChosenCustomer {
  const text = typed.trim()
  const none = { kind: "new" as const, name: "", phone: "", mail: "" }
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return { ...none, mail: text }
  if (/^[+(]?[\d\s()./-]{4,}$/.test(text)) return { ...none, phone: text }
  return { ...none, name: text }
}

/** Whether what was typed stands in what is known: a number without its blanks, a name from the start of a word. */
export function fitsTyped(found: KnownCustomer, typed: string): boolean {
  const wanted = typed.trim().toLowerCase()
  const digits = wanted.replaceAll(/\D/g, "").replace(/^0+/, "")
  const isNumber = digits.length >= 3 && !/[a-z]/.test(wanted)
  const texts = [found.name ?? "", found.company ?? "", ...found.addresses.map((each) => each.shown)]
  return texts.some((text) => {
    if (isNumber) return text.replaceAll(/\D/g, "").includes(digits)
    const lower = text.toLowerCase()
    return lower.startsWith(wanted) || lower.includes(` ${wanted}`) || lower.includes(`@${wanted}`)
  })
}

/** As the API takes somebody new. */
export function newCustomerBody({ name, phone, mail }: Extract<ChosenCustomer, { kind: "new" }>) {
  return {
    ...(name.trim() === "" ? {} : { name: name.trim() }),
    ...(phone.trim() === "" ? {} : { phone: phone.trim() }),
    ...(mail.trim() === "" ? {} : { mail: mail.trim() }),
  }
}
