import { type Source, type Violation, violation } from "./source.ts"

/**
 * Routes for leads and admins whose verbs do not ask for the role themselves: another door to the same verb would let everybody
 * in. A handler that calls no verb only reads, and the route's own role is asked for by `serveMember`.
 */
export function rolesLeftToTheDoor(sources: readonly Source[]): readonly Violation[] {
  const routes = new Set(sources.filter(isOf("contract")).flatMap(({ text }) => namesOf(text, LEADS_OR_ADMINS)))
  const verbs = new Set(sources.filter(isOf("server/verbs")).flatMap(({ text }) => verbsThatAsk(text)))
  return sources.filter(isOf("server/http")).flatMap((source) => {
    const imported = new Set(namesOf(source.text, IMPORTED).flatMap((names) => names.split(/[\s,]+/)))
    return [...source.text.matchAll(SERVED)].flatMap(({ index, 1: route = "", 2: handler = "" }) => {
      if (!routes.has(route)) return []
      const called = namesOf(handler, CALLED).filter((name) => imported.has(name) || handler.includes(`.${name}(`))
      const asks = called.length === 0 || called.some((name) => verbs.has(name))
      return asks ? [] : [violation(source, index, `serves ${route} with ${called.join(", ")}, which asks for no role`)]
    })
  })
}

const LEADS_OR_ADMINS = /export const (\w+) = route\(\{(?:(?!\n\}\))[^])*?caller: "(?:lead|admin)"/g
const IMPORTED = /import \{([^}]*)\} from "\.\.\/verbs\//g
const SERVED = /serveMember\(\s*door,\s*(?:\w+\.)?(\w+),((?:(?!serveMember\()[^])*)/g
const CALLED = /(?:\bverbs\.|\bdocuments\.|[^.\w])(\w+)\(\s*(?:desk|within)\b/g
const FUNCTION = /\n(?:export )?(?:async )?function (\w+)[^]*?\n\}/g

/** Those that say `assertRole`, or call a function of the same file that does. */
function verbsThatAsk(text: string): readonly string[] {
  const bodies = [...`\n${text}`.matchAll(FUNCTION)].map(([body, name = ""]) => ({ name, body }))
  const asking = bodies.filter(({ body }) => body.includes("assertRole(")).map(({ name }) => name)
  const asks = (body: string) => asking.some((name) => body.includes(`${name}(`) || body.includes(`${name}<`))
  return bodies.filter(({ body }) => body.includes("assertRole(") || asks(body)).map(({ name }) => name)
}

function isOf(folder: string): (source: Source) => boolean {
  return ({ path }) => path.startsWith(`desk/src/${folder}/`) && !path.includes(".test.")
}

function namesOf(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? [])
}
