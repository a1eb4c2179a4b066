import { review } from "aboveboard-engine"
import { listFacts } from "../../contract/facts.ts"
import { BASES, type Basis, isCannot } from "../../ledger/decline.ts"
import type { OpenConversation } from "../conversations/use-conversation.ts"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { CheckField } from "../ui/check-field.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { Field, TextArea, TextField, controlClass } from "../ui/field.tsx"
import { Letter } from "../ui/letter.tsx"
import { words } from "../words.ts"
import { AskedChooser } from "./asked-chooser.tsx"
import styles from "./decline.module.css"
import { type DeclineFields, type DeclineInput, askedSentences, useDeclineFields } from "./use-decline.ts"

const told = words.decline

type Props = {
  readonly conversation: OpenConversation
  readonly customer: string
  readonly onClose: () => void
  readonly onPut: (text: string, decline: DeclineInput) => void
}

/** What was asked, why not, what it rests on, and what can be done instead: three plain sentences for the draft. */
export function DeclineDialog({ conversation, customer, onClose, onPut }: Props) {
  const asked = askedSentences(conversation)
  const { fields, set, text, decline } = useDeclineFields(asked)
  const put = () => {
    if (decline !== null) onPut(text, decline)
  }
  return (
    <Dialog
      title={told.title(customer)}
      onClose={onClose}
      onSubmit={put}
      beside={<Preview text={text} />}
      foot={<DialogFoot does={told.put} busy={decline === null} />}
    >
      <AskedChooser asked={asked} chosen={fields.chosen} onChoose={(chosen) => set({ chosen })} />
      <BasisField basis={fields.basis} onChange={(basis) => set({ basis })} />
      <TextField
        data-first
        label={isCannot(fields.basis) ? told.refused.cannot : told.refused.willNot}
        hint={told.refusedHint}
        value={fields.refused}
        maxLength={2_000}
        onChange={(event) => set({ refused: event.target.value })}
      />
      <RestsOn fields={fields} set={set} />
      <TextArea
        said
        label={told.alternative}
        hint={told.alternativeHint}
        rows={2}
        maxLength={2_000}
        value={fields.alternative}
        disabled={fields.nothing}
        onChange={(event) => set({ alternative: event.target.value })}
      />
      <CheckField label={told.nothing} checked={fields.nothing} onChange={(nothing) => set({ nothing })} />
    </Dialog>
  )
}

function BasisField({ basis, onChange }: { basis: Basis; onChange: (basis: Basis) => void }) {
  return (
    <Field label={told.basis} hint={basis === "wrong" ? told.wrongHint : undefined}>
      {(ids) => (
        <select
          {...ids}
          className={controlClass}
          value={basis}
          onChange={(event) => onChange(BASES.find((each) => each === event.target.value) ?? basis)}
        >
          <optgroup label={told.cannot}>{BASES.filter(isCannot).map(basisOption)}</optgroup>
          <optgroup label={told.willNot}>{BASES.filter((each) => !isCannot(each)).map(basisOption)}</optgroup>
        </select>
      )}
    </Field>
  )
}

function basisOption(basis: Basis) {
  return (
    <option key={basis} value={basis}>
      {told.bases[basis]}
    </option>
  )
}

/** A fact that holds gives its own words to begin with; the reason stays the writer's to edit. */
function RestsOn({ fields, set }: { fields: DeclineFields; set: (part: Partial<DeclineFields>) => void }) {
  const facts =
    useRead(listFacts, { query: { limit: 500 } }).data?.items.filter(({ standing }) => standing === "in-force") ?? []
  const choose = (factId: string) => {
    const fact = facts.find(({ id }) => id === factId)
    set({ factId, ...(fields.reason === "" && fact !== undefined ? { reason: fact.current.statement } : {}) })
  }
  return (
    <>
      {facts.length > 0 && (
        <Field label={told.fact}>
          {(ids) => (
            <select
              {...ids}
              className={controlClass}
              value={fields.factId}
              onChange={(event) => choose(event.target.value)}
            >
              <option value="">{told.noFact}</option>
              {facts.map(({ id, current }) => (
                <option key={id} value={id}>
                  {current.statement}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <TextField
        label={told.rule}
        hint={told.ruleHint}
        maxLength={2_000}
        value={fields.rule}
        onChange={(event) => set({ rule: event.target.value })}
      />
      <TextArea
        said
        label={told.reason}
        rows={2}
        maxLength={2_000}
        value={fields.reason}
        onChange={(event) => set({ reason: event.target.value })}
      />
    </>
  )
}

function Preview({ text }: { text: string }) {
  const { calendar } = useHere()
  const evasive = review({ text }, { calendar }).findings.filter(({ rule }) => rule.startsWith("evasion/"))
  return (
    <section aria-label={told.preview}>
      <Letter title={told.preview}>{text === "" ? <p className="mute">{told.missing}</p> : text}</Letter>
      {evasive.map(({ rule, start, end, why }) => (
        <p key={`${rule} ${start}`} className={styles.evasive}>
          <b>
            {told.evasive} “{text.slice(start, end)}”
          </b>{" "}
          {why}
        </p>
      ))}
    </section>
  )
}
