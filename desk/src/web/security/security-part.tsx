import { readSecurity } from "../../contract/security.ts"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import page from "../ui/page.module.css"
import { NotYet } from "../ui/states.tsx"
import { words } from "../words.ts"
import { AskAll } from "./ask-all.tsx"
import { Passkeys } from "./passkeys.tsx"
import { SecondFactor } from "./second-factor.tsx"
import styles from "./security.module.css"
import { Sessions } from "./sessions.tsx"

/** How the member signs in, where they are signed in, and what an admin asks of everybody. */
export function SecurityPart() {
  const { member, zone } = useHere()
  const read = useRead(readSecurity)
  if (read.data === undefined) return <NotYet read={read} what={words.security.failed} />
  return (
    <div className={`${page.form} ${styles.parts}`}>
      <SecondFactor security={read.data} />
      <Passkeys passkeys={read.data.passkeys} zone={zone} />
      <Sessions sessions={read.data.sessions} zone={zone} />
      {member.role === "admin" && <AskAll />}
    </div>
  )
}
