import { join, resolve } from "node:path"
import type { Provider } from "./http/identity.ts"

/** How this process was told to run. `docs/configuration.md` explains each variable. */
export type Config = {
  readonly host: string
  readonly port: number
  /** Where browsers reach the desk, without a slash at the end. */
  readonly publicUrl: string
  /** Whether PUBLIC_URL was given: then a proxy may stand before the desk. */
  readonly behindProxy: boolean
  readonly dataFolder: string
  readonly database:
    | { readonly kind: "embedded"; readonly folder: string }
    | { readonly kind: "server"; readonly url: string }
  readonly smtp: { readonly host: string; readonly port: number }
  /** Null: the key is in a file of the data folder. */
  readonly key: Uint8Array | null
  /** Where daily checkpoints are sent; null: nowhere. */
  readonly checkpoints: { readonly mail: string | null; readonly webhook: string | null }
  /** Whether webhooks may go to addresses of this machine and of private networks. */
  readonly webhooksToPrivateAddresses: boolean
  /** Whether a document under audit may lie at such an address. */
  readonly documentsFromPrivateAddresses: boolean
  /** Where metrics are scraped; null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null
  /** The organisation's OpenID provider; null: there is none. */
  readonly provider: Provider | null
  readonly logLevel: LogLevel
  /** Whether older data is backed up, in the data folder, before it is upgraded. */
  readonly backsUpBeforeUpgrade: boolean
}

const LOG_LEVELS = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

type Environment = Readonly<Record<string, string | undefined>>

/** Everything that is wrong with the environment, a sentence each. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join("\n"))
    this.name = "ConfigError"
    this.problems = problems
  }
}

/** Reads the environment once. Throws a ConfigError that names every problem. */
export function readConfig(): Config {
  return configFrom(process.env)
}

export function configFrom(environment: Environment): Config {
  const problems: string[] = []
  const read = <T>(name: string, fallback: T, parse: (text: string) => T | Problem): T => {
    const text = environment[name]?.trim() ?? ""
    if (text === "") return fallback
    const value = parse(text)
    if (!(value instanceof Problem)) return value
    problems.push(`${name} ${value.sentence}`)
    return fallback
  }
  const port = read("PORT", 8377, portOf)
  const host = environment["HOST"]?.trim() || "127.0.0.1"
  const dataFolder = resolve(environment["DATA_FOLDER"]?.trim() || "data")
  const publicUrl = read<URL | null>("PUBLIC_URL", null, publicUrlOf)
  const config: Config = {
    host,
    port,
    publicUrl: publicUrl?.origin ?? `http://${host === "127.0.0.1" ? "localhost" : bracketed(host)}:${port}`,
    behindProxy: publicUrl !== null,
    dataFolder,
    database: read<Config["database"]>(
      "DATABASE_URL",
      { kind: "embedded", folder: join(dataFolder, "database") },
      databaseOf,
    ),
    smtp: { host: environment["SMTP_HOST"]?.trim() || "127.0.0.1", port: read("SMTP_PORT", 2525, portOf) },
    key: read<Uint8Array | null>("ABOVEBOARD_KEY", null, keyOf),
    checkpoints: {
      mail: read<string | null>("CHECKPOINT_MAIL", null, mailOf),
      webhook: read<string | null>("CHECKPOINT_WEBHOOK", null, webhookOf),
    },
    webhooksToPrivateAddresses: read("WEBHOOKS_TO_PRIVATE_ADDRESSES", false, yesOrNo),
    documentsFromPrivateAddresses: read("DOCUMENTS_FROM_PRIVATE_ADDRESSES", false, yesOrNo),
    metrics: metricsFrom(
      environment,
      read<number | null>("METRICS_PORT", null, (text) => portOf(text)),
    ),
    provider: providerFrom(environment, problems),
    logLevel: read<LogLevel>("LOG_LEVEL", "warn", logLevelOf),
    backsUpBeforeUpgrade: read("BACKUP_BEFORE_UPGRADE", true, yesOrNo),
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

function metricsFrom(environment: Environment, port: number | null): Config["metrics"] {
  return port === null ? null : { host: environment["METRICS_HOST"]?.trim() || "127.0.0.1", port }
}

/** All of it or none; the secret is not repeated in a problem. */
function providerFrom(environment: Environment, problems: string[]): Provider | null {
  const given = (name: string) => environment[name]?.trim() ?? ""
  const issuer = given("OIDC_ISSUER").replace(/\/$/, "")
  const [clientId, clientSecret] = [given("OIDC_CLIENT_ID"), given("OIDC_CLIENT_SECRET")]
  if (issuer === "" && clientId === "" && clientSecret === "") return null
  const url = URL.canParse(issuer) ? new URL(issuer) : null
  const isLocal = url !== null && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)
  if (url === null || !(url.protocol === "https:" || (isLocal && url.protocol === "http:"))) {
    problems.push(`OIDC_ISSUER must be the provider's address, such as https://login.example.com, not "${issuer}".`)
  }
  if (clientId === "" || clientSecret === "") {
    problems.push("OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be what the provider gave for this desk.")
  }
  return { issuer, clientId, clientSecret, name: given("OIDC_NAME") || "your organisation" }
}

class Problem {
  readonly sentence: string

  constructor(sentence: string) {
    this.sentence = sentence
  }
}

function portOf(text: string): number | Problem {
  const port = Number(text)
  const isPort = /^\d+$/.test(text) && port >= 1 && port <= 65_535
  return isPort ? port : new Problem(`must be a number from 1 to 65535, not "${text}".`)
}

function publicUrlOf(text: string): URL | Problem {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol)) {
    return new Problem(`must be an address such as https://desk.example.com, not "${text}".`)
  }
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    return new Problem(`must name only the server, such as ${url.origin}: the desk cannot live below a path.`)
  }
  return url
}

/** The value is not repeated in the problem: it may hold a password. */
function databaseOf(text: string): Config["database"] | Problem {
  const isPostgres = URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)
  return isPostgres
    ? { kind: "server", url: text }
    : new Problem("must begin with postgres:// and name a PostgreSQL database.")
}

function keyOf(text: string): Uint8Array | Problem {
  if (/^[0-9a-f]{64}$/i.test(text)) return Uint8Array.fromHex(text)
  return new Problem("must be 64 hex digits (make one with: openssl rand -hex 32).")
}

function mailOf(text: string): string | Problem {
  return /^[^\s@,;<>]+@[^\s@,;<>]+$/.test(text) ? text : new Problem(`must be one mail address, not "${text}".`)
}

/** The value is not repeated in the problem: it may hold a secret. */
function webhookOf(text: string): string | Problem {
  const isHttp = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
  return isHttp ? text : new Problem("must be an address that begins with https:// or http://.")
}

function logLevelOf(text: string): LogLevel | Problem {
  const level = LOG_LEVELS.find((known) => known === text)
  return level ?? new Problem(`must be one of ${LOG_LEVELS.join(", ")}, not "${text}".`)
}

function yesOrNo(text: string): boolean | Problem {
  return text === "yes" || text === "no" ? text === "yes" : new Problem(`must be yes or no, not "${text}".`)
}

function bracketed(host: string): string {
  return host.includes(":") ? `[${host}]` : host
}
