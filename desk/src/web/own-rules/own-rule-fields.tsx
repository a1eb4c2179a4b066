import { SelectField, TextArea, TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { words } from "../words.ts"
import { type OwnRuleDraft, RULE_CHANNELS, type RuleChannel } from "./own-rule-draft.ts"
import styles from "./own-rules.module.css"

const told = words.ownRules
const { fields } = told
const SEVERITIES = ["remark", "confirm", "hold"] as const
const BYS = ["phrases", "pattern"] as const

type Props = { readonly draft: OwnRuleDraft; readonly onChange: (draft: OwnRuleDraft) => void }

export function OwnRuleFields({ draft, onChange }: Props) {
  const text = (name: "id" | "why" | "instead" | "source" | "phrases" | "pattern" | "finds" | "leaves") => ({
    label: fields[name],
    value: draft[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...draft, [name]: event.target.value }),
  })
  return (
    <>
      <TextField {...text("id")} hint={fields.idHint} maxLength={80} spellCheck={false} />
      <TextArea {...text("why")} hint={fields.whyHint} rows={2} maxLength={1_000} />
      <TextField {...text("instead")} maxLength={500} />
      <div className={page.pair}>
        <SelectField
          label={fields.severity}
          value={draft.severity}
          choices={SEVERITIES.map((value) => ({ value, label: words.protocol.severities[value] }))}
          onChange={(event) =>
            onChange({ ...draft, severity: SEVERITIES.find((each) => each === event.target.value) ?? "remark" })
          }
        />
        <SelectField
          label={fields.by}
          value={draft.by}
          choices={BYS.map((value) => ({ value, label: told.bys[value] }))}
          onChange={(event) => onChange({ ...draft, by: event.target.value === "pattern" ? "pattern" : "phrases" })}
        />
      </div>
      {draft.by === "phrases" ? (
        <TextArea {...text("phrases")} hint={fields.phrasesHint} rows={3} />
      ) : (
        <TextField {...text("pattern")} hint={fields.patternHint} spellCheck={false} maxLength={4_000} />
      )}
      <TextArea said {...text("finds")} hint={fields.perLine} rows={3} />
      <TextArea said {...text("leaves")} hint={fields.perLine} rows={3} />
      <Channels draft={draft} onChange={onChange} />
      <TextField {...text("source")} maxLength={500} />
    </>
  )
}

function Channels({ draft, onChange }: Props) {
  const flip = (channel: RuleChannel) => {
    const { channels } = draft
    const isOn = channels.includes(channel)
    onChange({ ...draft, channels: isOn ? channels.filter((each) => each !== channel) : [...channels, channel] })
  }
  return (
    <fieldset className={styles.channels}>
      <legend>{fields.channels}</legend>
      {RULE_CHANNELS.map((channel) => (
        <label key={channel}>
          <input type="checkbox" checked={draft.channels.includes(channel)} onChange={() => flip(channel)} />{" "}
          {told.channels[channel]}
        </label>
      ))}
      <p className="mute x">{told.everywhere}</p>
    </fieldset>
  )
}
