import { Link } from "@tanstack/react-router"
import type { z } from "zod"
import { type notice as noticeShape, sayOnIt } from "../../contract/notices.ts"
import { isOwed } from "../../ledger/customer-promise.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { headlineOf } from "../shell/notice-alerts.tsx"
import { Button } from "../ui/button.tsx"
import { Failure } from "../ui/states.tsx"
import { instantOf, moment, spokenMoment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import styles from "./notices.module.css"

const told = words.notices

type Notice = z.output<typeof noticeShape>

export function NoticeRow({ notice, isNew }: { notice: Notice; isNew: boolean }) {
  const { slug, zone, member } = useHere()
  const when = { zone, now: useNow() }
  const shown = instantOf(notice.shownAt)
  return (
    <li className={styles.row} data-new={isNew || undefined}>
      <time dateTime={notice.shownAt} className="mute">
        {shown === null ? "" : moment(shown, when)}
      </time>
      <div>
        <p>
          <b>{headlineOf(notice)}</b> <span className="mute">{about(notice, when, member.id)}</span>
        </p>
        <p className="q">
          <Link to="/$slug/promises/$promiseId" params={{ slug, promiseId: notice.promiseId }}>
            {notice.words === null ? told.erased : `“${notice.words}”`}
          </Link>
        </p>
        {notice.said !== null && <p className="q">{told.said(notice.said)}</p>}
        {notice.mailProblem !== null && <p className="x mute">{told.notMailed(notice.mailProblem)}</p>}
      </div>
      <OnIt notice={notice} />
    </li>
  )
}

function about(
  { customer, owner, dueUntil, state }: Notice,
  when: Parameters<typeof spokenMoment>[1],
  memberId: string,
): string {
  const due = instantOf(dueUntil)
  const parts = [
    owner.id === memberId ? told.yours : told.of(owner.name),
    customer.name === null ? "" : told.to(customer.name),
    due === null ? "" : told.due(spokenMoment(due, when)),
    isOwed(state) ? "" : told.settled,
  ]
  return parts.filter((part) => part !== "").join(" · ")
}

function OnIt({ notice: { id, owner, onItAt, state } }: { notice: Notice }) {
  const { member } = useHere()
  const toast = useToast()
  const say = useChange(sayOnIt)
  if (owner.id !== member.id || !isOwed(state)) return null
  if (onItAt !== null) return <span className="mute">{told.onItSaid}</span>
  const press = () => say.mutate({ params: { noticeId: id } }, { onSuccess: () => toast({ text: told.onItDone }) })
  return (
    <span>
      <Button small held={say.isPending} onClick={press}>
        {told.onIt}
      </Button>
      {say.isError && <Failure error={say.error} what={told.onItFailed} onRetry={press} />}
    </span>
  )
}
