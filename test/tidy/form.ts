import { type ESTree, Visitor } from "vite"
import { type Source, type Violation, violation } from "./source.ts"

const LINES_MAX = 300 // a file is an idea; the models have 100-250 at the 95th percentile
const FUNCTION_LINES_MAX = 70 // what fits on a screen
const GENERATED: readonly string[] = []
const BANNED = new Set(["util", "utils", "common", "helper", "helpers", "service", "services", "manager", "managers"])
// Where values of the outside world come in untyped. Everywhere else a type is shown, not asserted.
const BOUNDARIES =
  /\.test\.tsx?$|^(scripts|e2e|test|desk\/(test|simulate\/(store|planted))|engine\/(evaluate|bench))\/|^desk\/src\/server\/(database|http|mail)\/|^desk\/src\/web\/(api|http)(\/|\.ts$)|(^|\/)main\.tsx?$/

/** Names that are not kebab-case, or that say nothing. */
export function poorNames(path: string): readonly Violation[] {
  const parts = path.split("/").filter((part) => !part.startsWith(".") && !/^[A-Z]+(\.md)?$/.test(part))
  return parts.flatMap((part) => {
    const words = part.replace(/\..*$/, "").split("-")
    const vague = words.find((word) => BANNED.has(word.toLowerCase()))
    if (vague !== undefined) return [{ path, line: 1, reason: `"${vague}" says nothing; name it after what is inside` }]
    return /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(part) ? [] : [{ path, line: 1, reason: `${part} is not kebab-case` }]
  })
}

/** Files and functions that are too long. Tests are lists of sentences: only their files are measured. */
export function tooLong(source: Source): readonly Violation[] {
  if (GENERATED.includes(source.path)) return []
  const found: Violation[] = []
  const lines = linesIn(source.text.trimEnd())
  if (lines > LINES_MAX) found.push(violation(source, 0, `has ${lines} lines; at most ${LINES_MAX}`))
  if (/\.test\.tsx?$/.test(source.path)) return found
  const measure = (node: ESTree.Span) => {
    const length = linesIn(source.text.slice(node.start, node.end))
    if (length <= FUNCTION_LINES_MAX) return
    found.push(violation(source, node.start, `a function of ${length} lines; at most ${FUNCTION_LINES_MAX}`))
  }
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(source.program)
  return found
}

/** Parts of the language that we do without. */
export function unwantedSyntax(source: Source): readonly Violation[] {
  const found: Violation[] = []
  const say = (node: ESTree.Span, reason: string) => found.push(violation(source, node.start, reason))
  const isBoundary = BOUNDARIES.test(source.path)
  new Visitor({
    ExportDefaultDeclaration: (node) => {
      if (!source.path.endsWith(".config.ts")) say(node, "exports a default; a name can be found")
    },
    ExportAllDeclaration: (node) => {
      if (!/^[^/]+\/src\/index\.ts$/.test(source.path))
        say(node, "passes on everything of another file; import it from there")
    },
    TSEnumDeclaration: (node) => say(node, "declares an enum; a union of strings is erasable"),
    TSModuleDeclaration: (node) => {
      const isAmbient = node.declare === true || source.path.endsWith(".d.ts")
      if (!isAmbient) say(node, "declares a namespace; a file is one")
    },
    TSParameterProperty: (node) => say(node, "declares a parameter property; it is not erasable"),
    Decorator: (node) => say(node, "uses a decorator; it is not erasable"),
    TSAsExpression: (node) => {
      const isConst = source.text.slice(node.typeAnnotation.start, node.typeAnnotation.end) === "const"
      if (!isBoundary && !isConst) say(node, "asserts a type with `as`; outside of boundaries a type is shown")
    },
  }).visit(source.program)
  for (const { from, offset } of source.imports) {
    if (/^\.\.?\//.test(from) && !/\.[a-z0-9]+(\?[a-z]+)?$/.test(from)) {
      found.push(violation(source, offset, `imports ${from} without its ending`))
    }
  }
  return found
}

function linesIn(text: string): number {
  return text.split("\n").length
}
