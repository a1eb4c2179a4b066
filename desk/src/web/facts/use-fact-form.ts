import { useState } from "react"
import { createFact, createFactVersion } from "../../contract/facts.ts"
import { scopeIn, scopeText } from "../../ledger/fact-file.ts"
import { readTyped, showValue } from "../../ledger/fact-value.ts"
import { useChange } from "../queries.ts"
import type { Fact } from "./fact-data.ts"

export type FactForm = {
  readonly subject: string
  readonly attribute: string
  readonly value: string
  readonly statement: string
  readonly aliases: string
  readonly scope: string
  readonly validFrom: string
  readonly validUntil: string
  readonly source: string
  readonly isPerson: boolean
  readonly line: string
  readonly evidence: string
  readonly confirmDays: string
}

const EMPTY: FactForm = {
  subject: "",
  attribute: "",
  value: "",
  statement: "",
  aliases: "",
  scope: "",
  validFrom: "",
  validUntil: "",
  source: "",
  isPerson: false,
  line: "",
  evidence: "",
  confirmDays: "",
}

/** What is entered about a fact, read as it is typed, and how it is kept. */
export function useFactForm(fact: Fact | null, typed: string) {
  const [form, setForm] = useState(() => (fact === null ? EMPTY : formOf(fact, typed)))
  const [tried, setTried] = useState(false)
  const create = useChange(createFact)
  const enter = useChange(createFactVersion)
  const read = readTyped(form.value, currencyOf(fact))
  const days = form.confirmDays.trim() === "" ? null : Number(form.confirmDays)
  const badDays = days !== null && !(Number.isInteger(days) && days >= 1 && days <= 3660)
  const missing = (["subject", "attribute", "value", "source"] as const).filter((field) => form[field].trim() === "")
  const save = (onDone: (id: string) => void) => {
    setTried(true)
    if (missing.length > 0 || badDays || create.isPending || enter.isPending) return
    const body = bodyOf(form, read)
    const done = { onSuccess: ({ id }: { readonly id: string }) => onDone(id) }
    if (fact === null) create.mutate({ body: { ...body, confirmDays: days } }, done)
    else enter.mutate({ params: { factId: fact.id }, body }, done)
  }
  return {
    form,
    change: (part: Partial<FactForm>) => setForm((was) => ({ ...was, ...part })),
    read: read === null ? null : { type: read.type, shown: showValue(read) },
    isMissing: (field: (typeof missing)[number]) => tried && missing.includes(field),
    badDays: tried && badDays,
    save,
    busy: create.isPending || enter.isPending,
    error: create.error ?? enter.error,
  }
}

function formOf({ current }: Fact, typed: string): FactForm {
  return {
    ...EMPTY,
    subject: current.subject,
    attribute: current.attribute,
    value: typed === "" ? plainValue(current) : typed,
    aliases: current.aliases.join(", "),
    scope: scopeText(current.scope),
    evidence: current.evidence ?? "",
  }
}

/** A value as somebody would type it, so that it can be changed. */
function plainValue({ type, value, unit, shown }: Fact["current"]): string {
  return typeof value === "number" && type !== "money" && unit !== null ? `${value} ${unit}` : shown
}

/** An amount that is typed bare is in the currency that this fact was in. */
function currencyOf(fact: Fact | null): string | null {
  if (fact === null || fact.current.type !== "money") return null
  return fact.current.unit?.split("/")[0] ?? null
}

function bodyOf(form: FactForm, read: ReturnType<typeof readTyped>) {
  const source = form.source.trim()
  const kind = form.isPerson
    ? ("person" as const)
    : /^https?:\/\//i.test(source)
      ? ("url" as const)
      : ("document" as const)
  const parts = form.aliases.split(",").map((each) => each.trim())
  return {
    subject: form.subject.trim(),
    attribute: form.attribute.trim(),
    // Lists and ranges are read by the desk, as they were typed.
    ...(read === null || typeof read.value === "object"
      ? { value: form.value.trim() }
      : { type: read.type, unit: read.unit, value: read.value }),
    aliases: parts.filter((each) => each !== ""),
    scope: { ...scopeIn(form.scope) },
    validFrom: orNull(form.validFrom),
    validUntil: orNull(form.validUntil),
    statement: orNull(form.statement),
    evidence: orNull(form.evidence),
    source: { kind, name: source, ...(form.line.trim() === "" ? {} : { line: form.line.trim() }) },
  }
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim()
}
