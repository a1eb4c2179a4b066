import { useState } from "react"
import { listOwnRules } from "../../contract/own-rules.ts"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import page from "../ui/page.module.css"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { words } from "../words.ts"
import { ImportRules } from "./import-rules.tsx"
import { OwnRuleOpened } from "./own-rule-opened.tsx"
import { OwnRuleTable } from "./own-rule-table.tsx"

const told = words.ownRules

/** The rules that a team writes itself: a list, and the one that is opened. */
export function OwnRulesPart() {
  const { slug, member } = useHere()
  const [opened, setOpened] = useState<string | null>(null)
  const read = useRead(listOwnRules)
  const mayWrite = member.role === "admin"
  useKeys("page", mayWrite && opened === null ? { a: { label: told.keys.add, run: () => setOpened("new") } } : {})
  if (opened !== null) return <OwnRuleOpened id={opened === "new" ? null : opened} onBack={() => setOpened(null)} />
  const items = read.data?.items ?? []
  return (
    <section className={page.section}>
      <div className={page.lead}>
        <p className={page.hint}>
          {told.hint} {mayWrite ? told.perChannel : told.onlyAdmins}
        </p>
        <div className={page.buttons}>
          {items.length > 0 && (
            <a
              href={`/api/v1/own-rules/aboveboard.config.json?workspace=${encodeURIComponent(slug)}`}
              title={told.exportHint}
              download
            >
              {told.export}
            </a>
          )}
          {mayWrite && <ImportRules />}
          {mayWrite && (
            <Button keys="A" onClick={() => setOpened("new")}>
              {told.add}
            </Button>
          )}
        </div>
      </div>
      {read.data === undefined && !read.isError && <Loading rows={3} />}
      {read.isError && <Failure error={read.error} what={told.failed} onRetry={() => void read.refetch()} />}
      {read.data !== undefined && items.length === 0 && <Empty title={told.empty}>{told.emptyHint}</Empty>}
      {items.length > 0 && <OwnRuleTable rules={items} onOpen={setOpened} />}
    </section>
  )
}
