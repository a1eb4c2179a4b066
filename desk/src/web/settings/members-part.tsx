import { useState } from "react"
import type { z } from "zod"
import { listMembers, writeMember, type member } from "../../contract/members.ts"
import { endSessionsOfMember } from "../../contract/security.ts"
import { role } from "../../contract/values.ts"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { TextButton } from "../ui/button.tsx"
import { controlClass } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Failure, NotYet } from "../ui/states.tsx"
import { instantOf, longDay } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { Invitations } from "./invitations.tsx"
import { RemoveMemberDialog } from "./remove-member-dialog.tsx"
import styles from "./settings.module.css"

const told = words.settings.members

export type Member = z.output<typeof member>

/** The team: roles, stand-ins, and what each owes. Admins change it. */
export function MembersPart() {
  const read = useRead(listMembers)
  const { member: me } = useHere()
  const [removing, setRemoving] = useState<Member | null>(null)
  const isAdmin = me.role === "admin"
  if (read.data === undefined) return <NotYet read={read} what={words.settings.failed} />
  const { items } = read.data
  return (
    <>
      <p className={page.hint}>{told.standInHint}</p>
      <table className={page.table} data-fields>
        <thead>
          <tr>
            <th>{told.name}</th>
            <th>{told.email}</th>
            <th>{told.role}</th>
            <th>{told.standIn}</th>
            <th>{told.owes}</th>
            <th>
              <span className="vh">{words.settings.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((each) => (
            <MemberRow key={each.id} member={each} team={items} isAdmin={isAdmin} onRemove={() => setRemoving(each)} />
          ))}
        </tbody>
      </table>
      {isAdmin && <Invitations />}
      {removing !== null && <RemoveMemberDialog member={removing} team={items} onClose={() => setRemoving(null)} />}
    </>
  )
}

type RowProps = {
  readonly member: Member
  readonly team: readonly Member[]
  readonly isAdmin: boolean
  readonly onRemove: () => void
}

function MemberRow({ member: { id, name, email, owes, removedAt, ...of }, team, isAdmin, onRemove }: RowProps) {
  const { zone, member: me } = useHere()
  const write = useChange(writeMember)
  const left = instantOf(removedAt)
  const isFixed = !isAdmin || left !== null
  const standIns = team.filter((each) => each.id !== id && each.removedAt === null)
  return (
    <tr>
      <td>
        <b>{name}</b>
        {left !== null && <span className="mute x"> {told.left(longDay(left, zone))}</span>}
        {write.isError && <Failure error={write.error} what={words.settings.saveFailed} />}
      </td>
      <td className="mute">{email}</td>
      <td data-label={told.role}>
        {isFixed ? (
          told.roles[of.role]
        ) : (
          <select
            className={`${controlClass} ${styles.inTable}`}
            aria-label={`${told.role}: ${name}`}
            value={of.role}
            onChange={(event) => {
              const chosen = role.safeParse(event.target.value)
              if (chosen.success) write.mutate({ params: { memberId: id }, body: { role: chosen.data } })
            }}
          >
            {role.options.map((each) => (
              <option key={each} value={each}>
                {told.roles[each]}
              </option>
            ))}
          </select>
        )}
      </td>
      <td data-label={isFixed && of.standInId === null ? "" : told.standIn}>
        {isFixed ? (
          (team.find((each) => each.id === of.standInId)?.name ?? "")
        ) : (
          <StandInSelect
            label={`${told.standIn}: ${name}`}
            value={of.standInId}
            standIns={standIns}
            onChoose={(standInId) => write.mutate({ params: { memberId: id }, body: { standInId } })}
          />
        )}
      </td>
      <td className={page.number} data-label={told.owes}>
        {owes}
      </td>
      <td>{!isFixed && id !== me.id && <MemberActions id={id} name={name} onRemove={onRemove} />}</td>
    </tr>
  )
}

function MemberActions({ id, name, onRemove }: { id: string; name: string; onRemove: () => void }) {
  const signOut = useChange(endSessionsOfMember)
  const toast = useToast()
  const end = () =>
    signOut.mutate({ params: { memberId: id } }, { onSuccess: ({ ended }) => toast({ text: told.signedOut(ended) }) })
  return (
    <span className={styles.actions}>
      <TextButton aria-label={told.signOutOf(name)} onClick={end}>
        {told.signOut}
      </TextButton>
      <TextButton aria-label={told.remove(name)} onClick={onRemove}>
        {words.settings.remove}
      </TextButton>
      {signOut.isError && <Failure error={signOut.error} what={told.signOutFailed} />}
    </span>
  )
}

type StandInProps = {
  readonly label: string
  readonly value: string | null
  readonly standIns: readonly Member[]
  readonly onChoose: (standInId: string | null) => void
}

function StandInSelect({ label, value, standIns, onChoose }: StandInProps) {
  return (
    <select
      className={`${controlClass} ${styles.inTable}`}
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onChoose(event.target.value === "" ? null : event.target.value)}
    >
      <option value="">{told.nobody}</option>
      {standIns.map((each) => (
        <option key={each.id} value={each.id}>
          {each.name}
        </option>
      ))}
    </select>
  )
}
