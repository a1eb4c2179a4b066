import type { z } from "zod"
import type { mailSettings, writeMailSettings } from "../../contract/mail-settings.ts"
import { mailAddress } from "../../contract/values.ts"
import { isWholeNumber } from "./whole-number.ts"

export type Security = "tls" | "starttls" | "none"

/** The mail settings while they are being edited: everything is text. */
export type MailDraft = {
  readonly addresses: string
  readonly fromName: string
  readonly hasServer: boolean
  readonly host: string
  readonly port: string
  readonly security: Security
  readonly username: string
  readonly password: string
}

export const USUAL_PORT: Readonly<Record<Security, string>> = { tls: "465", starttls: "587", none: "25" }

export function draftOf(settings: z.output<typeof mailSettings>): MailDraft {
  const { server } = settings
  return {
    addresses: settings.addresses.join("\n"),
    fromName: settings.fromName,
    hasServer: server !== null,
    host: server?.host ?? "",
    port: String(server?.port ?? USUAL_PORT.starttls),
    security: server?.security ?? "starttls",
    username: server?.username ?? "",
    password: "",
  }
}

export function addressesIn(draft: MailDraft): string[] {
  return draft.addresses
    .split(/[\s,;]+/)
    .map((each) => each.trim())
    .filter((each) => each !== "")
}

/** The first that is no mail address, if any. */
export function badAddressIn(draft: MailDraft): string | null {
  return addressesIn(draft).find((each) => !mailAddress.safeParse(each).success) ?? null
}

export function isPort(text: string): boolean {
  return isWholeNumber(text, { min: 1, max: 65_535 })
}

export function isServerGood(draft: MailDraft): boolean {
  return draft.host.trim() !== "" && isPort(draft.port)
}

/** As the API takes it; an empty password keeps the one on file. */
export function serverOf(draft: MailDraft) {
  const username = draft.username.trim()
  return {
    host: draft.host.trim(),
    port: Number(draft.port),
    security: draft.security,
    username: username === "" ? null : username,
    ...(draft.password === "" ? {} : { password: draft.password }),
  }
}

export function bodyOf(draft: MailDraft): z.input<typeof writeMailSettings.body> {
  return {
    addresses: addressesIn(draft),
    fromName: draft.fromName.trim(),
    server: draft.hasServer ? serverOf(draft) : null,
  }
}
