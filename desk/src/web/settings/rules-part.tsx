import { type Severity, claimRules, rules } from "aboveboard-engine"
import { useState } from "react"
import { listDismissals, undoDismissal } from "../../contract/fact-book.ts"
import { listOwnRules } from "../../contract/own-rules.ts"
import { writeWorkspace } from "../../contract/workspace.ts"
import { RULE_CHANNELS, type RuleSettings, type Softened } from "../../ledger/claim.ts"
import { OPEN_PLACE } from "../../ledger/open-places.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import styles from "../replies/replies.module.css"
import { Button, TextButton } from "../ui/button.tsx"
import { controlClass } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"

const told = words.rules
const OWN_SEVERITY = "remark" // where a rule of the team’s own names none
const SEVERITIES = ["off", "remark", "confirm", "hold"] as const

type SetRule = { readonly id: string; readonly severity: Severity; readonly why: string }

/** What is compared with facts comes first: it is what a shop tunes. */
const FACT_RULES: readonly SetRule[] = [...claimRules, { id: OPEN_PLACE, severity: "confirm", why: told.openPlace }]

/** How grave each rule is here, what bots may send, and which words are left alone. */
export function RulesPart() {
  const { settings } = useHere()
  const [draft, setDraft] = useState(settings.rules)
  const [drafts, setDrafts] = useState(settings.bots.drafts)
  const [channel, setChannel] = useState<Channel>("all")
  const toast = useToast()
  const write = useChange(writeWorkspace)
  const own = (useRead(listOwnRules).data?.items ?? []).map(({ rule: { id, why, severity = OWN_SEVERITY } }) => ({
    id,
    why,
    severity,
  }))
  const all = [...own, ...FACT_RULES, ...rules.filter(({ id }) => !FACT_RULES.some((each) => each.id === id))]
  const save = () =>
    write.mutate(
      { body: { settings: { rules: draft, bots: { drafts } } } },
      { onSuccess: () => toast({ text: words.settings.saved }) },
    )
  return (
    <>
      <section className={page.section}>
        <h2>{told.title}</h2>
        <p className={page.hint}>{told.hint}</p>
        <div className={styles.rules}>
          <div className={styles.rule}>
            <span className="x mute">{told.rule}</span>
            <select
              className={controlClass}
              aria-label={told.channel}
              value={channel}
              onChange={({ target }) => setChannel(RULE_CHANNELS.find((each) => each === target.value) ?? "all")}
            >
              {RULE_CHANNELS.map((each) => (
                <option key={each} value={each}>
                  {told.channels[each]}
                </option>
              ))}
            </select>
          </div>
          {all.map((rule) => (
            <RuleRow key={rule.id} rule={rule} channel={channel} settings={draft} onChange={setDraft} />
          ))}
        </div>
      </section>
      <section className={page.section}>
        <h2>{told.bots}</h2>
        <p className={page.hint}>{told.botsHint}</p>
        <select
          className={controlClass}
          aria-label={told.bots}
          value={drafts}
          onChange={(event) => setDrafts(event.target.value === "wait" ? "wait" : "send")}
        >
          <option value="send">{told.botsSend}</option>
          <option value="wait">{told.botsWait}</option>
        </select>
      </section>
      <p className={page.buttons}>
        <Button kind="main" held={write.isPending} onClick={save}>
          {words.settings.save}
        </Button>
      </p>
      {write.isError && <Failure error={write.error} what={words.settings.saveFailed} />}
      <Dismissals />
    </>
  )
}

type Channel = (typeof RULE_CHANNELS)[number]
type RowProps = {
  readonly rule: SetRule
  readonly channel: Channel
  readonly settings: RuleSettings
  readonly onChange: (settings: RuleSettings) => void
}

/** How grave a rule is on the chosen channel; where that says nothing, what is set for all of them. */
function RuleRow({ rule, channel, settings, onChange }: RowProps) {
  const set = (value: string) => {
    const { [rule.id]: _was, ...others } = settings[channel] ?? {}
    const severity = SEVERITIES.find((each) => each === value)
    const next: Softened = severity === undefined ? others : { ...others, [rule.id]: severity }
    onChange({ ...settings, [channel]: next })
  }
  const asItIs = told.asItIs(told.severities[rule.severity])
  const forEvery = settings.all?.[rule.id]
  const forAll = forEvery === undefined ? asItIs : told.severities[forEvery]
  const unset = channel === "all" ? asItIs : told.asForAll(forAll)
  return (
    <div className={styles.rule}>
      <div>
        <b>{rule.id}</b>
        <p>{rule.why.replace(/:$/, ".")}</p>
      </div>
      <select
        className={controlClass}
        aria-label={`${rule.id}, ${told.channels[channel]}`}
        value={settings[channel]?.[rule.id] ?? "own"}
        onChange={(event) => set(event.target.value)}
      >
        {(["own", ...SEVERITIES] as const).map((each) => (
          <option key={each} value={each}>
            {each === "own" ? unset : told.severities[each]}
          </option>
        ))}
      </select>
    </div>
  )
}

function Dismissals() {
  const { zone } = useHere()
  const now = useNow()
  const toast = useToast()
  const read = useRead(listDismissals)
  const undo = useChange(undoDismissal)
  const items = read.data?.items ?? []
  return (
    <section className={page.section}>
      <h2>{told.dismissals}</h2>
      <p className={page.hint}>{told.dismissalsHint}</p>
      {read.data !== undefined && items.length === 0 && <p className="mute x">{told.noDismissals}</p>}
      <table className={page.table}>
        <tbody>
          {items.map((each) => {
            const at = instantOf(each.at)
            return (
              <tr key={each.id}>
                <td>
                  <q className="q">{each.words}</q>
                </td>
                <td className="mute">{each.rule}</td>
                <td className="mute">{at !== null && told.by(each.by ?? told.somebody, moment(at, { now, zone }))}</td>
                <td>
                  <TextButton
                    onClick={() =>
                      undo.mutate(
                        { params: { dismissalId: each.id } },
                        { onSuccess: () => toast({ text: told.undone }) },
                      )
                    }
                  >
                    {told.undo}
                  </TextButton>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {undo.isError && <Failure error={undo.error} what={told.undoFailed} />}
    </section>
  )
}
