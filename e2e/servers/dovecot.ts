import { chown, mkdir, readdir, rm, writeFile } from "node:fs/promises"
import { userInfo } from "node:os"
import { join } from "node:path"
import { isInstalled, pathOf } from "./available.ts"
import { dovecotConfig, oauthConfig } from "./dovecot-config.ts"
import { eventually } from "./eventually.ts"
import { temporaryFolder } from "./folder.ts"
import { canConnect, freePort } from "./ports.ts"
import { runProgram, startProgram } from "./program.ts"

const DELIVER = "/usr/lib/dovecot/dovecot-lda"
const PASSWORD = "harbour-lights"

/** The mailboxes of the customers: a real IMAP server on the loopback interface. */
export type Dovecot = {
  readonly host: "127.0.0.1"
  readonly port: number
  readonly password: string
  readonly addresses: ReadonlySet<string>
  readonly addMailbox: (address: string) => Promise<void>
  /** Hands a mail to dovecot's own delivery program. Fails when that refuses it. */
  readonly deliver: (mail: Delivery) => Promise<void>
  /** Ends the connections of whoever reads this mailbox, as an administrator does. */
  readonly kick: (address: string) => Promise<void>
  /** Where the mails of a mailbox's inbox lie, a file each (Maildir). The folder is made, and is dovecot's own. */
  readonly maildir: (address: string) => Promise<string>
  /** Numbers a mailbox's inbox anew, as after a restore: its UIDVALIDITY changes. */
  readonly renumber: (address: string) => Promise<void>
  readonly stop: () => Promise<void>
}

export type Delivery = { readonly from: string; readonly to: string; readonly raw: string | Uint8Array }

type User = { readonly name: string; readonly group: string; readonly uid: number; readonly gid: number }

/** Starts dovecot with its whole state in a temporary folder, never as root. */
export async function startDovecot(
  addresses: readonly string[] = [],
  { tokenInfoUrl }: { readonly tokenInfoUrl?: string } = {},
): Promise<Dovecot> {
  if (!isInstalled("dovecot")) throw new Error("dovecot is not installed")
  const folder = await temporaryFolder()
  const user = await ordinaryUser()
  const as = process.getuid?.() === 0 ? { uid: user.uid, gid: user.gid } : {}
  const port = await freePort()
  const config = join(folder.path, "dovecot.conf")
  const boxes = new Set(["postmaster@localhost", ...addresses])
  const writeUsers = () =>
    writeFile(join(folder.path, "users"), [...boxes].map((box) => `${box}:${PASSWORD}\n`).join(""))

  const hasOauth = tokenInfoUrl !== undefined
  await writeFile(config, dovecotConfig({ folder: folder.path, port, user: user.name, group: user.group, hasOauth }))
  if (hasOauth) await writeFile(join(folder.path, "oauth2"), oauthConfig(tokenInfoUrl))
  await writeUsers()
  await mkdir(join(folder.path, "mail"))
  for (const path of [folder.path, join(folder.path, "mail")]) await chown(path, user.uid, user.gid)
  const program = startProgram(pathOf("dovecot") ?? "dovecot", ["-F", "-c", config], as)
  await eventually(() => canConnect(port), { what: () => `dovecot listens. ${program.output()}` })

  return {
    host: "127.0.0.1",
    port,
    password: PASSWORD,
    addresses: boxes,
    addMailbox: async (address) => {
      boxes.add(address)
      await writeUsers()
    },
    deliver: async ({ from, to, raw }) => {
      const { code, output } = await runProgram(DELIVER, ["-c", config, "-d", to, "-f", from, "-e"], raw, as)
      if (code !== 0) throw new Error(`dovecot-lda refused a mail to ${to} (${code}): ${output}`)
    },
    kick: async (address) => {
      const { code, output } = await runProgram("doveadm", ["-c", config, "kick", address], "", as)
      if (code !== 0) throw new Error(`doveadm could not kick ${address} (${code}): ${output}`)
    },
    maildir: async (address) => {
      const maildir = join(folder.path, "mail", address, "Maildir")
      await mkdir(maildir, { recursive: true })
      for (const name of ["cur", "new", "tmp"]) await mkdir(join(maildir, name), { recursive: true })
      for (const path of [join(maildir, ".."), maildir, ...["cur", "new", "tmp"].map((name) => join(maildir, name))])
        await chown(path, user.uid, user.gid)
      return maildir
    },
    renumber: async (address) => {
      const maildir = join(folder.path, "mail", address, "Maildir")
      // dovecot-uidvalidity stays: it says which number was given last
      for (const name of (await readdir(maildir)).filter((one) => /^dovecot[.-](index|uidlist)/.test(one)))
        await rm(join(maildir, name), { recursive: true })
    },
    stop: async () => {
      await program.stop()
      await folder.remove()
    },
  }
}

/** Who dovecot runs as: us, or where we are root, Debian's user for nobody's files. */
async function ordinaryUser(): Promise<User> {
  const us = userInfo()
  if (us.uid === 0) return { name: "nobody", group: "nogroup", uid: 65_534, gid: 65_534 }
  const group = (await runProgram("id", ["-gn"])).output.trim()
  return { name: us.username, group, uid: us.uid, gid: us.gid }
}
