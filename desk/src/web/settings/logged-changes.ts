export type LoggedChange = { readonly name: string; readonly from: string | null; readonly to: string }

type Values = Readonly<Record<string, unknown>>

/** What a line of the log says was changed, setting by setting: of a group of settings only those that differ. */
export function loggedChanges(before: Values, after: Values, nothing: string): readonly LoggedChange[] {
  return Object.keys(after).flatMap((name) =>
    changesOf(nameOf(name), before[name], after[name], name in before, nothing),
  )
}

function changesOf(
  name: string,
  from: unknown,
  to: unknown,
  hadOne: boolean,
  nothing: string,
): readonly LoggedChange[] {
  if (!isGroup(to)) return [{ name, from: hadOne ? shown(from, nothing) : null, to: shown(to, nothing) }]
  const was = isGroup(from) ? from : {}
  const names = [...new Set([...Object.keys(was), ...Object.keys(to)])]
  return names
    .filter((each) => !hadOne || JSON.stringify(was[each]) !== JSON.stringify(to[each]))
    .flatMap((each) => changesOf(`${name}, ${nameOf(each)}`, was[each], to[each], hadOne && each in was, nothing))
}

function isGroup(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** The setting's own name in the API, as words: what an admin finds in the CSV too. */
function nameOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function shown(value: unknown, nothing: string): string {
  if (value === null || value === undefined || value === "") return nothing
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return value.join(", ") || nothing
  return typeof value === "string" ? value : JSON.stringify(value)
}
