import { useQueryClient } from "@tanstack/react-query"
import { Link, useNavigate } from "@tanstack/react-router"
import { purgeSample } from "../../contract/workspace.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"

const told = words.settings.workspace

/** Removes the sample shop, whole; where there is none, says where it is opened. */
export function SampleSection() {
  const { me, slug } = useHere()
  const client = useQueryClient()
  const navigate = useNavigate()
  const purge = useChange(purgeSample)
  const sample = me.workspaces.find((each) => each.kind === "sample")
  if (sample === undefined) return <NoSample />
  const other = me.workspaces.find((each) => each.id !== sample.id)
  // Awaited, because the section is gone by the time when the shop is: its callbacks would not be called any more.
  const run = async () => {
    try {
      await purge.mutateAsync({ params: { workspaceId: sample.id } })
    } catch {
      return // shown below
    }
    if (sample.slug !== slug) return
    client.clear()
    if (other === undefined) await navigate({ to: "/", replace: true })
    else await navigate({ to: "/$slug/today", params: { slug: other.slug }, replace: true })
  }
  return (
    <section className={page.section} style={{ marginTop: 28 }}>
      <h2>{told.sample}</h2>
      <p className={page.hint}>{told.sampleHint}</p>
      <Button held={purge.isPending} onClick={() => void run()}>
        {told.purge}
      </Button>
      {purge.isError && <Failure error={purge.error} what={told.purgeFailed} onRetry={() => void run()} />}
    </section>
  )
}

function NoSample() {
  const { slug } = useHere()
  return (
    <section className={page.section} style={{ marginTop: 28 }}>
      <h2>{told.sample}</h2>
      <p className={page.hint}>{told.noSampleHint}</p>
      <Link to="/$slug/start" params={{ slug }}>
        {told.toSample}
      </Link>
    </section>
  )
}
