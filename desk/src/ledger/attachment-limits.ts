/** A mail with 18 MB of files has 25 MB on its way, which most servers take. */
export const ATTACHMENTS_SIZE_MAX = 18_000_000 // bytes, of all files of one message
export const ATTACHMENTS_MAX = 20 // files of one message; more are easier to read as one zip file

/** "840 B", "12 kB", "3.4 MB" */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes}\u00a0B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)}\u00a0kB`
  return `${(Math.ceil(bytes / 100_000) / 10).toFixed(1)}\u00a0MB`
}
