import type { JsonSchema } from "../src/server/http/api-schema.ts"

/** What a property gets where its name decides: ids above all. */
export type Named = (property: string) => unknown

/** A value that the schema takes: every property that is required, and the others too where `named` knows them. */
export function sampleValue(schema: JsonSchema, named: Named, property = ""): unknown {
  const given = named(property)
  const isNumber = schema.type === "integer" || schema.type === "number"
  if (given !== undefined) return isNumber ? Number(given) : given // in addresses a version is a text
  const [first] = schema.anyOf ?? schema.oneOf ?? []
  if (first !== undefined) return sampleValue(first, named, property)
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.type === "object") return sampleObject(schema, named)
  if (schema.type === "array") return sampleArray(schema, named, property)
  if (schema.type === "boolean") return true
  if (isNumber) return Math.max(schema.minimum ?? 0, 0)
  return sampleText(schema)
}

/** As short as it may be; one of `messageIds` is named as `messageId`. */
function sampleArray({ items, minItems = 0 }: JsonSchema, named: Named, property: string): unknown {
  return items === undefined || minItems === 0 ? [] : [sampleValue(items, named, property.replace(/s$/, ""))]
}

function sampleObject({ properties = {}, required = [] }: JsonSchema, named: Named): unknown {
  const entries = Object.entries(properties)
    .filter(([name]) => required.includes(name) || named(name) !== undefined)
    .map(([name, schema]) => [name, sampleValue(schema, named, name)])
  return Object.fromEntries(entries)
}

function sampleText({ format, minLength = 1 }: JsonSchema): string {
  if (format === "date-time") return "2100-03-01T10:00:00Z"
  if (format === "date") return "2027-03-01"
  if (format === "email") return "someone@example.org"
  if (format === "uuid") return "01900000-0000-7000-8000-00000000dead"
  return "x".repeat(minLength)
}
