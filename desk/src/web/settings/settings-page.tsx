import { type ReactNode, useEffect, useRef } from "react"
import { Link, useParams } from "@tanstack/react-router"
import { useHere } from "../here.tsx"
import { ImportPart } from "../imports/import-part.tsx"
import { RepliesPart } from "../replies/replies-part.tsx"
import page from "../ui/page.module.css"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { ApiKeysPart } from "./api-keys-part.tsx"
import { AfterSaleSettingsPart } from "./after-sale-part.tsx"
import { AnswerCheckPart } from "./answer-check-part.tsx"
import { AwayPart } from "./away-part.tsx"
import { FollowThroughPart } from "./follow-through-part.tsx"
import { CustomerPageSettingsPart } from "./customer-page-part.tsx"
import { HoursPart } from "./hours-part.tsx"
import { SettingsLogPart } from "./settings-log-part.tsx"
import { MailPart } from "./mail-part.tsx"
import { MembersPart } from "./members-part.tsx"
import { RetentionPart } from "./retention-part.tsx"
import { RulesPart } from "./rules-part.tsx"
import styles from "./settings.module.css"
import { SecurityPart } from "../security/security-part.tsx"
import { WebhooksPart } from "./webhooks-part.tsx"
import { WorkspacePart } from "./workspace-part.tsx"
import { YouPart } from "./you-part.tsx"

const told = words.settings

type Drawn = { readonly draws: () => ReactNode; readonly admin: boolean; readonly begins?: true }

/** In groups: oneself, the team, what customers get, the desk. `begins`: a group. */
const PARTS = {
  you: { draws: YouPart, admin: false },
  security: { draws: SecurityPart, admin: false },
  members: { draws: MembersPart, admin: false, begins: true },
  away: { draws: AwayPart, admin: false },
  hours: { draws: HoursPart, admin: true },
  "follow-through": { draws: FollowThroughPart, admin: false },
  mail: { draws: MailPart, admin: true, begins: true },
  replies: { draws: RepliesPart, admin: false },
  rules: { draws: RulesPart, admin: true },
  "customer-page": { draws: CustomerPageSettingsPart, admin: true },
  "after-sale": { draws: AfterSaleSettingsPart, admin: true },
  "after-answer": { draws: AnswerCheckPart, admin: true },
  workspace: { draws: WorkspacePart, admin: true, begins: true },
  import: { draws: ImportPart, admin: true },
  keys: { draws: ApiKeysPart, admin: true },
  webhooks: { draws: WebhooksPart, admin: true },
  retention: { draws: RetentionPart, admin: true },
  log: { draws: SettingsLogPart, admin: true },
} as const satisfies Record<string, Drawn>

type Part = keyof typeof PARTS

/** Settings, a part at a time; what only an admin may change says so. */
export function SettingsPage() {
  const { slug, member } = useHere()
  const asked = useParams({ strict: false }).part ?? "you"
  const part = isPart(asked) ? asked : "you"
  useTitle(`${told.title}: ${told.parts[part]}`)
  const { draws: Draws, admin }: Drawn = PARTS[part]
  const parts = useCurrentInView(part)
  const isRefused = admin && member.role !== "admin"
  return (
    <main id="main" className={page.page}>
      <h1>{told.title}</h1>
      <div className={styles.settings}>
        <nav ref={parts} className={styles.parts} aria-label={told.partsLabel}>
          {Object.keys(PARTS)
            .filter(isPart)
            .map((each) => (
              <Link
                key={each}
                to="/$slug/settings/$part"
                params={{ slug, part: each }}
                aria-current={each === part ? "page" : undefined}
                data-begins={"begins" in PARTS[each] || undefined}
              >
                {told.parts[each]}
              </Link>
            ))}
        </nav>
        <div className={styles.part}>
          <h2 className={styles.title}>{told.parts[part]}</h2>
          {isRefused ? <p className="mute">{told.adminOnly}</p> : <Draws />}
        </div>
      </div>
    </main>
  )
}

/** On a phone the parts are wider than the screen: the chosen one is brought into it. */
function useCurrentInView(part: Part) {
  const parts = useRef<HTMLElement>(null)
  useEffect(() => {
    const current = parts.current?.querySelector<HTMLElement>("[aria-current]")
    if (current) parts.current?.scrollTo({ left: current.offsetLeft - 24 })
  }, [part])
  return parts
}

function isPart(name: string): name is Part {
  return Object.hasOwn(PARTS, name)
}
