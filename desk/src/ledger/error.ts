export type MistakeCode = "invalid" | "not_found" | "conflict" | "forbidden"

/** A mistake that the caller can put right: the sentence says how. Everything else that is thrown is a bug. */
export class Mistake extends Error {
  readonly code: MistakeCode
  readonly fields: readonly { readonly path: string; readonly message: string }[]

  constructor(code: MistakeCode, sentence: string, fields: Mistake["fields"] = []) {
    super(sentence)
    this.name = "Mistake"
    this.code = code
    this.fields = fields
  }
}

export function notFound(what: string): Mistake {
  return new Mistake("not_found", `There is no such ${what} in this workspace.`)
}

export function conflict(sentence: string): Mistake {
  return new Mistake("conflict", sentence)
}

export function forbidden(sentence: string): Mistake {
  return new Mistake("forbidden", sentence)
}

export function invalid(sentence: string, path?: string): Mistake {
  return new Mistake("invalid", sentence, path === undefined ? [] : [{ path, message: sentence }])
}
