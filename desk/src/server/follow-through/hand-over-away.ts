import { type Teammate, standInOf } from "../../ledger/recipients.ts"
import type { Queries } from "../database/database.ts"
import type { PromiseKey } from "../database/entries.ts"
import { type AwayTime, claimPromiseToHandOver, listHandingOver } from "../database/away-times.ts"
import { readTeam } from "../database/team.ts"
import { type Desk, deskActor, step } from "../verbs/desk.ts"
import { recordEntry } from "../verbs/record-entry.ts"

/**
 * Hands one promise of a member who is away, or soon will be, to their stand-in, else to a lead or an admin who is here.
 * False when there is none left, or nobody to take it.
 */
export async function handOverAway(desk: Desk): Promise<boolean> {
  return step(desk, async (queries) => {
    const now = desk.now().toString()
    for (const away of await listHandingOver(queries, now)) {
      const passedOver: string[] = []
      while (passedOver.length < PASSED_OVER_MAX) {
        const key = await claimPromiseToHandOver(queries, away.workspaceId, away, passedOver)
        if (key === null) break
        const ownerId = takerOf(away, await readTeam(queries, away.workspaceId, now, key.promiseId))
        if (ownerId !== null) {
          await giveForBeingAway(queries, desk, key, ownerId)
          return true
        }
        passedOver.push(key.promiseId)
      }
    }
    return false
  })
}

const PASSED_OVER_MAX = 20 // promises that nobody who is here may see; with an admin here there are none

async function giveForBeingAway(queries: Queries, desk: Desk, key: PromiseKey, ownerId: string): Promise<void> {
  await recordEntry(queries, desk, deskActor(key.workspaceId), key.promiseId, {
    kind: "handed-over",
    body: { ownerId, why: "away" },
    texts: null,
  })
}

function takerOf({ memberId }: AwayTime, team: readonly Teammate[]): string | null {
  const here = team.filter(({ id, isAway, sees }) => id !== memberId && !isAway && sees)
  const byRole = (role: Teammate["role"]) => here.find((one) => one.role === role)?.id
  const standIn = standInOf(memberId, team)
  return here.find(({ id }) => id === standIn)?.id ?? byRole("lead") ?? byRole("admin") ?? null
}
