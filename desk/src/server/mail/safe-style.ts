const STYLE_LENGTH_MAX = 4_000 // characters; of one attribute

/**
 * Of a style attribute, the declarations that only say how words look: none that loads anything, leaves the document's
 * flow to cover the page, or is written so that it could be read in two ways. `blocked` counts what would have been loaded.
 */
export function safeStyle(style: string): { style: string; blocked: number } {
  const blocked = [...style.matchAll(LOADS)].length
  if (style.length > STYLE_LENGTH_MAX || /[\\<>{}@]|\/\*/.test(style)) return { style: "", blocked }
  const declarations = style.split(";").flatMap((declaration) => kept(declaration) ?? [])
  return { style: declarations.join("; "), blocked }
}

const LOADS = /url\s*\(\s*["']?\s*(https?:)?\/\//gi

function kept(declaration: string): string | null {
  const colon = declaration.indexOf(":")
  const property = declaration.slice(0, colon).trim().toLowerCase()
  const value = declaration.slice(colon + 1).trim()
  if (colon < 1 || !PROPERTY.test(property) || !VALUE.test(value)) return null
  const functions = [...value.matchAll(/([a-z-]+)\s*\(/gi)].map(([, name = ""]) => name.toLowerCase())
  return functions.every((name) => FUNCTIONS.has(name)) ? `${property}: ${value}` : null
}

const PROPERTY =
  /^(color|background|background-color|font(-(family|size|style|weight|variant))?|line-height|letter-spacing|word-spacing|text-(align|decoration|indent|transform)|vertical-align|white-space|word-(break|wrap)|overflow-wrap|direction|(margin|padding)(-(top|right|bottom|left))?|border(-(top|right|bottom|left))?(-(color|style|width|radius))?|border-(collapse|spacing|radius)|(min-|max-)?(width|height)|display|float|clear|list-style(-type)?|table-layout)$/
const VALUE = /^([^"'`]|"[^"`]*"|'[^'`]*')*$/
const FUNCTIONS = new Set(["rgb", "rgba", "hsl", "hsla", "calc", "min", "max", "clamp"])
