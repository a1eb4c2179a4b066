import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { readReplying, startReplying, stopReplying } from "./replying.ts"
import { sweep } from "./sweep.ts"

eachStore((store) => {
  test("Who writes is seen by the others until they stop, or until nothing was heard of them for 25 seconds", async () => {
    const { desk, member, lead, write, conversations, workspaceId } = await openMailShop(openTestDesk(store.database()))
    await write("Message-ID: <one@x>\nSubject: My wheel", "Is it ready?")
    const id = (await conversations())[0]?.id ?? ""
    const seen = async () => (await readReplying(desk, lead, id)).map(({ name, seconds }) => `${name} ${seconds}`)
    await startReplying(desk, member, id)
    expect(await seen()).toEqual(["Max 25"])
    expect(await readReplying(desk, member, id)).toEqual([])
    desk.pass({ seconds: 10 })
    expect(await seen()).toEqual(["Max 15"])
    await startReplying(desk, member, id)
    desk.pass({ seconds: 24 })
    expect(await seen()).toEqual(["Max 1"])
    desk.pass({ seconds: 1 })
    expect(await seen()).toEqual([])
    await startReplying(desk, member, id)
    await stopReplying(desk, member, id)
    await stopReplying(desk, member, id)
    expect(await seen()).toEqual([])
    // Told when it began, when it began again, and when it ended: not when it went on.
    const told = await desk.database.query("select 1 from changes where workspace_id = $1 and kind = 'replying'", [
      workspaceId,
    ])
    expect(told).toHaveLength(3)
    await startReplying(desk, member, id)
    desk.pass({ minutes: 1 })
    await sweep(desk)
    expect(await desk.database.query("select 1 from replying where workspace_id = $1", [workspaceId])).toEqual([])
  })
})
