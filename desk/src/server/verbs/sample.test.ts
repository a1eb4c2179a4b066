import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { listPromises } from "../database/promises.ts"
import { readToday } from "../database/today.ts"
import { openSample, purgeSample } from "./sample.ts"
import { verify } from "./verify.ts"

eachStore((store) => {
  const openFor = async (desk: ReturnType<typeof openTestDesk>, user = desk.newId()) => ({
    user,
    ...(await openSample(desk, user, "Vera Visitor", `${user}@example.com`)),
  })

  const count = async (sql: string, workspaceId: string) => {
    const [row] = await store.database().query<{ n: number }>(`select count(*) as n ${sql}`, [workspaceId])
    return row?.n ?? 0
  }

  test("the sample shop has about 40 conversations and 60 promises, in every state, that verify", async () => {
    const desk = openTestDesk(store.database())
    const started = performance.now()
    const { id } = await openFor(desk)
    console.log(store.kind, "opened in", Math.round(performance.now() - started), "ms")
    expect(await count("from conversations where workspace_id = $1", id)).toBeGreaterThanOrEqual(38)
    expect(await count("from promises where workspace_id = $1", id)).toBeGreaterThanOrEqual(58)
    const states = await desk.database.query<{ state: string; n: number }>(
      "select state, count(*) as n from promise_rows where workspace_id = $1 group by state order by state",
      [id],
    )
    console.log(JSON.stringify(states))
    expect(states.map(({ state }) => state)).toEqual(
      ["broken", "dismissed", "kept", "open", "proposed", "released", "renegotiated", "void"],
    )
    expect((await verify(desk)).problems).toEqual([])
  })
})
