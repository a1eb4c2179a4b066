import page from "../ui/page.module.css"
import { words } from "../words.ts"
import type { Audit } from "./audit-data.ts"
import styles from "./protocol.module.css"

const told = words.protocol

/** What is open, by rule: most severe first. */
export function RuleList({ rules }: { rules: Audit["rules"] }) {
  return (
    <section className={page.section}>
      <h2>{told.byRule}</h2>
      {rules.length === 0 && <p className="mute">{told.nothingOpen}</p>}
      <ul className={styles.rules}>
        {rules.map(({ rule, severity, why, open, documents }) => (
          <li key={rule}>
            <span className={styles.rule}>
              <b>{rule}</b>
              <span className={styles.times}>{told.inDocuments(open, documents)}</span>
            </span>
            <p>
              <span className={styles.severity} data-severity={severity}>
                {told.severities[severity]}
              </span>{" "}
              {why}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
