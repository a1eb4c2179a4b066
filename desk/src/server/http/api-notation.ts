import type { JsonSchema } from "./api-schema.ts"

const LINE_LENGTH_MAX = 100 // characters; what is longer gets a line a member

/** The names of shapes that many routes share, by their schema as text. */
export type ShapeNames = ReadonlyMap<string, string>

/** A schema as people write it down: `{ id: uuid, name: string | null, words?: string }`. */
export function notationOf(schema: JsonSchema, names: ShapeNames, indent = ""): string {
  return names.get(JSON.stringify(schema)) ?? writtenOut(schema, names, indent)
}

/** As `notationOf`, but the outermost shape is written out even if it has a name. */
export function writtenOut(schema: JsonSchema, names: ShapeNames, indent = ""): string {
  const members = schema.anyOf ?? schema.oneOf
  if (members !== undefined) return [...new Set(members.map((member) => notationOf(member, names, indent)))].join(" | ")
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ")
  if (schema.type === "array") return arrayOf(schema, names, indent)
  if (schema.type === "object") return objectOf(schema, names, indent)
  return simple(schema)
}

function arrayOf({ items, maxItems }: JsonSchema, names: ShapeNames, indent: string): string {
  const item = items === undefined ? "any" : notationOf(items, names, indent)
  const list = item.includes(" | ") && !item.startsWith("{") ? `(${item})[]` : `${item}[]`
  return maxItems === undefined ? list : `${list} (at most ${maxItems})`
}

function objectOf(
  { properties, required = [], additionalProperties }: JsonSchema,
  names: ShapeNames,
  indent: string,
): string {
  if (properties === undefined) {
    const value = typeof additionalProperties === "object" ? notationOf(additionalProperties, names, indent) : "any"
    return `{ [name]: ${value} }`
  }
  const inner = `${indent}  `
  const members = Object.entries(properties).map(([name, schema]) => {
    const mark = required.includes(name) ? "" : "?"
    return { text: `${name}${mark}: ${notationOf(schema, names, inner)}`, comment: commentOf(schema) }
  })
  const oneLine = `{ ${members.map(({ text }) => text).join(", ")} }`
  const fits = oneLine.length + indent.length <= LINE_LENGTH_MAX && !oneLine.includes("\n")
  if (fits && members.every(({ comment }) => comment === undefined)) return oneLine
  const lines = members.map(({ text, comment }) => `${inner}${text}${comment === undefined ? "" : ` — ${comment}`}`)
  return `{\n${lines.join("\n")}\n${indent}}`
}

/** What an instant is, the introduction says. */
function commentOf({ format, description }: JsonSchema): string | undefined {
  return format === "date-time" ? undefined : description
}

function simple({ type = "any", format, minLength, maxLength, minimum, maximum }: JsonSchema): string {
  const kind = format === "date-time" ? "instant" : (format ?? [type].flat().join(" | "))
  const limits = [type].flat().includes("string")
    ? range(minLength, maxLength, " characters")
    : range(minimum, maximum, "")
  return limits === "" ? kind : `${kind} (${limits})`
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  if (least === undefined && most === undefined) return ""
  if (least === undefined || (least === 0 && most !== undefined)) return `at most ${most}${unit}`
  return most === undefined ? `at least ${least}${unit}` : `${least} to ${most}${unit}`
}
