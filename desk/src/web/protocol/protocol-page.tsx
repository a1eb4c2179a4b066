import { useNavigate, useSearch } from "@tanstack/react-router"
import { useState } from "react"
import { readAudit } from "../../contract/audit.ts"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { OwnRulesPart } from "../own-rules/own-rules-part.tsx"
import { StandingPart } from "../standing/standing-part.tsx"
import { Button } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import page from "../ui/page.module.css"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { type Audit, openIn } from "./audit-data.ts"
import { AuditTrend } from "./audit-trend.tsx"
import { DeskTexts } from "./desk-texts.tsx"
import { DocumentDialog } from "./document-dialog.tsx"
import { DocumentOpened } from "./document-opened.tsx"
import { DocumentTable } from "./document-table.tsx"
import styles from "./protocol.module.css"
import type { ProtocolPart } from "./parts.ts"
import { ProtocolParts } from "./protocol-parts.tsx"
import { RuleList } from "./rule-list.tsx"

const told = words.protocol

/** What tells members and bots how to deal with customers, and what the rules find in it. */
export function ProtocolPage() {
  useTitle(told.title)
  const { document: openId, part = "audit" } = useSearch({ from: "/$slug/protocol" })
  const navigate = useNavigate({ from: "/$slug/protocol" })
  const open = (id: string | null) => void navigate({ search: id === null ? {} : { document: id } })
  if (part !== "audit") return <OtherPart part={part} />
  return openId === undefined ? <Overview onOpen={open} /> : <DocumentOpened id={openId} onBack={() => open(null)} />
}

function OtherPart({ part }: { part: Exclude<ProtocolPart, "audit"> }) {
  return (
    <main id="main" className={page.page}>
      <h1>{told.title}</h1>
      <ProtocolParts current={part} />
      {part === "rules" ? <OwnRulesPart /> : <StandingPart />}
    </main>
  )
}

function Overview({ onOpen }: { onOpen: (id: string) => void }) {
  const [isAdding, setAdding] = useState(false)
  const read = useRead(readAudit)
  useKeys("page", { a: { label: told.keys.add, run: () => setAdding(true) } })
  return (
    <main id="main" className={page.page}>
      <Head audit={read.data ?? null} onAdd={() => setAdding(true)} />
      <ProtocolParts current="audit" />
      {read.data === undefined && !read.isError && <Loading rows={6} />}
      {read.isError && <Failure error={read.error} what={told.failed} onRetry={() => void read.refetch()} />}
      {read.data !== undefined && <Figures audit={read.data} onOpen={onOpen} />}
      {isAdding && <DocumentDialog onClose={() => setAdding(false)} onDone={onOpen} />}
    </main>
  )
}

function Head({ audit, onAdd }: { audit: Audit | null; onAdd: () => void }) {
  const { slug } = useHere()
  const href = (format: "sarif" | "html") => `/api/v1/audit/report.${format}?workspace=${encodeURIComponent(slug)}`
  const hasSome = audit !== null && audit.documents.length > 0
  return (
    <div className={page.head}>
      <h1>{told.title}</h1>
      {hasSome && <span className="mute t">{told.lead(openIn(audit.totals), audit.totals.accepted)}</span>}
      <div className={page.end}>
        {hasSome && (
          <span className={styles.export}>
            {told.export}{" "}
            <a href={href("html")} download>
              {told.html}
            </a>{" "}
            <a href={href("sarif")} download>
              {told.sarif}
            </a>
          </span>
        )}
        <Button keys="A" onClick={onAdd}>
          {told.add}
        </Button>
      </div>
    </div>
  )
}

function Figures({ audit, onOpen }: { audit: Audit; onOpen: (id: string) => void }) {
  const handedIn = audit.documents.filter(({ ofDesk }) => ofDesk === null)
  return (
    <div className={styles.columns}>
      <div>
        <section className={page.section}>
          <h2>{told.documents}</h2>
          {handedIn.length === 0 && <Empty title={told.empty}>{told.emptyHint}</Empty>}
          {handedIn.length > 0 && <DocumentTable documents={handedIn} onOpen={onOpen} />}
        </section>
        <DeskTexts documents={audit.documents.filter(({ ofDesk }) => ofDesk !== null)} onOpen={onOpen} />
        <AuditTrend runs={audit.runs} />
      </div>
      <RuleList rules={audit.rules} />
    </div>
  )
}
