export type Missing<Name extends string> = Readonly<Partial<Record<Name, string>>>

export const ZONES: readonly string[] = Intl.supportedValuesOf("timeZone")

/** Whether the browser knows the zone, under any of its names. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== ""
  } catch {
    return false
  }
}
