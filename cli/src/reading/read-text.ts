import { csvPieces } from "./csv.ts"
import { docxReading } from "./docx.ts"
import { htmlText } from "./html.ts"
import { piecesOfTree } from "./macros.ts"
import { mailPieces, mboxPieces } from "./mail-file.ts"
import { markdownText } from "./markdown.ts"
import type { Reading, Traced } from "./piece.ts"
import { jsonTree, yamlTrees } from "./tree.ts"

/** The texts of a file of any kind but PDF. Fails with a sentence where it is not what its ending says. */
export function readText(ending: string, bytes: Buffer): Reading {
  if (ending === "docx") return docxReading(bytes)
  if (ending === "eml" || ending === "mbox") {
    const source = bytes.toString("latin1")
    return { source, pieces: ending === "eml" ? mailPieces(source) : mboxPieces(source) }
  }
  const source = decoded(bytes)
  if (source.includes("\u0000")) return { unread: "not a text file" }
  if (ending === "json")
    return { source, pieces: piecesOfTree(jsonTree(source, source.charCodeAt(0) === 0xfeff ? 1 : 0)) }
  if (ending === "jsonl" || ending === "ndjson")
    return { source, pieces: linesOf(source).flatMap(([from, to]) => piecesOfTree(jsonTree(source, from, to))) }
  if (ending === "yaml" || ending === "yml") return { source, pieces: yamlTrees(source).flatMap(piecesOfTree) }
  if (ending === "csv" || ending === "tsv") return { source, pieces: csvPieces(source) }
  const words: Traced = ending === "html" || ending === "htm" ? htmlText(source) : markdownText(source)
  return { source, pieces: [{ ...words, channel: "policy", author: "member" }] }
}

/** UTF-8, unless the file begins with the mark of UTF-16, as Windows writes it. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes)
  return bytes.toString("utf8")
}

function linesOf(source: string): readonly (readonly [number, number])[] {
  return [...source.matchAll(/[^\r\n]+/g)]
    .filter((match) => match[0].trim() !== "")
    .map((match) => [match.index, match.index + match[0].length] as const)
}
