import { useState } from "react"
import { createApiKey, listApiKeys, revokeApiKey } from "../../contract/mail-settings.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { TextField } from "../ui/field.tsx"
import { Form } from "../ui/form.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import { Secret } from "./secret.tsx"

const told = words.settings.apiKeys

/** Keys with which programs use the API. */
export function ApiKeysPart() {
  const create = useChange(createApiKey)
  const [name, setName] = useState("")
  const [isTried, setTried] = useState(false)
  const isEmpty = name.trim() === ""
  const submit = () => {
    setTried(true)
    if (isEmpty || create.isPending) return
    create.mutate(
      { body: { name: name.trim() } },
      {
        onSuccess: () => {
          setName("")
          setTried(false)
        },
      },
    )
  }
  return (
    <>
      <p className={page.hint}>
        {told.hint} <a href="/api/v1">{told.docs}</a>
      </p>
      <Form inLine onSubmit={submit}>
        <div className={page.grow} style={{ maxWidth: 420 }}>
          <TextField
            label={told.name}
            value={name}
            error={isTried && isEmpty ? told.nameMissing : null}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <Button type="submit" held={create.isPending}>
          {told.create}
        </Button>
      </Form>
      {create.isError && <Failure error={create.error} what={told.createFailed} />}
      {create.data !== undefined && <Secret hint={told.shown} text={create.data.key} copy={told.copy} />}
      <Keys />
    </>
  )
}

function Keys() {
  const { zone } = useHere()
  const now = useNow()
  const read = useRead(listApiKeys)
  const revoke = useChange(revokeApiKey)
  const shown = (at: string | null) => {
    const instant = instantOf(at)
    return instant === null ? told.never : moment(instant, { zone, now })
  }
  if (read.isError) {
    return <Failure error={read.error} what={words.settings.failed} onRetry={() => void read.refetch()} />
  }
  if (read.data?.items.length === 0)
    return (
      <p className={page.hint} style={{ paddingTop: 16 }}>
        {told.none}
      </p>
    )
  return (
    <>
      <table className={page.table} style={{ marginTop: 16 }}>
        <thead>
          <tr>
            <th>{told.name}</th>
            <th>{told.start}</th>
            <th>{told.created}</th>
            <th>{told.used}</th>
            <th>
              <span className="vh">{told.revoke}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {(read.data?.items ?? []).map((each) => (
            <tr key={each.id}>
              <td>{each.name}</td>
              <td data-label={told.start}>
                <code>{each.shownStart}…</code>
              </td>
              <td data-label={told.created}>{shown(each.createdAt)}</td>
              <td data-label={told.used}>{shown(each.lastUsedAt)}</td>
              <td>
                <TextButton
                  aria-label={told.revokeOf(each.name)}
                  onClick={() => revoke.mutate({ params: { apiKeyId: each.id } })}
                >
                  {told.revoke}
                </TextButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {revoke.isError && <Failure error={revoke.error} what={told.revokeFailed} />}
    </>
  )
}
