/** A boundary: what browsers call a passkey, as the desk's JSON. Throws `PasskeyGivenUp` when no passkey came of it. */

export type Ceremony = Readonly<Record<string, unknown>>

/** Cancelled, timed out, or not possible here; browsers do not say which. */
export class PasskeyGivenUp extends Error {
  constructor() {
    super("no passkey was given")
    this.name = "PasskeyGivenUp"
  }
}

export function canUsePasskeys(): boolean {
  return typeof PublicKeyCredential === "function" && "parseCreationOptionsFromJSON" in PublicKeyCredential
}

/** Lets the browser make a passkey. */
export function makePasskey(options: Ceremony): Promise<Ceremony> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  )
  return answerOf(() => navigator.credentials.create({ publicKey }))
}

/** Lets the browser's user choose a passkey and show that it is theirs. */
export function showPasskey(options: Ceremony): Promise<Ceremony> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  )
  return answerOf(() => navigator.credentials.get({ publicKey }))
}

async function answerOf(ask: () => Promise<Credential | null>): Promise<Ceremony> {
  const credential = await ask().catch(() => null)
  if (!(credential instanceof PublicKeyCredential)) throw new PasskeyGivenUp()
  return credential.toJSON() as unknown as Ceremony
}
