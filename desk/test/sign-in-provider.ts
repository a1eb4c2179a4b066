import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto"
import { type IncomingMessage, createServer } from "node:http"

/** An OpenID provider on loopback: authorization code with PKCE and nonce, ID tokens signed with RS256. */
export type SignInProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Who is signed in at the provider. */
  who: { sub: string; email: string; email_verified: boolean; name: string }
  /** Signs with a key that it does not publish. */
  forges: boolean
  readonly close: () => Promise<void>
}

type Code = { readonly nonce: string; readonly challenge: string; readonly redirectUri: string }

const CLIENT = { clientId: "the-desk", clientSecret: "a secret between the two" }

export async function startSignInProvider(): Promise<SignInProvider> {
  const [own, other] = [newKey(), newKey()]
  const codes = new Map<string, Code>()
  const server = createServer((request, response) => {
    void answer(request).then(({ status, headers, body }) => response.writeHead(status, headers).end(body))
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const address = server.address()
  const issuer = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`
  const provider: SignInProvider = {
    issuer,
    ...CLIENT,
    who: { sub: "1", email: "nobody@elsewhere.example", email_verified: true, name: "Nobody" },
    forges: false,
    close: () => new Promise((closed) => server.close(() => closed())),
  }

  async function answer(request: IncomingMessage) {
    const url = new URL(request.url ?? "/", issuer)
    if (url.pathname === "/.well-known/openid-configuration") return json(200, discovery(issuer))
    if (url.pathname === "/jwks") return json(200, { keys: [own.jwk] })
    if (url.pathname === "/authorize") return authorize(url.searchParams)
    if (url.pathname === "/token") return token(new URLSearchParams(await bodyOf(request)))
    return json(404, {})
  }

  function authorize(asked: URLSearchParams) {
    const code = randomBytes(16).toString("hex")
    const redirectUri = asked.get("redirect_uri") ?? ""
    codes.set(code, {
      nonce: asked.get("nonce") ?? "",
      challenge: asked.get("code_challenge") ?? "",
      redirectUri,
    })
    const back = new URL(redirectUri)
    back.searchParams.set("code", code)
    back.searchParams.set("state", asked.get("state") ?? "")
    return { status: 302, headers: { location: back.href }, body: "" }
  }

  function token(form: URLSearchParams) {
    const code = codes.get(form.get("code") ?? "")
    codes.delete(form.get("code") ?? "")
    const proof = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url")
    const isClient = form.get("client_id") === CLIENT.clientId && form.get("client_secret") === CLIENT.clientSecret
    if (code === undefined || !isClient || proof !== code.challenge || form.get("redirect_uri") !== code.redirectUri) {
      return json(400, { error: "invalid_grant" })
    }
    const now = Math.floor(Date.now() / 1000)
    const claims = { ...provider.who, iss: issuer, aud: CLIENT.clientId, iat: now, exp: now + 300, nonce: code.nonce }
    const idToken = signed(claims, provider.forges ? other : own)
    return json(200, { access_token: "an access token", token_type: "Bearer", expires_in: 300, id_token: idToken })
  }
  return provider
}

type Key = ReturnType<typeof newKey>

function newKey() {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
  return { privateKey, jwk: { ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" } }
}

function signed(claims: unknown, { privateKey }: Key): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")
  const head = `${part({ alg: "RS256", kid: "one", typ: "JWT" })}.${part(claims)}`
  return `${head}.${createSign("RSA-SHA256").update(head).sign(privateKey).toString("base64url")}`
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    id_token_signing_alg_values_supported: ["RS256"],
  }
}

function json(status: number, body: unknown) {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ""
  for await (const part of request) body += String(part)
  return body
}
