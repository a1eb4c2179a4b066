/** Attachments and raw mail by SHA-256 digest. `put` has synced the content to disk before it returns. */
export type FileStore = {
  put(content: Uint8Array): Promise<string>
  /** As `put`, for many at once, which costs little more than for one. */
  putAll(contents: readonly Uint8Array[]): Promise<void>
  /** Under which digest it would be kept. */
  digestOf(content: Uint8Array): string
  /** Null when there is no such file. */
  read(digest: string): Promise<Uint8Array | null>
  remove(digest: string): Promise<void>
}
