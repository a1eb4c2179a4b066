import { invalid } from "../../ledger/error.ts"
import type { Queries } from "../database/database.ts"
import { listMailAddresses } from "../database/mail-settings.ts"
import { type Signature, listSignatures, writeSignature } from "../database/signatures.ts"
import { auditDeskTexts } from "./audit-desk-texts.ts"
import { type Actor, type Desk, assertRole, commit } from "./desk.ts"

export type Signatures = {
  /** The caller's own. */
  readonly own: string
  readonly workspace: string
  readonly addresses: readonly { readonly address: string; readonly text: string }[]
}

/** What stands below the caller's messages, by address. */
export async function readSignatures({ database }: Desk, { workspaceId, by }: Actor): Promise<Signatures> {
  const all = await listSignatures(database, workspaceId)
  const addresses = await listMailAddresses(database, workspaceId)
  return {
    own: textAt(all, "member", by.id ?? ""),
    workspace: textAt(all, "workspace", ""),
    addresses: addresses.map((address) => ({ address, text: textAt(all, "address", address.toLowerCase()) })),
  }
}

/** A member writes their own; that of the workspace, or of one address of it, is an admin's. */
export async function changeSignature(
  desk: Desk,
  actor: Actor,
  {
    of,
    address,
    text,
  }: { readonly of: "own" | "workspace"; readonly address?: string | undefined; readonly text: string },
): Promise<void> {
  const { workspaceId, by } = actor
  if (of === "workspace") assertRole(actor, "admin")
  if (of === "own" && by.kind !== "member") throw invalid("An API key has no signature of its own.", "of")
  const clean = text.replace(/\r\n?/g, "\n").trim()
  await commit(desk, async (queries) => {
    await writeSignature(queries, workspaceId, { ...(await placeOf(queries, actor, { of, address })), text: clean })
    await auditDeskTexts(queries, desk, workspaceId)
  })
}

/** Whose signature it is. `invalid` for an address that is none of the workspace's. */
async function placeOf(
  queries: Queries,
  { workspaceId, by }: Actor,
  { of, address }: { readonly of: "own" | "workspace"; readonly address: string | undefined },
): Promise<Pick<Signature, "kind" | "key">> {
  if (of === "own") return { kind: "member", key: by.id ?? "" }
  if (address === undefined) return { kind: "workspace", key: "" }
  const ours = (await listMailAddresses(queries, workspaceId)).map((each) => each.toLowerCase())
  if (!ours.includes(address.toLowerCase())) {
    throw invalid(`${address} is none of this workspace's addresses.`, "address")
  }
  return { kind: "address", key: address.toLowerCase() }
}

/**
 * What is put below a member's message from this address: theirs, then the address's or else the workspace's. It is no part
 * of the review. Empty for a bot, and where the text ends with it already.
 */
export async function signatureFor(
  queries: Queries,
  { workspaceId, by }: Actor,
  { from, text }: { readonly from: string; readonly text: string },
): Promise<string> {
  if (by.kind !== "member") return ""
  const all = await listSignatures(queries, workspaceId)
  const common = textAt(all, "address", from.toLowerCase()) || textAt(all, "workspace", "")
  const signature = [textAt(all, "member", by.id), common].filter((part) => part !== "").join("\n")
  return signature === "" || text.trimEnd().endsWith(signature) ? "" : signature
}

function textAt(all: readonly Signature[], kind: Signature["kind"], key: string): string {
  return all.find((one) => one.kind === kind && one.key === key)?.text ?? ""
}
