import { parentPort, workerData } from "node:worker_threads"
import { getDocumentProxy } from "unpdf"
import { linesOfPage } from "./pdf-lines.ts"

const PAGES_MAX = 2_000

/** Reads the text of one PDF, in a thread of its own, which the caller ends when it takes too long. */
async function answer(bytes: unknown): Promise<string> {
  if (!(bytes instanceof Uint8Array)) throw new Error("no PDF was given")
  const pdf = await getDocumentProxy(bytes)
  const pages: string[] = []
  for (let number = 1; number <= Math.min(pdf.numPages, PAGES_MAX); number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(linesOfPage(items.flatMap((item) => ("str" in item ? [item] : []))))
  }
  return pages.join("\n")
}

answer(workerData).then(
  (text) => parentPort?.postMessage({ text }),
  (error: unknown) => parentPort?.postMessage({ unread: error instanceof Error ? error.message : String(error) }),
)
