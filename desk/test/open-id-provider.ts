import { createServer } from "node:http"

/** An OpenID provider on loopback that gives access tokens for refresh tokens, and tells dovecot whose they are. */
export type OpenIdProvider = {
  readonly tokenUrl: string
  readonly tokenInfoUrl: string
  /** What was asked of it, as forms. */
  readonly asked: Record<string, string>[]
  /** Takes all access tokens back, as a password change does. */
  readonly revokeAll: () => void
  readonly close: () => Promise<void>
}

/** `refreshToken` is good once; each answer holds the next. `email` is whose account it opens. */
export async function startOpenIdProvider(email: () => string, refreshToken: string): Promise<OpenIdProvider> {
  let current = refreshToken
  let count = 0
  const live = new Set<string>()
  const asked: Record<string, string>[] = []
  const server = createServer((request, response) => {
    const say = (status: number, body: unknown) => {
      response.writeHead(status, { "content-type": "application/json" })
      response.end(JSON.stringify(body))
    }
    const url = new URL(request.url ?? "/", "http://127.0.0.1")
    if (url.pathname === "/tokeninfo") {
      const isLive = live.has(url.searchParams.get("access_token") ?? "")
      return isLive ? say(200, { email: email(), active: true }) : say(401, { error: "invalid_token" })
    }
    let form = ""
    request.on("data", (chunk) => (form += String(chunk)))
    request.on("end", () => {
      const fields = Object.fromEntries(new URLSearchParams(form))
      asked.push(fields)
      if (fields["grant_type"] !== "refresh_token" || fields["refresh_token"] !== current) {
        return say(400, { error: "invalid_grant", error_description: "The refresh token is not valid." })
      }
      count += 1
      const token = `access-${count}`
      live.add(token)
      current = `refresh-${count}`
      say(200, { access_token: token, token_type: "Bearer", expires_in: 3600, refresh_token: current })
    })
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`
  return {
    tokenUrl: `${origin}/token`,
    tokenInfoUrl: `${origin}/tokeninfo`,
    asked,
    revokeAll: () => live.clear(),
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
