import { parentPort, workerData } from "node:worker_threads"
import type { Aside } from "./aside.ts"
import { readText } from "./read-text.ts"

/** Reads one document, in a thread of its own, which the caller ends when it takes too long. */
async function answer(given: unknown): Promise<Aside> {
  if (!isDocument(given)) throw new Error("no document was given")
  const { ending, bytes } = given
  if (ending === "pdf") {
    const { textOfPdf } = await import("./pdf-text.ts") // its reader is large, and few documents need it
    const text = await textOfPdf(bytes)
    return { source: text, texts: [text] }
  }
  const reading = readText(ending, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return "unread" in reading ? reading : { source: reading.source, texts: reading.pieces.map(({ text }) => text) }
}

function isDocument(given: unknown): given is { readonly ending: string; readonly bytes: Uint8Array } {
  return typeof given === "object" && given !== null && "bytes" in given && given.bytes instanceof Uint8Array
}

answer(workerData).then(
  (read) => parentPort?.postMessage(read),
  (error: unknown) => parentPort?.postMessage({ unread: error instanceof Error ? error.message : String(error) }),
)
