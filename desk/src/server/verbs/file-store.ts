/** What lies on disk before it is kept, because it is too large to be held in memory. */
export type Spooled = { readonly path: string; readonly digest: string; readonly size: number }

export type Content = Uint8Array | Spooled

/** A folder of the store's for one mail while it is taken in. Whoever opened it removes it, with all that is in it. */
export type Spool = { readonly folder: string; readonly remove: () => Promise<void> }

/** Attachments and raw mail by SHA-256 digest. `put` has synced the content to disk before it returns. */
export type FileStore = {
  /** What lies in a spool stays there too, so that it can be put again. */
  put(content: Content): Promise<string>
  /** As `put`, for many at once, which costs little more than for one. Gives the digests of those that were not there. */
  putAll(contents: readonly Content[]): Promise<readonly string[]>
  openSpool(): Promise<Spool>
  /** Which of these are not there in full. */
  missing(files: readonly { readonly digest: string; readonly size: number }[]): Promise<readonly string[]>
  /** Under which digest it would be kept. */
  digestOf(content: Content): string
  /** Null when there is no such file. */
  read(digest: string): Promise<Uint8Array | null>
  remove(digest: string): Promise<void>
}

export function sizeOf(content: Content): number {
  return content instanceof Uint8Array ? content.length : content.size
}
