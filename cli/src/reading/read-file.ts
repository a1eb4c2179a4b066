import { csvPieces } from "./csv.ts"
import { docxReading } from "./docx.ts"
import { htmlText } from "./html.ts"
import { piecesOfTree } from "./macros.ts"
import { mailPieces, mboxPieces } from "./mail-file.ts"
import { markdownText } from "./markdown.ts"
import type { Reading, Traced } from "./piece.ts"
import { jsonTree, yamlTrees } from "./tree.ts"

/** Endings of the files that a walk through folders picks up. */
export const READABLE = /\.(?:md|markdown|mdx|txt|text|html?|csv|tsv|json|jsonl|ndjson|ya?ml|eml|mbox|docx|pdf)$/i

/** The texts of a file, told apart by its ending. Never fails: what cannot be read says why. */
export function readFile(path: string, bytes: Buffer): Reading {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? "txt"
  try {
    return reading(ending, bytes)
  } catch (error) {
    return { unread: error instanceof Error ? error.message : String(error) }
  }
}

function reading(ending: string, bytes: Buffer): Reading {
  if (ending === "pdf") return { unread: "PDF is not read; save its text as .txt or .md" }
  if (ending === "docx") return docxReading(bytes)
  if (ending === "eml" || ending === "mbox") {
    const source = bytes.toString("latin1")
    return { source, pieces: ending === "eml" ? mailPieces(source) : mboxPieces(source) }
  }
  const source = bytes.toString("utf8")
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

function linesOf(source: string): readonly (readonly [number, number])[] {
  return [...source.matchAll(/[^\r\n]+/g)]
    .filter((match) => match[0].trim() !== "")
    .map((match) => [match.index, match.index + match[0].length] as const)
}
