import { type Teammate, standInOf } from "../../ledger/recipients.ts"
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
      const ownerId = takerOf(away, await readTeam(queries, away.workspaceId, now))
      const key = ownerId === null ? null : await claimPromiseToHandOver(queries, away.workspaceId, away)
      if (ownerId === null || key === null) continue
      await recordEntry(queries, desk, deskActor(away.workspaceId), key.promiseId, {
        kind: "handed-over",
        body: { ownerId, why: "away" },
        texts: null,
      })
      return true
    }
    return false
  })
}

function takerOf({ memberId }: AwayTime, team: readonly Teammate[]): string | null {
  const here = team.filter(({ id, isAway }) => id !== memberId && !isAway)
  const byRole = (role: Teammate["role"]) => here.find((one) => one.role === role)?.id
  return standInOf(memberId, team) ?? byRole("lead") ?? byRole("admin") ?? null
}
