import { readPattern } from "./pattern-parts.ts"
import type { Node } from "./pattern-parts.ts"

/** One of these words must be in a text, or the pattern cannot match there; "0" stands for any digit. */
export type Need = readonly string[]

/**
 * What every match of a pattern must hold, read from the pattern itself: of `we (?:never|always) lose \w+`, the words "we",
 * "never" or "always", and "lose". Cox describes the idea for whole indexes ("Regular Expression Matching with a Trigram
 * Index", 2012). A word counts where no letter can stand beside it. Where a pattern is not understood it needs nothing.
 * `edged` says that no letter or digit stands before or behind a match.
 */
export function needsOf(source: string, edged: boolean): readonly Need[] {
  const edge: Node = { kind: "text", forms: [edged ? GAP : ANY] }
  const node = readPattern(source)
  const parts = node.kind === "sequence" ? node.of : [node]
  const { forms, needs } = shapeOf({ kind: "sequence", of: [edge, ...parts, edge] })
  const distinct = new Map(withNeed(needs, forms).map((need) => [need.join(), need]))
  return [...distinct.values()].toSorted((one, other) => one.length - other.length)
}

/** What a part matches: the letters it is made of in each of its forms, and what all of its matches hold besides. */
type Shape = { readonly forms: readonly string[]; readonly needs: readonly Need[] }

const GAP = " " // a character that is no letter, or a place where no word goes on
const ANY = "?" // any characters, perhaps none
const FORMS_MAX = 128 // of a longer list only the words are kept
const EMPTY: Shape = { forms: [""], needs: [] }

function shapeOf(node: Node): Shape {
  if (node.kind === "text") return { forms: node.forms, needs: [] }
  if (node.kind === "seen") return { forms: [""], needs: enclosed(shapeOf(node.of)) }
  if (node.kind === "repeated") return repeated(shapeOf(node.of), node.least, node.most)
  if (node.kind === "sequence") return node.of.reduce((shape, part) => joined(shape, shapeOf(part)), EMPTY)
  return either(node.of.map(shapeOf))
}

function joined(first: Shape, other: Shape): Shape {
  const one = settled(first)
  const needs = [...one.needs, ...other.needs]
  if (one.forms.length * other.forms.length <= FORMS_MAX)
    return { forms: tidied(one.forms.flatMap((form) => other.forms.map((next) => form + next))), needs }
  const ends = tidied(one.forms.map(endOf))
  if (ends.length < one.forms.length) return joined({ forms: ends, needs: withNeed(one.needs, one.forms) }, other)
  const after = other.forms.every((form) => form.startsWith(GAP)) ? GAP : ANY
  const before = one.forms.every((form) => form.endsWith(GAP)) ? GAP : ANY
  const closed = one.forms.map((form) => form + after)
  return { forms: tidied(other.forms.map((form) => before + form)), needs: withNeed(needs, closed) }
}

/** Where all forms have come to the end of a word, what they need is told, place by place. */
function settled(shape: Shape): Shape {
  const { forms, needs } = shape
  if (!forms.every((form) => form.endsWith(GAP) && wordsIn(form).length > 0)) return shape
  return { forms: [GAP], needs: withNeed(needs, forms) }
}

/** The word that a form ends in, with the sign before it: what is needed further to the left is known by then. */
function endOf(form: string): string {
  return /[ ?0]?[a-z]*$/.exec(form)?.[0] ?? form
}

function repeated(shape: Shape, least: number, most: number): Shape {
  if (least === 1 && most === 1) return shape
  const forms = most === 1 ? shape.forms : [severalOf(shape.forms)]
  if (least === 0) return { forms: tidied(["", ...forms]), needs: [] }
  return { forms, needs: enclosed(shape) }
}

function severalOf(forms: readonly string[]): string {
  if (forms.every((form) => /^[0 ]+$/.test(form))) return forms.every((form) => form !== GAP) ? DIGITS : GAP
  const before = forms.every((form) => form.startsWith(GAP)) ? GAP : ""
  const after = forms.every((form) => form.endsWith(GAP)) ? GAP : ""
  return before + ANY + after
}

const DIGITS = "0"

/** One of them: needed is one of what each of them needs. */
function either(shapes: readonly Shape[]): Shape {
  const forms = tidied(shapes.flatMap((shape) => shape.forms))
  if (forms.length <= FORMS_MAX && shapes.every(({ needs }) => needs.length === 0)) return { forms, needs: [] }
  const wants = shapes.map((shape) => enclosed(shape).toSorted((one, other) => one.length - other.length)[0])
  const need = wants.every((want) => want !== undefined) ? [[...new Set(wants.flat())]] : []
  return { forms: forms.length <= FORMS_MAX ? forms : [ANY], needs: need }
}

/** What a shape needs where anything may stand beside it. */
function enclosed({ forms, needs }: Shape): readonly Need[] {
  return withNeed(
    needs,
    forms.map((form) => ANY + form + ANY),
  )
}

/** The needs, and as many words of each form as all of them have, counted from the end: what may be left out mostly leads. */
function withNeed(needs: readonly Need[], forms: readonly string[]): readonly Need[] {
  const words = forms.map(wordsIn)
  const count = Math.min(...words.map(({ length }) => length))
  const ranks = Array.from({ length: count }, (_, rank) => [
    ...new Set(words.flatMap((each) => each.at(-1 - rank) ?? [])),
  ])
  return [...needs, ...ranks]
}

/** The words that stand whole in a form, a digit if there are none. */
function wordsIn(form: string): readonly string[] {
  const words = form.match(/(?<=[ 0])[a-z]+(?=[ 0])/g)
  return words ?? (form.includes(DIGITS) ? [DIGITS] : [])
}

function tidied(forms: readonly string[]): readonly string[] {
  return [...new Set(forms.map((form) => form.replace(/ {2,}/g, GAP).replace(/\?{2,}/g, ANY)))]
}
