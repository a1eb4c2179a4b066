const SLUG_LENGTH_MAX = 40 // characters; it is part of every address

/** First parts of addresses that are the desk's own. */
const RESERVED = new Set([
  "api",
  "assets",
  "calendar",
  "healthz",
  "join",
  "notice",
  "notices",
  "p",
  "set-up",
  "sign-in",
  "start",
])

/** A name as a part of addresses, with a number behind it when it is taken: "Old Mill & Sons" → old-mill-sons. */
export async function freeSlug(name: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  const stem = slugOf(name)
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? stem : `${stem}-${number}`
    if (!RESERVED.has(slug) && !(await isTaken(slug))) return slug
  }
}

function slugOf(name: string): string {
  const letters = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
  return letters.slice(0, SLUG_LENGTH_MAX).replaceAll(/^-+|-+$/g, "") || "desk"
}
