/** What the operator asked for. */
export type Command =
  | { readonly kind: "backup"; readonly file: string }
  | { readonly kind: "restore"; readonly file: string }
  | { readonly kind: "verify" }
  | { readonly kind: "reset-password"; readonly email: string }
  | { readonly kind: "help" }

export const USAGE = `aboveboard-desk start                  run the desk
aboveboard-desk backup FILE            write everything but the desk's key into one archive
aboveboard-desk restore FILE           fill an empty desk from such an archive
aboveboard-desk verify                 recompute the ledger and say what does not hold
aboveboard-desk reset-password EMAIL   give somebody a new password

All read the same environment as the desk; docs/configuration.md lists it. With the embedded database,
stop the desk before backup, restore, verify and reset-password.`

/** Null when it is none of our commands. */
export function commandOf(parameters: readonly string[]): Command | null {
  const [kind, value, ...more] = parameters
  if (more.length > 0) return null
  if (value === undefined) {
    if (kind === undefined || kind === "help" || kind === "--help" || kind === "-h") return { kind: "help" }
    return kind === "verify" ? { kind } : null
  }
  if (kind === "backup" || kind === "restore") return { kind, file: value }
  return kind === "reset-password" ? { kind, email: value } : null
}
