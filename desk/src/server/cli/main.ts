import { randomBytes } from "node:crypto"
import { statSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Signer } from "../../ledger/checkpoint.ts"
import { type Config, readConfig } from "../config.ts"
import { isSigned, sha256 } from "../checkpoint-key.ts"
import { backup } from "../database/backup.ts"
import { restore } from "../database/backup-restore.ts"
import { readNewestCheckpoint } from "../database/checkpoints.ts"
import type { Database } from "../database/database.ts"
import { openDatabase } from "../database/open.ts"
import { type DeskKey, readDeskKey } from "../desk-key.ts"
import { openFileStore } from "../files/open-file-store.ts"
import { hashPassword } from "../http/identity.ts"
import { importMbox } from "../mail/import-mbox.ts"
import { openDesk } from "../open-desk.ts"
import { sayAndExit } from "../process.ts"
import type { Desk } from "../verbs/desk.ts"
import { takeDailyCheckpoint } from "../verbs/take-checkpoint.ts"
import { resetPassword, resetSecondFactor } from "../verbs/reset-password.ts"
import { verify } from "../verbs/verify.ts"
import { readCheckpointFile, writeCheckpointFile } from "./checkpoint-file.ts"
import { type Command, USAGE, commandOf } from "./command.ts"
import { importFile } from "./import-file.ts"
import { upgradeData } from "../upgrade-data.ts"
import { inThreads } from "../verify-threads.ts"
import { verifyReportFile } from "./verify-report.ts"
import { counted, verifyWords } from "./verify-words.ts"

const MIGRATIONS = join(import.meta.dirname, "../../../migrations")
const PASSWORD_BYTES = 15 // 20 characters, and nobody guesses 120 bits

try {
  await main(commandOf(process.argv.slice(2)))
} catch (error) {
  sayAndExit(error)
}

async function main(command: Command | null): Promise<void> {
  if (command === null || command.kind === "help") {
    console.log(USAGE)
    process.exitCode = command === null ? 2 : 0
    return
  }
  if (command.kind === "verify-report") return verifyReportFile(command, { isSigned, hash: sha256 })
  const config = readConfig()
  if (command.kind === "restore" || command.kind === "import") assertIsFile(command.file)
  const database = await openDatabase(config.database)
  try {
    await run(command, config, database)
  } finally {
    await database.close()
  }
}

function assertIsFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) throw new Error(`There is no file ${path}.`)
  if (found.isDirectory()) throw new Error(`${path} is a folder. Name a file in it.`)
}

type Place = { readonly config: Config; readonly database: Database; readonly filesFolder: string }

async function run(
  command: Exclude<Command, { kind: "help" | "verify-report" }>,
  config: Config,
  database: Database,
): Promise<void> {
  const place = { config, database, filesFolder: join(config.dataFolder, "files") }
  if (command.kind === "restore") return restoreFrom(resolve(command.file), place)
  if (command.kind === "backup") return backUpTo(resolve(command.file), place)
  await upgradeData(config, database, Temporal.Now.instant())
  const key = await readDeskKey(config.key, config.dataFolder, randomBytes)
  const desk = await deskOf(place, key)
  if (command.kind === "verify") return sayVerified(desk, command.checkpoint, config)
  if (command.kind === "import") return importFile(desk, importMbox, { ...command, file: resolve(command.file) })
  if (command.kind === "checkpoint") return writeCheckpoint(desk, key.checkpoints, resolve(command.file))
  if (command.kind === "reset-second-factor") return saySecondFactorGone(desk, command.email)
  return sayNewPassword(desk, command.email)
}

async function restoreFrom(source: string, { config, database, filesFolder }: Place): Promise<void> {
  const { files, madeAt } = await restore({ database, migrationsFolder: MIGRATIONS, filesFolder, source })
  console.log(`Restored the backup of ${madeAt}, with ${counted(files.count, "file")}.`)
  console.log(`The desk's key is not part of it: put the old one at ${join(config.dataFolder, "key")}, or set`)
  console.log(
    "ABOVEBOARD_KEY. With another key everybody signs in anew, and the mail server's password is entered again.",
  )
}

async function backUpTo(target: string, { database, filesFolder }: Place): Promise<void> {
  const { files } = await backup({ database, filesFolder, target, now: Temporal.Now.instant() })
  console.log(`Wrote ${target}, with ${counted(files.count, "file")}. The desk's key is not in it; keep it elsewhere.`)
}

async function deskOf({ config, database, filesFolder }: Place, key: DeskKey): Promise<Desk> {
  const files = await openFileStore(filesFolder)
  const { publicUrl } = config
  return openDesk({
    database,
    files,
    key,
    publicUrl,
    now: () => Temporal.Now.instant(),
    randomBytes,
    committed: () => {},
  })
}

async function sayVerified(desk: Desk, file: string | null, { database }: Config): Promise<void> {
  const seals = { isSigned, hashBytes: sha256 }
  const held = file === null ? undefined : await readCheckpointFile(file)
  const inParts = database.kind === "server" ? inThreads(database.url, held) : undefined
  const report = await verify(desk, held === undefined ? { seals } : { seals, held }, inParts)
  for (const line of verifyWords(report)) console.log(line)
  if (report.problems.length > 0) process.exitCode = 1
}

/** Today's, taken now if the desk has not done so. */
async function writeCheckpoint(desk: Desk, signer: Signer, file: string): Promise<void> {
  await takeDailyCheckpoint(desk, { signer, hashBytes: sha256 })
  const newest = await readNewestCheckpoint(desk.database)
  if (newest === null) throw new Error("There are no entries yet, so there is no checkpoint.")
  await writeCheckpointFile(file, newest)
  console.log(`Wrote checkpoint ${newest.number}, signed by the key ${newest.publicKey}.`)
  console.log("Keep the file where nobody who can reach this desk can change it.")
}

async function sayNewPassword(desk: Desk, email: string): Promise<void> {
  const password = randomBytes(PASSWORD_BYTES).toString("base64url")
  await resetPassword(desk, email, await hashPassword(password))
  console.log(`${email} now signs in with: ${password}`)
  console.log("They were signed out everywhere.")
}

async function saySecondFactorGone(desk: Desk, email: string): Promise<void> {
  await resetSecondFactor(desk, email)
  console.log(`${email} signs in with the password alone, until they set up a second factor again.`)
  console.log("Their passkeys are forgotten, and they were signed out everywhere.")
}
