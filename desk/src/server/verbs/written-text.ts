import { inPlain, plainOf } from "../../ledger/markup/plain.ts"
import type { FileRow } from "../database/files.ts"
import { htmlOf, htmlOfText, picturesIn } from "../../ledger/markup/html.ts"
import type { SendInput } from "./send.ts"

/** A message as it is reviewed, recorded and sent: what was typed, without its marks, and what they say as HTML. */
export type WrittenText = {
  readonly input: SendInput
  /** Null when plain text says it all. `ending`: what is put below, such as a signature. */
  readonly html: (ending: string) => string | null
  /** Ids of attachments that stand as pictures in the text. */
  readonly pictures: readonly string[]
}

/** Reads the marks of a text that has them. Places of promises are moved to the plain text, which is all that the review sees. */
export function writtenText(input: SendInput): WrittenText {
  if (input.format !== "markdown") return { input, html: () => null, pictures: [] }
  const source = input.text
  const plain = plainOf(source)
  const pictures = picturesIn(source).filter((id) => input.attachments?.includes(id) === true)
  const marked = htmlOf(source, (id) => (pictures.includes(id) ? `cid:${contentIdOf(id)}` : null))
  return {
    pictures,
    html: (ending) => (marked === null ? null : ending === "" ? marked : `${marked}\n${htmlOfText(ending)}`),
    input: {
      ...input,
      text: plain.text,
      promises: input.promises.map((one) => ({ ...inPlain(one, plain), words: plainOf(one.words).text })),
      notPromises: input.notPromises?.map((one) => inPlain(one, plain)),
    },
  }
}

/** Pictures in the text are named by it; the others lie beside the text. */
export function withContentIds(
  files: readonly (FileRow & { readonly id: string })[],
  pictures: readonly string[],
): readonly FileRow[] {
  return files.map((file) => ({ ...file, contentId: pictures.includes(file.id) ? contentIdOf(file.id) : null }))
}

function contentIdOf(attachmentId: string): string {
  return `${attachmentId}@picture`
}
