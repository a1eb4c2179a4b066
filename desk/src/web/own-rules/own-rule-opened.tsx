import { useMemo, useState } from "react"
import { createOwnRule, readOwnRule, removeOwnRule, writeOwnRule } from "../../contract/own-rules.ts"
import { useHere } from "../here.tsx"
import { useMomentText } from "../protocol/audit-data.ts"
import type { AnswerOf } from "../api.ts"
import { useChange, useRead } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import page from "../ui/page.module.css"
import { Failure, Loading } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { EMPTY_RULE, type OwnRuleDraft, draftOf, ruleOf } from "./own-rule-draft.ts"
import { OwnRuleFields } from "./own-rule-fields.tsx"
import { OwnRuleMeanwhile } from "./own-rule-meanwhile.tsx"
import { OwnRuleOutcomes } from "./own-rule-outcomes.tsx"
import styles from "./own-rules.module.css"

const told = words.ownRules

type Whole = AnswerOf<typeof readOwnRule>

/** A rule that is written or changed: its form, and beside it what it does with its examples. */
export function OwnRuleOpened({ id, onBack }: { id: string | null; onBack: () => void }) {
  const read = useRead(readOwnRule, { params: { ownRuleId: id ?? "" } }, { enabled: id !== null, keepPrevious: false })
  return (
    <section className={page.section}>
      <p className={page.back}>
        <TextButton onClick={onBack}>{told.back}</TextButton>
      </p>
      {id !== null && read.data === undefined && !read.isError && <Loading rows={6} />}
      {read.isError && <Failure error={read.error} what={told.failed} onRetry={() => void read.refetch()} />}
      {id === null && <Editor known={null} onBack={onBack} onRefused={() => {}} />}
      {read.data !== undefined && <Editor known={read.data} onBack={onBack} onRefused={() => void read.refetch()} />}
    </section>
  )
}

type EditorProps = { readonly known: Whole | null; readonly onBack: () => void; readonly onRefused: () => void }

function Editor({ known, onBack, onRefused }: EditorProps) {
  const { member } = useHere()
  // Stays, whatever is saved elsewhere meanwhile; with the version that it began from.
  const [typed, setTyped] = useState<{ readonly draft: OwnRuleDraft; readonly from: number } | null>(null)
  const saved = useMemo(() => (known === null ? EMPTY_RULE : draftOf(known.rule)), [known])
  const draft = typed?.draft ?? saved
  const newest = known?.version ?? 0
  const from = typed?.from ?? newest
  // Escape acts in a field, too: it does not throw away what was typed.
  useKeys("page", typed === null ? { Escape: { label: told.keys.back, run: onBack } } : {})
  const saving = useSaving(known?.id ?? null, onBack, onRefused)
  const goOnWith = (next: typeof typed) => {
    setTyped(next)
    saving.forget() // that it was refused because of what is chosen between here
  }
  const mayWrite = member.role === "admin"
  return (
    <>
      <h2>{known?.rule.id ?? told.newRule}</h2>
      <div className={styles.columns}>
        <form
          className={styles.fields}
          onSubmit={(event) => {
            event.preventDefault()
            saving.save(draft, from)
          }}
        >
          <fieldset disabled={!mayWrite} className={styles.plain}>
            <OwnRuleFields draft={draft} onChange={(next) => setTyped({ draft: next, from })} />
          </fieldset>
          {known !== null && from < newest && !saving.isPending ? (
            <OwnRuleMeanwhile
              by={known.by}
              theirs={saved}
              mine={draft}
              onTheirs={() => goOnWith(null)}
              onMine={() => goOnWith({ draft, from: newest })}
            />
          ) : (
            saving.error !== null && <Failure error={saving.error} what={saving.what} />
          )}
          {mayWrite && (
            <p className={page.buttons}>
              <Button kind="main" type="submit" held={saving.isPending}>
                {told.save}
              </Button>
              {known !== null && (
                <Button kind="quiet" held={saving.isPending} onClick={saving.remove}>
                  {told.remove}
                </Button>
              )}
            </p>
          )}
        </form>
        <div>
          <OwnRuleOutcomes draft={draft} />
          {known !== null && <Versions versions={known.versions} />}
        </div>
      </div>
    </>
  )
}

function useSaving(id: string | null, onBack: () => void, onRefused: () => void) {
  const toast = useToast()
  const create = useChange(createOwnRule)
  const write = useChange(writeOwnRule)
  const remove = useChange(removeOwnRule)
  const done = (text: string) => ({
    onSuccess: () => {
      toast({ text })
      onBack()
    },
    onError: onRefused, // perhaps because somebody saved it meanwhile
  })
  return {
    save: (draft: OwnRuleDraft, version: number) => {
      const { channels, phrases, finds, leaves, ...rest } = ruleOf(draft)
      const lists = {
        finds: [...finds],
        leaves: [...leaves],
        ...(channels === undefined ? {} : { channels: [...channels] }),
        ...(phrases === undefined ? {} : { phrases: [...phrases] }),
      }
      const rule = { ...rest, ...lists }
      if (id === null) create.mutate({ body: { rule } }, done(told.saved))
      else write.mutate({ params: { ownRuleId: id }, body: { version, rule } }, done(told.saved))
    },
    remove: () => {
      if (id !== null) remove.mutate({ params: { ownRuleId: id } }, done(told.removed))
    },
    forget: () => write.reset(),
    isPending: create.isPending || write.isPending || remove.isPending,
    error: create.error ?? write.error ?? remove.error,
    what: remove.isError ? told.removeFailed : told.saveFailed,
  }
}

function Versions({ versions }: Pick<Whole, "versions">) {
  const at = useMomentText()
  return (
    <details className={styles.versions}>
      <summary>
        {told.versions} <span className="mute">{versions.length}</span>
      </summary>
      <ol>
        {versions.map((each) => (
          <li key={each.version}>
            <p>{told.version(each.version, each.by ?? told.somebody, at(each.at))}</p>
            <p className="mute">
              {words.protocol.severities[each.rule.severity ?? "remark"]} ·{" "}
              {each.rule.pattern ?? (each.rule.phrases ?? []).join(" · ")}
            </p>
            <p className="mute">{each.rule.why}</p>
          </li>
        ))}
      </ol>
    </details>
  )
}
