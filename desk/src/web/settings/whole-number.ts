/** Whether somebody typed a whole number within these limits, and nothing beside it. */
export function isWholeNumber(
  text: string,
  { min = 0, max }: { readonly min?: number; readonly max: number },
): boolean {
  return /^\d{1,6}$/.test(text) && Number(text) >= min && Number(text) <= max
}
