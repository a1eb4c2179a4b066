type Listed = {
  readonly deeds: readonly unknown[]
  readonly places: readonly unknown[]
  readonly items: readonly { readonly kind: string }[]
  readonly isLoading: boolean
  /** Null where what there is could be looked up. */
  readonly error: unknown
}

/**
 * What Enter does in the field: it waits for what is being looked for, and then takes the first line. Where that would do something
 * and a customer of that name was found, or may be, it only leads to the line: going to the wrong place costs nothing, a deed may.
 */
export function onEnter(
  typed: string,
  { deeds, places, items, isLoading, error }: Listed,
): "nothing" | "wait" | "point" | "take" {
  if (typed.trim() === "") return "nothing"
  if (isLoading) return "wait"
  if (deeds.length + places.length + items.length === 0) return "nothing"
  const mayMeanSomebody = error !== null || items.some(({ kind }) => kind === "customer")
  return deeds.length > 0 && mayMeanSomebody ? "point" : "take"
}
