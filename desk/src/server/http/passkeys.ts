import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server"
import { invalid } from "../../ledger/error.ts"
import {
  findPasskey,
  insertPasskey,
  keepChallenge,
  listCredentials,
  notePasskeyUse,
  takeChallenge,
} from "../database/identity-passkeys.ts"
import type { Desk } from "../verbs/desk.ts"
import type { SignedInUser } from "./identity.ts"

const CEREMONY_MINUTES = 5

/** JSON of the ceremony; the functions that read it check it. */
type Ceremony = Readonly<Record<string, unknown>>
type Asked = { readonly request: string; readonly options: Record<string, unknown> }

/** What a browser needs to make a passkey for the user. The authenticator must check who holds it: it is two factors in one. */
export async function askForPasskey(desk: Desk, user: SignedInUser): Promise<Asked> {
  const known = await listCredentials(desk.database, user.id)
  const options = await generateRegistrationOptions({
    rpName: "Aboveboard",
    rpID: hostOf(desk),
    userName: user.email,
    userDisplayName: user.name,
    userID: new TextEncoder().encode(user.id),
    attestationType: "none",
    excludeCredentials: known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  })
  return { request: await kept(desk, options.challenge, user.id), options: { ...options } }
}

/** Adds what the browser has made. `invalid` when it does not answer what was asked. */
export async function addPasskey(
  desk: Desk,
  user: SignedInUser,
  { request, name, response }: { request: string; name: string; response: Ceremony },
): Promise<void> {
  const asked = await takeChallenge(desk.database, request, desk.now().toString())
  if (asked?.userId !== user.id) throw tooLate()
  const verified = await verifyRegistrationResponse({
    response: response as unknown as RegistrationResponseJSON,
    expectedChallenge: asked.challenge,
    expectedOrigin: desk.publicUrl,
    expectedRPID: hostOf(desk),
    requireUserVerification: true,
  }).catch(() => null)
  if (verified?.verified !== true) throw invalid("This passkey does not answer what was asked. Try again.", "response")
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential
  const passkey = {
    id: desk.newId(),
    userId: user.id,
    name,
    credential: id,
    publicKey: Buffer.from(publicKey).toString("base64url"),
    counter,
    transports: transports ?? [],
  }
  const added = await insertPasskey(desk.database, passkey, desk.now().toString())
  if (!added) throw invalid("This passkey is known already.", "response")
}

/** What a browser needs to sign in with whichever passkey its user chooses. */
export async function askWho(desk: Desk): Promise<Asked> {
  const options = await generateAuthenticationOptions({ rpID: hostOf(desk), userVerification: "required" })
  return { request: await kept(desk, options.challenge, null), options: { ...options } }
}

/** Whose passkey answered; null when none of this desk did, or not what was asked. */
export async function whoAnswered(desk: Desk, request: string, response: Ceremony): Promise<string | null> {
  const now = desk.now().toString()
  const asked = await takeChallenge(desk.database, request, now)
  const passkey = typeof response["id"] === "string" ? await findPasskey(desk.database, response["id"]) : null
  if (asked === null || asked.userId !== null || passkey === null) return null
  const verified = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON,
    expectedChallenge: asked.challenge,
    expectedOrigin: desk.publicUrl,
    expectedRPID: hostOf(desk),
    requireUserVerification: true,
    credential: {
      id: passkey.credential,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
      counter: passkey.counter,
    },
  }).catch(() => null)
  if (verified?.verified !== true) return null
  await notePasskeyUse(desk.database, passkey.id, verified.authenticationInfo.newCounter, now)
  return passkey.userId
}

async function kept(desk: Desk, challenge: string, userId: string | null): Promise<string> {
  const request = desk.newSalt()
  const now = desk.now()
  const until = now.add({ minutes: CEREMONY_MINUTES }).toString()
  await keepChallenge(desk.database, request, { challenge, userId }, { at: now.toString(), until })
  return request
}

function hostOf({ publicUrl }: Desk): string {
  return new URL(publicUrl).hostname
}

function tooLate(): Error {
  return invalid("That took too long, or was asked for in another place. Begin again.", "request")
}
