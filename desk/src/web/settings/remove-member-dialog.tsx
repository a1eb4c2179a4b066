import { removeMember } from "../../contract/members.ts"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import type { Member } from "./members-part.tsx"

const told = words.settings.members

/** Removes a member after saying who takes over what they owe. */
export function RemoveMemberDialog({
  member,
  team,
  onClose,
}: {
  member: Member
  team: readonly Member[]
  onClose: () => void
}) {
  const remove = useChange(removeMember)
  const toast = useToast()
  const standIn = team.find((each) => each.id === member.standInId && each.removedAt === null)
  const submit = () => {
    if (remove.isPending) return
    remove.mutate(
      { params: { memberId: member.id } },
      {
        onSuccess: ({ handedOver }) => {
          toast({ text: told.removed(handedOver) })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={told.removeTitle(member.name)}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={told.removeDoes} busy={remove.isPending} />}
    >
      <p>{told.removeHint(member.owes, standIn?.name ?? told.toAdmin)}</p>
      {remove.isError && <Failure error={remove.error} what={told.removeFailed} />}
    </Dialog>
  )
}
