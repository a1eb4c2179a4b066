/** What the desk says to the thread with the embedded database. `wire`: bytes of PostgreSQL's protocol. */
export type ToWorker = { readonly kind: "wire"; readonly bytes: Uint8Array } | { readonly kind: "close" }

/**
 * What the thread says. First one of `ready`, `made` (it has made the database, and ends; start another) and `failed`;
 * then exactly one `wire` for each that it was sent.
 */
export type FromWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "made" }
  | { readonly kind: "failed"; readonly sentence: string }
  | { readonly kind: "wire"; readonly bytes: Uint8Array }
