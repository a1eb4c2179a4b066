import { getDocumentProxy } from "unpdf"
import { linesOfPage } from "./pdf-lines.ts"

const PAGES_MAX = 2_000

/** The text of a PDF, page by page. Fails with a sentence where it is none. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(bytes)
  const pages: string[] = []
  for (let number = 1; number <= Math.min(pdf.numPages, PAGES_MAX); number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(linesOfPage(items.flatMap((item) => ("str" in item ? [item] : []))))
  }
  return pages.join("\n")
}
