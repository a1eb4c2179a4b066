import type { PromiseKind } from "../review-format.ts"
import type { Undertaker } from "./undertaking.ts"

/** An undertaking without "will": word indexes of who and of the deed. */
export type ShortForm = {
  readonly actor: Undertaker
  readonly kind: PromiseKind
  readonly subject: { readonly from: number; readonly to: number }
  readonly verbAt: number
  readonly verb: string
  /** The words that made it likely, where no rule knows the form. */
  readonly signs?: readonly string[]
}

/** A short form that is owed later; `from`-`to` is who, empty when left out. */
export function shortForm(actor: Undertaker, verb: string, verbAt: number, from = verbAt, to = verbAt): ShortForm {
  return { actor, kind: "later", subject: { from, to }, verbAt, verb }
}
