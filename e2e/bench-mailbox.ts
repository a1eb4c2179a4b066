// How a full mailbox is read by IMAP from a real dovecot, on both databases: mails a second, memory, and whether each is there once
// after the connection was cut and the desk was killed on the way. How it goes on is told on stderr.
//   node e2e/bench-mailbox.ts [--json] [--mails 50000] [--only embedded|server]
import { startPostgresServer } from "../desk/test/postgres-server.ts"
import { type Pace, readAndCompare } from "./mailbox/read-and-compare.ts"

const parameters = process.argv.slice(2)
const mails = Number(valueOf("--mails") ?? 50_000)
const only = valueOf("--only")

const results = {
  ...(only === "server" ? {} : { embedded: await readAndCompare({ mails, hear }) }),
  ...(only === "embedded" ? {} : { server: await onServer() }),
}
if (parameters.includes("--json")) console.log(JSON.stringify(results))
else
  for (const [name, { perSecond, processorPerThousand, moreMemory, problems }] of Object.entries(results))
    console.log(
      `${name}: ${mails} mails, ${perSecond}/s, ${processorPerThousand} processor seconds for a thousand, ${moreMemory.join(" and ")} MB more memory, ${problems.length} lost, doubled, changed or beyond a limit`,
    )
for (const problem of Object.values(results).flatMap(({ problems }) => problems.slice(0, 20))) console.error(problem)
process.exitCode = Object.values(results).every(({ problems }) => problems.length === 0) ? 0 : 1

function valueOf(name: string): string | undefined {
  const at = parameters.indexOf(name)
  return at < 0 ? undefined : parameters[at + 1]
}

async function onServer() {
  const postgres = await startPostgresServer()
  try {
    return await readAndCompare({ mails, databaseUrl: postgres.url, hear })
  } finally {
    await postgres.stop()
  }
}

function hear({ read, perSecond, processorPerThousand, memory }: Pace): void {
  console.error(
    `${read} mails: the last at ${perSecond}/s, ${processorPerThousand} processor seconds for a thousand, ${memory} MB`,
  )
}
