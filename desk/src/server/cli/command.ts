/** What the operator asked for. */
export type Command =
  | { readonly kind: "backup"; readonly file: string }
  | { readonly kind: "restore"; readonly file: string }
  | { readonly kind: "verify"; readonly checkpoint: string | null }
  | { readonly kind: "checkpoint"; readonly file: string }
  | { readonly kind: "import"; readonly file: string; readonly workspace: string | null }
  | { readonly kind: "reset-password"; readonly email: string }
  | { readonly kind: "reset-second-factor"; readonly email: string }
  | { readonly kind: "verify-report"; readonly file: string; readonly checkpoint: string | null }
  | { readonly kind: "help" }

export const USAGE = `aboveboard-desk start                  run the desk
aboveboard-desk backup FILE            write everything but the desk's key into one archive
aboveboard-desk restore FILE           fill an empty desk from such an archive
aboveboard-desk verify                 recompute the ledger and say what does not hold
aboveboard-desk verify --checkpoint FILE   compare it with a checkpoint that was held elsewhere, too
aboveboard-desk verify-report FILE     check a published trust report (JSON) by itself; needs no desk
aboveboard-desk verify-report FILE --checkpoint FILE   against a checkpoint that you hold, too
aboveboard-desk checkpoint FILE        write the newest daily checkpoint to a file, to hold elsewhere
aboveboard-desk import FILE            take in old mail (.mbox), customers (.csv) or the tickets of Zendesk and
                                       Freshdesk (.json); stopped in the middle, it goes on when run again
aboveboard-desk import FILE --workspace SLUG   into this workspace, where there are several
aboveboard-desk reset-password EMAIL   give somebody a new password
aboveboard-desk reset-second-factor EMAIL   ask somebody for no code any more, and forget their passkeys

All read the same environment as the desk; docs/configuration.md lists it. With the embedded database,
stop the desk before all but start.`

/** Null when it is none of our commands. */
export function commandOf(parameters: readonly string[]): Command | null {
  const [kind, value, ...more] = parameters
  const [file, ...others] = more
  if (kind === "verify" && value === "--checkpoint" && file !== undefined && others.length === 0)
    return { kind, checkpoint: file }
  if (kind === "verify-report" && value !== undefined) return reportOf(value, more)
  if (kind === "import" && value !== undefined) return importOf(value, more)
  if (more.length > 0) return null
  if (value === undefined) {
    if (kind === undefined || kind === "help" || kind === "--help" || kind === "-h") return { kind: "help" }
    return kind === "verify" ? { kind, checkpoint: null } : null
  }
  if (kind === "backup" || kind === "restore" || kind === "checkpoint") return { kind, file: value }
  return kind === "reset-password" || kind === "reset-second-factor" ? { kind, email: value } : null
}

function importOf(file: string, [option, slug, ...more]: readonly string[]): Command | null {
  if (option === undefined) return { kind: "import", file, workspace: null }
  return option === "--workspace" && slug !== undefined && more.length === 0
    ? { kind: "import", file, workspace: slug }
    : null
}

function reportOf(file: string, [option, checkpoint, ...more]: readonly string[]): Command | null {
  if (option === undefined) return { kind: "verify-report", file, checkpoint: null }
  return option === "--checkpoint" && checkpoint !== undefined && more.length === 0
    ? { kind: "verify-report", file, checkpoint }
    : null
}
