import { useState } from "react"
import { useHere } from "../here.tsx"
import { TextButton } from "../ui/button.tsx"
import { CheckField } from "../ui/check-field.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextArea, TextField } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import type { Fact } from "./fact-data.ts"
import styles from "./facts.module.css"
import { type FactForm, useFactForm } from "./use-fact-form.ts"

const told = words.facts.dialog

type Props = {
  /** Null: a new one. */
  readonly fact: Fact | null
  readonly typed: string
  readonly onClose: () => void
  readonly onDone: (factId: string) => void
}

/** Adds a fact, or enters what is true of it now. */
export function FactFormDialog({ fact, typed, onClose, onDone }: Props) {
  const { member } = useHere()
  const entry = useFactForm(fact, typed)
  const [isMore, setMore] = useState(false)
  const proposes = member.role === "member"
  const does = proposes ? told.proposeDoes : fact === null ? told.addDoes : told.versionDoes
  const submit = () =>
    entry.save((id) => {
      onDone(id)
      onClose()
    })
  return (
    <Dialog
      title={fact === null ? told.add : `${told.version}: ${fact.current.subject}, ${fact.current.attribute}`}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={does} busy={entry.busy} />}
    >
      {fact !== null && <p className="mute x">{told.versionHint}</p>}
      {fact === null && <About entry={entry} />}
      <Value entry={entry} isFirst={fact !== null} />
      <Source entry={entry} />
      {isMore ? (
        <More entry={entry} isNew={fact === null} />
      ) : (
        <div>
          <TextButton onClick={() => setMore(true)}>{told.more}</TextButton>
        </div>
      )}
      {proposes && <p className="mute x">{told.memberHint}</p>}
      {entry.error !== null && <Failure error={entry.error} what={told.failed} />}
    </Dialog>
  )
}

type Entry = { readonly entry: ReturnType<typeof useFactForm> }

function About({ entry: { form, change, isMissing } }: Entry) {
  return (
    <div className={styles.two}>
      <TextField
        label={told.subject}
        placeholder={told.subjectPlaceholder}
        value={form.subject}
        error={isMissing("subject") ? told.missing : null}
        onChange={(event) => change({ subject: event.target.value })}
      />
      <TextField
        label={told.attribute}
        placeholder={told.attributePlaceholder}
        value={form.attribute}
        error={isMissing("attribute") ? told.missing : null}
        onChange={(event) => change({ attribute: event.target.value })}
      />
    </div>
  )
}

function Value({ entry: { form, change, isMissing, read }, isFirst }: Entry & { readonly isFirst: boolean }) {
  return (
    <>
      <TextField
        label={told.value}
        placeholder={told.valuePlaceholder}
        value={form.value}
        hint={read === null ? null : told.readAs(told.kinds[read.type], read.shown)}
        error={isMissing("value") ? told.missing : null}
        onChange={(event) => change({ value: event.target.value })}
        {...(isFirst ? { "data-first": true } : {})}
      />
      <TextField
        label={told.statement}
        value={form.statement}
        hint={told.statementHint}
        onChange={(event) => change({ statement: event.target.value })}
      />
    </>
  )
}

function Source({ entry: { form, change, isMissing } }: Entry) {
  return (
    <>
      <TextField
        label={told.source}
        placeholder={told.sourcePlaceholder}
        value={form.source}
        error={isMissing("source") ? told.missing : null}
        onChange={(event) => change({ source: event.target.value })}
      />
      <CheckField label={told.person} checked={form.isPerson} onChange={(isPerson) => change({ isPerson })} />
    </>
  )
}

function More({ entry: { form, change, badDays }, isNew }: Entry & { readonly isNew: boolean }) {
  const field = (name: Exclude<keyof FactForm, "isPerson">, hint: string | null, type = "text") => (
    <TextField
      label={told[name]}
      hint={hint}
      type={type}
      value={form[name]}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  )
  return (
    <>
      <TextArea
        label={told.line}
        said
        rows={2}
        value={form.line}
        onChange={(event) => change({ line: event.target.value })}
      />
      <div className={styles.two}>
        {field("validFrom", isNew ? told.fromHintNew : told.fromHintVersion, "date")}
        {field("validUntil", told.validHint, "date")}
      </div>
      {field("aliases", told.aliasesHint)}
      {field("scope", told.scopeHint)}
      {field("evidence", told.evidenceHint)}
      {isNew && (
        <TextField
          label={told.confirmDays}
          hint={told.confirmHint}
          error={badDays ? told.badDays : null}
          value={form.confirmDays}
          inputMode="numeric"
          onChange={(event) => change({ confirmDays: event.target.value })}
        />
      )}
    </>
  )
}
