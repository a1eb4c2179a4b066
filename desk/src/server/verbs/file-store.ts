/** Attachments and raw mail by SHA-256 digest. `put` has synced the content to disk before it returns. */
export type FileStore = {
  put(content: Uint8Array): Promise<string>
  /** Null when there is no such file. */
  read(digest: string): Promise<Uint8Array | null>
  remove(digest: string): Promise<void>
}
