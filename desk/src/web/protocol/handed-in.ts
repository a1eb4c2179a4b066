export const SIZE_MAX = 700_000 // bytes; in base64 that is what a call takes

/** A file or a text that somebody hands in. */
export type HandedIn = {
  readonly text: string
  readonly base64: string | null
  readonly fileName: string | null
  /** Where it lies, instead of a text. */
  readonly url: string
}

export const NOTHING: HandedIn = { text: "", base64: null, fileName: null, url: "" }

/** Word and PDF go as they are; everything else is text that can be looked at before. */
export async function readHandedIn(file: File): Promise<HandedIn> {
  if (!/\.(?:docx|pdf)$/i.test(file.name))
    return { text: await file.text(), base64: null, fileName: file.name, url: "" }
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { text: "", base64: base64Of(bytes), fileName: file.name, url: "" }
}

/** The address as the call takes it; null while there is none. */
export function addressOf({ url, text, base64 }: HandedIn): string | null {
  if (base64 !== null || text.trim() !== "") return null
  const given = url.trim()
  const full = /^https?:\/\//i.test(given) ? given : `https://${given}`
  return given !== "" && URL.canParse(full) ? full : null
}

/** What the call takes; null while there is nothing. */
export function contentOf({ text, base64 }: HandedIn): { text: string } | { base64: string } | null {
  if (base64 !== null) return { base64 }
  return text.trim() === "" ? null : { text }
}

const CHUNK = 32_768 // arguments of one call

function base64Of(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)))
  return btoa(parts.join(""))
}
