/** The beginning of a name that is being typed after an @: where it begins, and what is there of it. Null elsewhere. */
export function mentionAt(text: string, caret: number): { readonly start: number; readonly typed: string } | null {
  const found = /(?<![\p{L}\p{N}._-])@([^\n@]{0,40})$/u.exec(text.slice(0, caret))
  return found === null ? null : { start: found.index, typed: (found[1] ?? "").toLocaleLowerCase("en") }
}

/** Those of the team whose name, or a part of it, begins so; all of them right after the @. */
export function namesFor<Member extends { readonly name: string }>(
  team: readonly Member[],
  typed: string,
): readonly Member[] {
  return team.filter(({ name }) => {
    const lower = name.toLocaleLowerCase("en")
    return lower.startsWith(typed) || (typed !== "" && lower.split(" ").some((part) => part.startsWith(typed)))
  })
}
