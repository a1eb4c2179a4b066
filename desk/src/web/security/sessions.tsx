import type { z } from "zod"
import { endOtherSessions, endSession, type readSecurity } from "../../contract/security.ts"
import { useNow } from "../edge.tsx"
import { useChange } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { Failure } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { deviceWords } from "./device-words.ts"
import styles from "./security.module.css"

const told = words.security.sessions

type Session = z.output<typeof readSecurity.answer>["sessions"][number]

export function Sessions({ sessions, zone }: { sessions: readonly Session[]; zone: string }) {
  const end = useChange(endSession)
  const endOthers = useChange(endOtherSessions)
  const toast = useToast()
  const error = end.error ?? endOthers.error
  return (
    <section>
      <h2>{told.title}</h2>
      <ul className={styles.list}>
        {sessions.map((each) => (
          <Row
            key={each.id}
            session={each}
            zone={zone}
            onEnd={() =>
              end.mutate({ params: { sessionId: each.id } }, { onSuccess: () => toast({ text: told.ended(1) }) })
            }
          />
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className={styles.line}>
          <Button
            held={endOthers.isPending}
            onClick={() => endOthers.mutate({}, { onSuccess: ({ ended }) => toast({ text: told.ended(ended) }) })}
          >
            {told.endOthers}
          </Button>
        </div>
      )}
      {error !== null && <Failure error={error} what={words.security.changeFailed} />}
    </section>
  )
}

function Row({
  session: { device, by, current, startedAt, usedAt },
  zone,
  onEnd,
}: {
  session: Session
  zone: string
  onEnd: () => void
}) {
  const now = useNow()
  const [started, used] = [instantOf(startedAt), instantOf(usedAt)]
  const name = deviceWords(device)
  return (
    <li>
      <div>
        <b>{name}</b>
        {current && <span className="mute"> · {told.here}</span>}
        <p>
          {told.by[by]}, {started !== null && told.since(moment(started, { zone, now }))}
          {used !== null && !current && `, ${told.used(moment(used, { zone, now }))}`}
        </p>
      </div>
      {!current && (
        <TextButton aria-label={told.endOf(name)} onClick={onEnd}>
          {told.end}
        </TextButton>
      )}
    </li>
  )
}
