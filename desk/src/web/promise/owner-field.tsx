import { listMembers } from "../../contract/members.ts"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { SelectField } from "../ui/field.tsx"
import { words } from "../words.ts"

export type TeamMember = { readonly id: string; readonly name: string }

/** Who is in the team now, oneself first; only oneself until the list has come. */
export function useTeam(): readonly TeamMember[] {
  const { member } = useHere()
  const members = useRead(listMembers).data?.items ?? []
  const others = members.filter((each) => each.removedAt === null && each.id !== member.id)
  return [{ id: member.id, name: member.name }, ...others.map(({ id, name }) => ({ id, name }))]
}

/** Names by id, of those who left too: the record names them. */
export function useTeamNames(): ReadonlyMap<string, string> {
  const members = useRead(listMembers).data?.items ?? []
  return new Map(members.map(({ id, name }) => [id, name]))
}

/** The member who has this mail address; null when none here has. As far as a mail's sender can be believed. */
export function useMemberAt(address: string | undefined): string | null {
  const members = useRead(listMembers).data?.items ?? []
  const found = members.find((each) => each.removedAt === null && each.email.toLowerCase() === address?.toLowerCase())
  return found?.name ?? null
}

export function OwnerField({ ownerId, onChange }: { ownerId: string; onChange: (id: string) => void }) {
  const { member } = useHere()
  const choices = useTeam().map(({ id, name }) => ({
    value: id,
    label: id === member.id ? words.fields.ownerMe(name) : name,
  }))
  return (
    <SelectField
      label={words.fields.owner}
      choices={choices}
      value={ownerId}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

export function DeedField({ deed, onChange }: { deed: string; onChange: (deed: string) => void }) {
  const { settings } = useHere()
  const choices = settings.deeds.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <SelectField
      label={words.fields.deed}
      choices={choices}
      value={deed}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
