export type Named = { readonly id: string; readonly name: string }

/**
 * Who is named with an @ in a note, in the order of the text: by the longest name that stands there, or by a first name that
 * only one of the team has. An @ inside a word, as in an address, names nobody.
 */
export function mentioned(text: string, team: readonly Named[]): readonly string[] {
  const names = namesOf(team)
  const reach = (names[0]?.name.length ?? 0) + 2 // and the character that ends it: a note may hold an @ thousands of times
  const found = [...text.matchAll(/(?<![\p{L}\p{N}._-])@/gu)].flatMap(({ index }) => {
    const rest = text.slice(index + 1, index + 1 + reach).toLocaleLowerCase("en")
    const named = names.find(({ name }) => rest.startsWith(name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length)))
    return named === undefined ? [] : [named.id]
  })
  return [...new Set(found)]
}

/** Full names, and first names that are one person's only; the longest first. */
function namesOf(team: readonly Named[]): readonly Named[] {
  const full = team.map(({ id, name }) => ({ id, name: name.toLocaleLowerCase("en") }))
  const first = full.map(({ id, name }) => ({ id, name: name.split(" ")[0] ?? name }))
  const own = first.filter(({ name }) => first.filter((other) => other.name === name).length === 1)
  return [...full, ...own].toSorted((one, other) => other.name.length - one.name.length)
}
