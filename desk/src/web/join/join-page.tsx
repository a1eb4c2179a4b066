import { useQueryClient } from "@tanstack/react-query"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import { acceptInvitation, readInvitation } from "../../contract/members.ts"
import { PASSWORD_LENGTH_MIN } from "../../contract/session.ts"
import { useChange } from "../queries.ts"
import { Alone } from "../shell/alone.tsx"
import { Button } from "../ui/button.tsx"
import { TextField } from "../ui/field.tsx"
import { NewPasswordField } from "../ui/new-password-field.tsx"
import { Failure, Loading } from "../ui/states.tsx"
import { words } from "../words.ts"

const told = words.join

/** Joining a workspace with the link of an invitation. */
export function JoinPage() {
  const { token } = useSearch({ from: "/join" })
  const { mutate, data, isError, error } = useChange(readInvitation)
  useEffect(() => {
    if (token !== undefined) mutate({ body: { token } })
  }, [mutate, token])
  if (token === undefined) return <Alone title={told.titlePlain}>{told.noToken}</Alone>
  if (isError) {
    return (
      <Alone title={told.titlePlain}>
        <Failure error={error} what={told.failed} />
        <p className="mute">{told.failedHint}</p>
      </Alone>
    )
  }
  if (data === undefined) {
    return (
      <Alone title={told.titlePlain}>
        <Loading rows={2} />
      </Alone>
    )
  }
  return <JoinForm token={token} {...data} />
}

type Invitation = { readonly workspace: string; readonly email: string; readonly hasUser: boolean }

function JoinForm({ token, workspace, email, hasUser }: Invitation & { token: string }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const accept = useChange(acceptInvitation)
  const [name, setName] = useState("")
  const [password, setPassword] = useState("")
  const [isTried, setTried] = useState(false)
  const noName = name.trim() === ""
  const short = password.length < PASSWORD_LENGTH_MIN
  const submit = () => {
    setTried(true)
    if (noName || short || accept.isPending) return
    accept.mutate(
      { body: { token, name: name.trim(), password } },
      {
        onSuccess: ({ slug }) => {
          client.clear()
          void navigate({ to: "/$slug/today", params: { slug }, replace: true })
        },
      },
    )
  }
  const passwordField = {
    value: password,
    error: isTried && short ? told.passwordShort(PASSWORD_LENGTH_MIN) : null,
    onChange: (event: { target: { value: string } }) => setPassword(event.target.value),
  }
  return (
    <Alone title={told.title(workspace)} intro={told.email(email)} onSubmit={submit}>
      <TextField
        label={told.name}
        hint={told.nameHint}
        autoComplete="name"
        value={name}
        error={isTried && noName ? told.nameMissing : null}
        onChange={(event) => setName(event.target.value)}
      />
      {hasUser ? (
        <TextField label={told.passwordHas} type="password" autoComplete="current-password" {...passwordField} />
      ) : (
        <NewPasswordField label={told.password} hint={told.passwordHint(PASSWORD_LENGTH_MIN)} {...passwordField} />
      )}
      {accept.isError && <Failure error={accept.error} what={told.joinFailed} />}
      <div>
        <Button kind="main" type="submit" held={accept.isPending}>
          {told.does}
        </Button>
      </div>
    </Alone>
  )
}
