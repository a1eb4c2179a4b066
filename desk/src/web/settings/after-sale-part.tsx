import { useState } from "react"
import { writeWorkspace } from "../../contract/workspace.ts"
import { countryOf } from "../../ledger/country.ts"
import {
  EXCEPTIONS,
  OUTCOME_DAYS_MAX,
  SALE_KINDS,
  WITHDRAWAL_DAYS_MAX,
  type WithdrawalRule,
} from "../../ledger/withdrawal.ts"
import styles from "../after-sale/after-sale.module.css"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { CheckField } from "../ui/check-field.tsx"
import { SelectField, TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { SaveFoot } from "./save-foot.tsx"
import { isWholeNumber } from "./whole-number.ts"

const told = words.afterSale.settings

type RuleDraft = Omit<WithdrawalRule, "days" | "refundDays"> & { readonly days: string; readonly refundDays: string }

const NEW_RULE: RuleDraft = {
  country: "",
  kind: "goods",
  product: "",
  days: "14",
  from: "delivery",
  refundDays: "14",
  exception: null,
  source: "",
}

/** Until when customers may withdraw, and whether they are asked if what they bought helped. */
export function AfterSaleSettingsPart() {
  const { settings } = useHere()
  const toast = useToast()
  const write = useChange(writeWorkspace)
  const [rules, setRules] = useState(() => settings.afterSale.withdrawal.map(draftOf))
  const [on, setOn] = useState(settings.afterSale.outcome.on)
  const [days, setDays] = useState(String(settings.afterSale.outcome.days))
  const isGood = rules.every(isGoodRule) && isWholeNumber(days, { min: 1, max: OUTCOME_DAYS_MAX })
  const save = () => {
    if (!isGood || write.isPending) return
    const afterSale = { withdrawal: rules.map(ruleOf), outcome: { on, days: Number(days) } }
    write.mutate({ body: { settings: { afterSale } } }, { onSuccess: () => toast({ text: words.settings.saved }) })
  }
  const change = (at: number, rule: RuleDraft) => setRules(rules.map((each, index) => (index === at ? rule : each)))
  return (
    <>
      <p className={page.hint}>
        {told.hint} {words.afterSale.notAdvice}
      </p>
      <section className={page.section}>
        <h2>{told.rules}</h2>
        <p className={page.hint}>{told.countryHint}</p>
        {rules.map((rule, at) => (
          <RuleFields
            key={at}
            rule={rule}
            onChange={(next) => change(at, next)}
            onRemove={() => setRules(rules.filter((_, index) => index !== at))}
          />
        ))}
        <Button small onClick={() => setRules([...rules, NEW_RULE])}>
          {told.add}
        </Button>
      </section>
      <section className={page.section}>
        <h2>{told.outcome}</h2>
        <p className={page.hint}>{told.outcomeHint}</p>
        <CheckField label={told.on} checked={on} onChange={setOn} />
        <TextField
          label={told.outcomeDays}
          inputMode="numeric"
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
      </section>
      <SaveFoot write={write} isGood={isGood} bad={told.bad} onSave={save} />
    </>
  )
}

function draftOf(rule: WithdrawalRule): RuleDraft {
  return { ...rule, days: String(rule.days), refundDays: String(rule.refundDays) }
}

function ruleOf(rule: RuleDraft): WithdrawalRule {
  return {
    ...rule,
    country: countryOf(rule.country) ?? rule.country,
    days: Number(rule.days),
    refundDays: Number(rule.refundDays),
  }
}

function isGoodRule({ country, days, refundDays }: RuleDraft): boolean {
  return (
    (country === "*" || country === "EU" || countryOf(country) !== null) &&
    [days, refundDays].every((each) => isWholeNumber(each, { max: WITHDRAWAL_DAYS_MAX }))
  )
}

type RuleProps = {
  readonly rule: RuleDraft
  readonly onChange: (rule: RuleDraft) => void
  readonly onRemove: () => void
}

function RuleFields({ rule, onChange, onRemove }: RuleProps) {
  return (
    <div className={styles.rule} role="group" aria-label={`${told.rules}: ${rule.country}`}>
      <TextField
        label={told.country}
        maxLength={2}
        value={rule.country}
        onChange={(event) => onChange({ ...rule, country: event.target.value.toUpperCase() })}
      />
      <SelectField
        label={told.kind}
        value={rule.kind}
        choices={SALE_KINDS.map((value) => ({ value, label: words.afterSale.dialog.kinds[value] }))}
        onChange={(event) =>
          onChange({ ...rule, kind: SALE_KINDS.find((each) => each === event.target.value) ?? rule.kind })
        }
      />
      <TextField
        label={told.product}
        maxLength={200}
        value={rule.product}
        onChange={(event) => onChange({ ...rule, product: event.target.value })}
      />
      <TextField
        label={told.days}
        inputMode="numeric"
        value={rule.days}
        onChange={(event) => onChange({ ...rule, days: event.target.value })}
      />
      <SelectField
        label={told.from}
        value={rule.from}
        choices={[
          { value: "delivery", label: told.froms.delivery },
          { value: "order", label: told.froms.order },
        ]}
        onChange={(event) => onChange({ ...rule, from: event.target.value === "order" ? "order" : "delivery" })}
      />
      <TextField
        label={told.refundDays}
        inputMode="numeric"
        value={rule.refundDays}
        onChange={(event) => onChange({ ...rule, refundDays: event.target.value })}
      />
      <div className={styles.wide}>
        <SelectField
          label={told.exception}
          value={rule.exception ?? ""}
          choices={[
            { value: "", label: words.afterSale.dialog.noException },
            ...EXCEPTIONS.map((value) => ({ value, label: words.afterSale.window.none(value) })),
          ]}
          onChange={(event) =>
            onChange({ ...rule, exception: EXCEPTIONS.find((each) => each === event.target.value) ?? null })
          }
        />
      </div>
      <div className={styles.removable}>
        <TextField
          label={told.source}
          maxLength={300}
          value={rule.source}
          onChange={(event) => onChange({ ...rule, source: event.target.value })}
        />
        <TextButton onClick={onRemove}>{told.remove}</TextButton>
      </div>
    </div>
  )
}
