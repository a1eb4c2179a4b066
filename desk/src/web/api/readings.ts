/** By workspace: the changes after this number may be missing in something that was read. The least of all. */
const leasts = new Map<string, number>()
const listeners = new Map<string, () => void>()

/** Notes the number that came with something that was read. */
export function noteReading(slug: string, until: number): void {
  const before = leasts.get(slug)
  if (before !== undefined && before <= until) return
  leasts.set(slug, until)
  if (before !== undefined) listeners.get(slug)?.()
}

/** From which number on a page has to hear of changes; undefined when nothing was read yet. */
export function hearFrom(slug: string): number | undefined {
  return leasts.get(slug)
}

/** Calls back when an answer comes that was read before all the others. The answer: an end to that. */
export function onOlderReading(slug: string, told: () => void): () => void {
  listeners.set(slug, told)
  return () => void listeners.delete(slug)
}
