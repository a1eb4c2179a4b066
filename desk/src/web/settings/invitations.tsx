import { useState } from "react"
import { createInvitation, listInvitations, revokeInvitation } from "../../contract/members.ts"
import { mailAddress, role } from "../../contract/values.ts"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { SelectField, TextField } from "../ui/field.tsx"
import { Form } from "../ui/form.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { instantOf, longDay } from "../ui/time.ts"
import { words } from "../words.ts"
import { Secret } from "./secret.tsx"

const told = words.settings.members

/** Invites by a link that the admin sends themselves: the desk writes no mail of its own. */
export function Invitations() {
  const create = useChange(createInvitation)
  const [email, setEmail] = useState("")
  const [as, setAs] = useState<(typeof role.options)[number]>("member")
  const [isTried, setTried] = useState(false)
  const read = mailAddress.safeParse(email.trim())
  const submit = () => {
    setTried(true)
    if (!read.success || create.isPending) return
    create.mutate(
      { body: { email: read.data, role: as } },
      {
        onSuccess: () => {
          setEmail("")
          setTried(false)
        },
      },
    )
  }
  return (
    <section className={page.section} style={{ marginTop: 28 }}>
      <h2>{told.invite}</h2>
      <Form inLine style={{ maxWidth: 640 }} onSubmit={submit}>
        <div className={page.grow}>
          <TextField
            label={told.email}
            type="email"
            value={email}
            error={isTried && !read.success ? told.inviteMissing : null}
            onChange={(event) => setEmail(event.target.value)}
          />
        </div>
        <SelectField
          label={told.role}
          choices={role.options.map((each) => ({ value: each, label: told.roles[each] }))}
          value={as}
          onChange={(event) => setAs(role.options.find((each) => each === event.target.value) ?? "member")}
        />
        <Button type="submit" held={create.isPending}>
          {told.inviteDoes}
        </Button>
      </Form>
      {create.isError && <Failure error={create.error} what={told.inviteFailed} />}
      {create.data !== undefined && (
        <Secret
          hint={told.inviteLink}
          text={`${location.origin}/join?token=${encodeURIComponent(create.data.token)}`}
          copy={told.copy}
        />
      )}
      <OpenInvitations />
    </section>
  )
}

function OpenInvitations() {
  const { zone } = useHere()
  const items = useRead(listInvitations).data?.items ?? []
  const revoke = useChange(revokeInvitation)
  if (items.length === 0) return null
  return (
    <>
      <h3 style={{ paddingTop: 16 }}>{told.open}</h3>
      <table className={page.table}>
        <tbody>
          {items.map((each) => {
            const until = instantOf(each.expiresAt)
            return (
              <tr key={each.id}>
                <td>{each.email}</td>
                <td>{told.roles[each.role]}</td>
                <td className="mute">{until !== null && told.expires(longDay(until, zone))}</td>
                <td>
                  <TextButton onClick={() => revoke.mutate({ params: { invitationId: each.id } })}>
                    {told.revoke}
                  </TextButton>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {revoke.isError && <Failure error={revoke.error} what={told.revokeFailed} />}
    </>
  )
}
