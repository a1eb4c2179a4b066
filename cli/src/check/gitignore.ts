/** Whether a path below the folder of a .gitignore is ignored by it; null when it says nothing. Paths have slashes. */
export type Ignores = (path: string, isFolder: boolean) => boolean | null

/** Reads a .gitignore: later lines win, "!" takes back, a slash at the end means folders only. */
export function ignoresOf(text: string): Ignores {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith("#"))
  const rules = lines.map((line) => {
    const pattern = line.trimEnd().replace(/^!/, "").replace(/\/$/, "")
    return {
      ignores: !line.startsWith("!"),
      foldersOnly: line.trimEnd().endsWith("/"),
      matches: globOf(pattern.includes("/") ? pattern.replace(/^\//, "") : `**/${pattern}`),
    }
  })
  return (path, isFolder) => {
    const last = rules.findLast(({ foldersOnly, matches }) => (isFolder || !foldersOnly) && matches(path))
    return last === undefined ? null : last.ignores
  }
}

/** A glob as Git and editors know it: "*" and "?" within a name, "**" across folders, "{a,b}", "[a-z]". */
export function globOf(glob: string): (path: string) => boolean {
  const source = glob.replace(/\*\*\/|\*\*|\*|\?|\[[^\]]*\]|\{[^}]*\}|[\\^$.|+()]/g, (part) => {
    if (part === "**/") return "(?:[^/]+/)*"
    if (part === "**") return ".*"
    if (part === "*") return "[^/]*"
    if (part === "?") return "[^/]"
    if (part.startsWith("[")) return part.replace("[!", "[^")
    if (part.startsWith("{"))
      return `(?:${part
        .slice(1, -1)
        .split(",")
        .map((each) => each.replace(/[\\^$.|+()*?]/g, "\\$&"))
        .join("|")})`
    return `\\${part}`
  })
  const pattern = new RegExp(`^${source}$`)
  return (path) => pattern.test(path)
}
