/** Attachments and raw mail by SHA-256 digest. `put` has synced the content to disk before it returns. */
export type FileStore = {
  put(content: Uint8Array): Promise<string>
  /** As `put`, for many at once, which costs little more than for one. Gives the digests of those that were not there. */
  putAll(contents: readonly Uint8Array[]): Promise<readonly string[]>
  /** Which of these are not there in full. */
  missing(files: readonly { readonly digest: string; readonly size: number }[]): Promise<readonly string[]>
  /** Under which digest it would be kept. */
  digestOf(content: Uint8Array): string
  /** Null when there is no such file. */
  read(digest: string): Promise<Uint8Array | null>
  remove(digest: string): Promise<void>
}
