import { pathOf } from "./available.ts"
import { runProgram } from "./program.ts"

/** A mail as a person's mail program would hand it in. `headers` replace or add to what swaks writes itself. */
export type SwaksMail = {
  readonly port: number
  readonly from: string
  readonly to: string | readonly string[]
  readonly subject?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Paths of files. */
  readonly attachments?: readonly string[]
  /** A whole mail, headers and all, instead of `subject`, `body`, `headers` and `attachments`. */
  readonly raw?: string
  readonly account?: { readonly username: string; readonly password: string }
}

export type SwaksAnswer = {
  /** Whether the server answered the data with 250. */
  readonly accepted: boolean
  /** The last line that the server said to a refused or accepted mail. */
  readonly reply: string
  readonly transcript: string
}

/** Sends one mail over SMTP with swaks, and says what the server answered. */
export async function swaks(mail: SwaksMail): Promise<SwaksAnswer> {
  const { code, output } = await runProgram(pathOf("swaks") ?? "swaks", parametersOf(mail), mail.raw ?? "")
  const replies = output
    .split("\n")
    .filter((line) => /^<(-|\*\*) {1,2}[2345]\d\d /.test(line) && !line.includes(" 221 "))
  return { accepted: code === 0, reply: replies.at(-1)?.slice(3).trim() ?? "", transcript: output }
}

function parametersOf(mail: SwaksMail): readonly string[] {
  const to = typeof mail.to === "string" ? mail.to : mail.to.join(",")
  const account = mail.account
  return [
    "--server=127.0.0.1",
    `--port=${mail.port}`,
    `--from=${mail.from}`,
    `--to=${to}`,
    "--ehlo=sender.test",
    ...(account === undefined
      ? []
      : ["--auth", "LOGIN", "--auth-user", account.username, "--auth-password", account.password]),
    ...(mail.raw === undefined ? partsOf(mail) : ["--data", "-"]),
  ]
}

function partsOf({ subject, body, headers = {}, attachments = [] }: SwaksMail): readonly string[] {
  return [
    "--suppress-data",
    `--header=Subject: ${subject ?? "Hello"}`,
    `--body=${body ?? "Hello."}`,
    ...Object.entries(headers).flatMap(([name, value]) => ["--header", `${name}: ${value}`]),
    ...attachments.flatMap((path) => ["--attach", `@${path}`]),
  ]
}
