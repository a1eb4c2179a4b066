import { cancelAwayTime, listAwayTimes } from "../../contract/notices.ts"
import { listMembers } from "../../contract/members.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { TextButton } from "../ui/button.tsx"
import page from "../ui/page.module.css"
import { Failure, NotYet } from "../ui/states.tsx"
import { fullMoment, instantOf } from "../ui/time.ts"
import { words } from "../words.ts"
import { AwayForm } from "./away-form.tsx"

const told = words.away

/** When members are or will be away. Everybody sets their own, admins anybody's. */
export function AwayPart() {
  const { member, zone } = useHere()
  const now = useNow()
  const read = useRead(listAwayTimes)
  const team = useRead(listMembers).data?.items.filter(({ removedAt }) => removedAt === null) ?? []
  const cancel = useChange(cancelAwayTime)
  if (read.data === undefined) return <NotYet read={read} what={words.settings.failed} />
  const nameOf = (id: string) => team.find((each) => each.id === id)?.name ?? ""
  const shown = (at: string) => {
    const instant = instantOf(at)
    return instant === null ? "" : fullMoment(instant, { zone, now })
  }
  return (
    <>
      <p className={page.hint}>{told.hint}</p>
      {read.data.items.length === 0 && <p className="mute">{told.none}</p>}
      {read.data.items.length > 0 && (
        <table className={page.table}>
          <thead>
            <tr>
              <th>{told.who}</th>
              <th>{told.from}</th>
              <th>{told.until}</th>
              <th>{told.hands}</th>
              <th>
                <span className="vh">{told.cancel}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {read.data.items.map(({ id, memberId, from, until, handAt }) => (
              <tr key={id}>
                <td>{nameOf(memberId)}</td>
                <td>{shown(from)}</td>
                <td>{shown(until)}</td>
                <td>{shown(handAt)}</td>
                <td>
                  {(memberId === member.id || member.role === "admin") && (
                    <TextButton
                      aria-label={told.cancelOf(nameOf(memberId))}
                      onClick={() => cancel.mutate({ params: { awayId: id } })}
                    >
                      {told.cancel}
                    </TextButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {cancel.isError && <Failure error={cancel.error} what={told.cancelFailed} />}
      <AwayForm team={member.role === "admin" ? team : team.filter(({ id }) => id === member.id)} />
    </>
  )
}
