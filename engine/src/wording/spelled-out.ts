/** "[in/by] the [spring/fall]" is four phrases. */
export function spelledOut(phrase: string): readonly string[] {
  if (!phrase.includes("[")) return [phrase]
  const [choice, choices] = /\[(.+?)\]/.exec(phrase) ?? []
  if (choice === undefined || choices === undefined) return [phrase]
  return choices.split("/").flatMap((word) => spelledOut(phrase.replace(choice, word)))
}
