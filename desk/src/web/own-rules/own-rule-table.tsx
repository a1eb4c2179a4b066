import type { listOwnRules } from "../../contract/own-rules.ts"
import type { AnswerOf } from "../api.ts"
import { useMomentText } from "../protocol/audit-data.ts"
import { TextButton } from "../ui/button.tsx"
import page from "../ui/page.module.css"
import { words } from "../words.ts"

const told = words.ownRules

type Rules = AnswerOf<typeof listOwnRules>["items"]

export function OwnRuleTable({ rules, onOpen }: { rules: Rules; onOpen: (id: string) => void }) {
  const at = useMomentText()
  const { columns } = told
  return (
    <table className={page.table}>
      <thead>
        <tr>
          <th>{columns.rule}</th>
          <th>{columns.why}</th>
          <th>{columns.severity}</th>
          <th>{columns.since}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ id, rule, version, at: since }) => (
          <tr key={id}>
            <td>
              <TextButton onClick={() => onOpen(id)}>{rule.id}</TextButton>
            </td>
            <td data-label={columns.why}>{rule.why}</td>
            <td data-label={columns.severity}>{words.protocol.severities[rule.severity ?? "remark"]}</td>
            <td data-label={columns.since} className={`${page.number} mute`}>
              {words.protocol.version(version, at(since))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
