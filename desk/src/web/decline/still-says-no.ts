import type { DeclineInput } from "./use-decline.ts"

/** Whether anything of a no that was put into the draft is still in it; a message that says something else is recorded as no no. */
export function stillSaysNo(text: string, { refused, reason, alternative }: DeclineInput): boolean {
  const written = comparable(text)
  return [refused, reason, alternative ?? ""].map(comparable).some((part) => part !== "" && written.includes(part))
}

/** The letter that begins it and the full stop that ends it are the sentence's. */
function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[.!?]+ *$/, "")
    .trim()
}
