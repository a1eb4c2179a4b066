import type { Desk } from "./desk.ts"

const TOKEN_LENGTH = 20 // hex digits; 80 bits that nobody outside can make

const OURS = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-f]{20})@/

/** The Message-ID (without angle brackets) of a message that we send from `address`: names it, and proves that we did. */
export function mailIdOf(desk: Desk, messageId: string, address: string): string {
  return `${messageId}.${tokenOf(desk, messageId)}@${address.split("@").at(-1) ?? "localhost"}`
}

/** The message that a Message-ID of ours names; null when we did not make it. */
export function messageIdOf(desk: Desk, mailId: string): string | null {
  const [, messageId = "", token = ""] = OURS.exec(mailId) ?? []
  return messageId !== "" && token === tokenOf(desk, messageId) ? messageId : null
}

function tokenOf(desk: Desk, messageId: string): string {
  return desk.sign(`mail-id ${messageId}`).slice(0, TOKEN_LENGTH)
}
