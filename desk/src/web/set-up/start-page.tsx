import { useQueryClient } from "@tanstack/react-query"
import { Link, useNavigate } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { openSample } from "../../contract/workspace.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { Failure } from "../ui/states.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import styles from "./start-page.module.css"

const { start: texts } = words

/** After set-up: connect mail, fill the Fact Book, or look around in the sample shop. */
export function StartPage() {
  const { slug } = useHere()
  useTitle(texts.title)
  return (
    <main className={styles.page} id="main">
      <h1>{texts.title}</h1>
      <Way title={texts.mailTitle} text={texts.mailText}>
        <Link to="/$slug/settings/$part" params={{ slug, part: "mail" }}>
          {texts.mailDoes}
        </Link>
      </Way>
      <Way title={texts.factsTitle} text={texts.factsText}>
        <Link to="/$slug/facts" params={{ slug }}>
          {texts.factsDoes}
        </Link>
      </Way>
      <SampleWay />
      <Way title={texts.laterTitle} text={texts.laterText}>
        <Link to="/$slug/today" params={{ slug }}>
          {texts.laterDoes}
        </Link>
      </Way>
    </main>
  )
}

function SampleWay() {
  const { me } = useHere()
  const client = useQueryClient()
  const navigate = useNavigate()
  const sample = useChange(openSample)
  const there = me.workspaces.find(({ kind }) => kind === "sample")
  const open = () => {
    if (there !== undefined) return void navigate({ to: "/$slug/today", params: { slug: there.slug } })
    const done = ({ slug }: { slug: string }) => {
      client.clear()
      void navigate({ to: "/$slug/today", params: { slug } })
    }
    sample.mutate({}, { onSuccess: done })
  }
  return (
    <Way title={texts.sampleTitle} text={texts.sampleText}>
      <Button onClick={open} held={sample.isPending}>
        {sample.isPending ? texts.sampleBusy : texts.sampleDoes}
      </Button>
      {sample.isError && <Failure error={sample.error} what={texts.sampleFailed} onRetry={open} />}
    </Way>
  )
}

function Way({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className={styles.way}>
      <h2>{title}</h2>
      <p>{text}</p>
      <div>{children}</div>
    </section>
  )
}
