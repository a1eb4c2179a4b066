export type LookAlike = "other-address" | "mixed-scripts" | "our-name"

/**
 * What is odd about the name that a sender gives themselves: it shows another address than theirs, mixes alphabets within a
 * word as look-alikes do, or is one of ours although the address is not. Null when nothing is. A remark, never a judgement.
 */
export function lookAlikeOf(
  from: { readonly name: string; readonly address: string },
  ours: readonly string[],
): LookAlike | null {
  const shown = /[^\s<>"'(),;:@]+@[^\s<>"'(),;:@]+\.[^\s<>"'(),;:@]+/.exec(from.name)?.[0]
  if (shown !== undefined && shown.toLowerCase() !== from.address.toLowerCase()) return "other-address"
  if ([from.name, from.address].some((text) => text.split(/[\s@.-]+/).some(isMixed))) return "mixed-scripts"
  const name = plain(from.name)
  return name !== "" && ours.some((one) => plain(one) === name) ? "our-name" : null
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
]

function isMixed(word: string): boolean {
  return SCRIPTS.filter((script) => script.test(word)).length > 1
}

function plain(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}
