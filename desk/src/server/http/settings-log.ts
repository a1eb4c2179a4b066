import { listSettingsLog } from "../../contract/settings-log.ts"
import { readLog } from "../verbs/settings-log.ts"
import { type Door, serveMember } from "./serve.ts"

/** Who changed settings or access. Nothing here changes it. */
export function serveSettingsLog(door: Door): void {
  serveMember(door, listSettingsLog, async ({ desk, actor, query: { cursor, ...asked } }) => {
    const filter = {
      kind: asked.kind ?? null,
      memberId: asked.memberId ?? null,
      from: asked.from ?? null,
      until: asked.until ?? null,
    }
    const { items, next } = await readLog(desk, actor, {
      ...filter,
      before: cursor === undefined ? null : Number(cursor),
    })
    return {
      items: items.map(({ seq, at, by, byName, kind, subjectId, subjectName, before, after, hash }) => ({
        seq,
        at,
        by: { ...by, name: byName },
        kind,
        subject: { id: subjectId, name: subjectName },
        before,
        after,
        hash,
      })),
      next,
    }
  })
}
