import { htmlText, looksLikeHtml } from "./html.ts"
import { markdownText } from "./markdown.ts"
import { through } from "./piece.ts"
import type { Piece, Traced } from "./piece.ts"
import type { Tree } from "./tree.ts"

/**
 * The texts of a JSON or YAML file. Macros (Zendesk, Chatwoot, Freshdesk, or a plain list of replies) are read as saved
 * replies; anything else as a policy, text by text.
 */
export function piecesOfTree(tree: Tree): readonly Piece[] {
  const macros = macroTexts(tree)
  if (macros.length > 0) return macros.map((value) => pieceOf(value, "mail"))
  return everyText(tree)
    .filter(isProse)
    .map((value) => pieceOf(value, "policy"))
}

/** A text of an export, which may be HTML, as a piece of its file. */
export function pieceOf(value: Traced, channel: "mail" | "policy"): Piece {
  const words = looksLikeHtml(value.text) ? htmlText(value.text) : markdownText(value.text)
  return {
    text: words.text,
    place: through(words.place, value.place),
    channel,
    author: channel === "mail" ? "saved-reply" : "member",
  }
}

/** Names of fields that hold what is sent, in the exports of desks. */
export const SENT =
  /^(?:content|content_html|body|html_body|body_html|plain_body|body_text|message|reply|response|template|text|answer|canned_response|comment_value(?:_html)?|macro_text|snippet)$/i
const NAMED = /^(?:title|name|short_?code|shortcut|macro|label|canned_response_id|subject|trigger)$/i

function macroTexts(tree: Tree): readonly Traced[] {
  if (tree.kind === "list" && tree.items.length > 0 && tree.items.every((item) => item.kind === "text"))
    return everyText(tree).filter(isProse)
  if (tree.kind === "list") return tree.items.flatMap(macroTexts)
  if (tree.kind !== "map") return []
  const sent = [
    ...actionTexts(tree.entries),
    ...(tree.entries.some(([key]) => NAMED.test(key)) ? sentTexts(tree.entries) : []),
  ]
  if (sent.length > 0) return sent
  return tree.entries.flatMap(([, value]) => (value.kind === "text" || isListOfTexts(value) ? [] : macroTexts(value)))
}

/** Zendesk: a macro's actions, of which those on a comment hold what is sent. */
function actionTexts(entries: readonly (readonly [string, Tree])[]): readonly Traced[] {
  const actions = entries.find(([key]) => key === "actions")?.[1]
  if (actions?.kind !== "list") return []
  return actions.items.flatMap((action) => {
    if (action.kind !== "map") return []
    const field = action.entries.find(([key]) => key === "field")?.[1]
    if (field?.kind !== "text" || !/^(?:comment|side_conversation|notification)/.test(field.value.text)) return []
    return action.entries.flatMap(([key, value]) => (key === "value" ? everyText(value).filter(isProse) : []))
  })
}

function sentTexts(entries: readonly (readonly [string, Tree])[]): readonly Traced[] {
  return entries.flatMap(([key, value]) => (SENT.test(key) ? everyText(value) : []))
}

function isListOfTexts(tree: Tree): boolean {
  return tree.kind === "list" && tree.items.every((item) => item.kind === "text")
}

export function everyText(tree: Tree): readonly Traced[] {
  if (tree.kind === "text") return [tree.value]
  if (tree.kind === "list") return tree.items.flatMap(everyText)
  return tree.kind === "map" ? tree.entries.flatMap(([, value]) => everyText(value)) : []
}

/** A sentence or more, not a key, a name or an address. */
function isProse({ text }: Traced): boolean {
  return text.trim().split(/\s+/).length >= 3
}
