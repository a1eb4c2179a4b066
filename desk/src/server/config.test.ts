import { join, resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { ConfigError, configFrom } from "./config.ts"

const KEY = "0f".repeat(32)

describe("The configuration", () => {
  it("needs nothing: a desk on this machine, with its data below this folder", () => {
    expect(configFrom({})).toEqual({
      host: "127.0.0.1",
      port: 8377,
      publicUrl: "http://localhost:8377",
      behindProxy: false,
      dataFolder: resolve("data"),
      database: { kind: "embedded", folder: join(resolve("data"), "database") },
      smtp: { host: "127.0.0.1", port: 2525 },
      key: null,
      checkpoints: { mail: null, webhook: null },
      logLevel: "warn",
      backsUpBeforeUpgrade: true,
      provider: null,
      metrics: null,
      webhooksToPrivateAddresses: false,
      documentsFromPrivateAddresses: false,
    })
  })

  it("takes every variable, and an empty one for none", () => {
    const config = configFrom({
      PORT: "80",
      HOST: "0.0.0.0",
      PUBLIC_URL: "https://desk.example.com/",
      DATA_FOLDER: "/var/lib/aboveboard",
      DATABASE_URL: "postgres://desk@db.example/desk",
      SMTP_HOST: "10.0.0.2",
      SMTP_PORT: "25",
      ABOVEBOARD_KEY: KEY,
      LOG_LEVEL: "",
    })
    expect(config).toMatchObject({
      publicUrl: "https://desk.example.com",
      behindProxy: true,
      database: { kind: "server", url: "postgres://desk@db.example/desk" },
      smtp: { host: "10.0.0.2", port: 25 },
      key: Uint8Array.fromHex(KEY),
      logLevel: "warn",
    })
  })

  it("names everything that is wrong at once, and repeats no secret", () => {
    const problems = problemsOf({
      PORT: "eighty",
      SMTP_PORT: "70000",
      PUBLIC_URL: "https://example.com/desk",
      DATABASE_URL: "mysql://desk:secret@db.example/desk",
      ABOVEBOARD_KEY: "secret",
      LOG_LEVEL: "loud",
    })
    const named = problems.map((problem) => problem.split(" ")[0])
    expect(named.toSorted(inOrder)).toEqual([
      "ABOVEBOARD_KEY",
      "DATABASE_URL",
      "LOG_LEVEL",
      "PORT",
      "PUBLIC_URL",
      "SMTP_PORT",
    ])
    expect(problems.join(" ")).not.toContain("secret")
  })
})

function inOrder(one = "", other = ""): number {
  return one < other ? -1 : 1
}

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    configFrom(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
  }
  return []
}
