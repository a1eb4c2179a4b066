import { readFile } from "node:fs/promises"
import { z } from "zod"
import type { IsSigned } from "../../ledger/checkpoint.ts"
import type { HashBytes } from "../../ledger/merkle.ts"
import { verifyRecord } from "../../ledger/public-record.ts"
import { CHECKPOINT, readCheckpointFile } from "./checkpoint-file.ts"

const HEX = z.string().regex(/^[0-9a-f]{64}$/)
const REPORT = z.object({
  workspace: z.string(),
  from: z.string(),
  until: z.string(),
  figures: z.object({ outcomes: z.record(z.string(), z.int()) }),
  promises: z.array(
    z.object({
      promise: z.uuid(),
      outcome: z.string(),
      deed: z.string(),
      sealed: z.object({ entries: z.int(), hash: HEX }).nullable(),
    }),
  ),
  checkpoint: CHECKPOINT.nullable(),
  proof: z
    .object({ workspaceId: z.uuid(), size: z.int(), start: z.int(), leaves: z.array(HEX), beside: z.array(HEX) })
    .nullable(),
})

type Asked = { readonly file: string; readonly checkpoint: string | null }

/** Says whether a published trust report fits together, and with a checkpoint that was held elsewhere. Needs no desk. */
export async function verifyReportFile(
  { file, checkpoint }: Asked,
  crypto: { readonly isSigned: IsSigned; readonly hash: HashBytes },
): Promise<void> {
  const held = checkpoint === null ? null : await readCheckpointFile(checkpoint)
  const report = REPORT.safeParse(parsed(await readFile(file, "utf8")))
  if (!report.success) throw new Error(`${file} is not a trust report as a desk publishes it (figures.json).`)
  const { figures, ...record } = report.data
  const { problems, sealed, unsealed } = verifyRecord(record, figures.outcomes, { ...crypto, held })
  for (const problem of problems) console.log(problem)
  if (problems.length > 0) process.exitCode = 1
  else console.log(`${record.workspace}: the figures are what the ${record.promises.length} lines count.`)
  if (problems.length > 0 || record.checkpoint === null) return
  const { number, at, root } = record.checkpoint
  console.log(`${sealed} of them stand in checkpoint ${number} of ${at} as listed; ${unsealed} began after it.`)
  if (held === null) console.log(`Compare its root with a copy held elsewhere: ${root}`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
