import { useState } from "react"
import { writeWorkspace } from "../../contract/workspace.ts"
import { type FollowThroughPolicy, POLICY_MINUTES_MAX, policyInWords } from "../../ledger/follow-through-policy.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { CheckField } from "../ui/check-field.tsx"
import { TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { SaveFoot } from "./save-foot.tsx"
import styles from "./settings.module.css"
import { isWholeNumber } from "./whole-number.ts"

const told = words.followThrough
const MINUTES = ["beforeDueMinutes", "standInMinutes", "leadsMinutes", "adminsMinutes", "awayMinutes"] as const

type Draft = Readonly<Record<(typeof MINUTES)[number], string>>

/** Who is reminded of a promise and when: in words for everybody, and the numbers for who may change them. */
export function FollowThroughPart() {
  const { member, settings } = useHere()
  return member.role === "admin" ? <Numbers /> : <InWords policy={settings.followThrough} />
}

function Numbers() {
  const { settings } = useHere()
  const toast = useToast()
  const write = useChange(writeWorkspace)
  const [draft, setDraft] = useState<Draft>(() => draftOf(settings.followThrough))
  const [byMail, setByMail] = useState(settings.followThrough.byMail)
  const policy = policyOf(draft, byMail)
  const isOrdered =
    policy === null || (policy.standInMinutes <= policy.leadsMinutes && policy.leadsMinutes <= policy.adminsMinutes)
  const isGood = policy !== null && isOrdered
  const save = () => {
    if (!isGood || write.isPending) return
    write.mutate(
      { body: { settings: { followThrough: policy } } },
      { onSuccess: () => toast({ text: words.settings.saved }) },
    )
  }
  return (
    <>
      <p className={page.hint}>{told.hint}</p>
      <div className={page.form}>
        <div className={styles.numbers}>
          {MINUTES.map((name) => (
            <TextField
              key={name}
              label={told[name]}
              inputMode="numeric"
              value={draft[name]}
              error={errorOf(name, draft, isOrdered)}
              onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
            />
          ))}
        </div>
        <CheckField label={told.byMail} checked={byMail} onChange={setByMail} />
        <SaveFoot write={write} isGood={isGood} onSave={save} />
      </div>
      <div style={{ marginTop: 24 }}>
        <InWords policy={policy ?? settings.followThrough} />
      </div>
    </>
  )
}

function InWords({ policy }: { policy: FollowThroughPolicy }) {
  const { settings } = useHere()
  return (
    <section aria-labelledby="in-words">
      <h2 id="in-words">{told.inWords}</h2>
      <ul className={`${page.hint} ${styles.sentences}`}>
        {policyInWords(policy, settings.graceMinutes).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

function draftOf(policy: FollowThroughPolicy): Draft {
  return {
    beforeDueMinutes: String(policy.beforeDueMinutes),
    standInMinutes: String(policy.standInMinutes),
    leadsMinutes: String(policy.leadsMinutes),
    adminsMinutes: String(policy.adminsMinutes),
    awayMinutes: String(policy.awayMinutes),
  }
}

/** Null while a field holds no number of minutes. */
function policyOf(draft: Draft, byMail: boolean): FollowThroughPolicy | null {
  if (!MINUTES.every((name) => isMinutes(draft[name]))) return null
  return {
    beforeDueMinutes: Number(draft.beforeDueMinutes),
    standInMinutes: Number(draft.standInMinutes),
    leadsMinutes: Number(draft.leadsMinutes),
    adminsMinutes: Number(draft.adminsMinutes),
    awayMinutes: Number(draft.awayMinutes),
    byMail,
  }
}

function errorOf(name: (typeof MINUTES)[number], draft: Draft, isOrdered: boolean): string | null {
  if (!isMinutes(draft[name])) return told.bad
  return name === "adminsMinutes" && !isOrdered ? told.order : null
}

function isMinutes(text: string): boolean {
  return isWholeNumber(text, { max: POLICY_MINUTES_MAX })
}
