import { useQueryClient } from "@tanstack/react-query"
import { Link, useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { PASSWORD_LENGTH_MIN, createSetup, readSetup } from "../../contract/session.ts"
import { Refusal } from "../api.ts"
import { useChange, useRead } from "../queries.ts"
import { Alone } from "../shell/alone.tsx"
import { Button } from "../ui/button.tsx"
import { TextField } from "../ui/field.tsx"
import { NewPasswordField } from "../ui/new-password-field.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import { ZoneField } from "./zone-field.tsx"
import { type Missing, isZone } from "./zones.ts"

const { setUp: texts } = words
const EMPTY = {
  workspace: "",
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  name: "",
  email: "",
  password: "",
}

/** The first visit: makes the first workspace and its admin. */
export function SetUpPage() {
  const navigate = useNavigate()
  const client = useQueryClient()
  const setup = useRead(readSetup)
  const create = useChange(createSetup)
  const [form, setForm] = useState(EMPTY)
  const [tried, setTried] = useState(false)
  const missing = missingIn(form)
  const submit = () => {
    setTried(true)
    if (Object.keys(missing).length > 0) return
    const done = ({ slug }: { slug: string }) => {
      client.clear()
      void navigate({ to: "/$slug/start", params: { slug }, replace: true })
    }
    create.mutate({ body: form }, { onSuccess: done })
  }
  if (setup.data?.needed === false && !create.isPending && !create.isSuccess) return <AlreadySetUp />
  const field = (name: keyof typeof EMPTY) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
    error: (tried ? missing[name] : null) ?? refusedField(create.error, name),
  })
  return (
    <Alone title={texts.title} intro={texts.intro} onSubmit={submit}>
      <TextField
        label={texts.workspace}
        hint={texts.workspaceHint}
        autoFocus
        autoComplete="organization"
        {...field("workspace")}
      />
      <ZoneField label={texts.zone} hint={texts.zoneHint} {...field("zone")} />
      <TextField label={texts.name} autoComplete="name" {...field("name")} />
      <TextField label={texts.email} type="email" autoComplete="username" {...field("email")} />
      <NewPasswordField label={texts.password} hint={texts.passwordHint(PASSWORD_LENGTH_MIN)} {...field("password")} />
      {create.isError && <Failure error={create.error} what={texts.failed} />}
      <div>
        <Button kind="main" type="submit" held={create.isPending}>
          {texts.does}
        </Button>
      </div>
    </Alone>
  )
}

function AlreadySetUp() {
  return (
    <Alone title={texts.already}>
      <p>
        <Link to="/sign-in">{texts.signIn}</Link>
      </p>
    </Alone>
  )
}

function missingIn(form: typeof EMPTY): Missing<keyof typeof EMPTY> {
  return {
    ...(form.workspace.trim() === "" ? { workspace: texts.nameMissing } : {}),
    ...(isZone(form.zone) ? {} : { zone: texts.zoneWrong }),
    ...(form.name.trim() === "" ? { name: texts.nameMissing } : {}),
    ...(/^\S+@\S+\.\S+$/.test(form.email.trim()) ? {} : { email: texts.emailMissing }),
    ...(form.password.length < PASSWORD_LENGTH_MIN ? { password: texts.passwordShort(PASSWORD_LENGTH_MIN) } : {}),
  }
}

function refusedField(error: Error | null, name: string): string | null {
  if (!(error instanceof Refusal)) return null
  return error.problem.fields?.find(({ path }) => path === name || path.endsWith(`.${name}`))?.message ?? null
}
