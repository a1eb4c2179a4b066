import { useState } from "react"
import type { z } from "zod"
import { listApiKeys } from "../../contract/mail-settings.ts"
import { listMailboxAccess, writeMailboxAccess } from "../../contract/mailbox-access.ts"
import { listMembers } from "../../contract/members.ts"
import { useChange, useRead } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { CheckField, RadioField } from "../ui/check-field.tsx"
import { Form } from "../ui/form.tsx"
import page from "../ui/page.module.css"
import { Failure, Loading } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import styles from "./settings.module.css"

const told = words.mailboxAccess

type Access = z.output<typeof listMailboxAccess.answer>["items"][number]
type Seer = { readonly id: string; readonly name: string }
/** Who may be named: members who are no admins, for admins see everything, and API keys. */
type Nameable = { readonly members: readonly Seer[]; readonly keys: readonly Seer[] }

/** Who may see the mail of each address that customers write to. */
export function MailboxAccessSection() {
  const read = useRead(listMailboxAccess)
  const members = useRead(listMembers)
  const keys = useRead(listApiKeys)
  const [opened, setOpened] = useState<string | null>(null)
  const items = read.data?.items ?? []
  if (read.data !== undefined && items.length === 0) return null
  const error = read.error ?? members.error ?? keys.error
  // Until it is known who is here, nothing is said of who sees it: it would seem that nobody does.
  const isKnown = members.data !== undefined && keys.data !== undefined
  const nameable = {
    members: (members.data?.items ?? []).filter(({ removedAt, role }) => removedAt === null && role !== "admin"),
    keys: keys.data?.items ?? [],
  }
  const retry = () => {
    for (const each of [read, members, keys]) void each.refetch()
  }
  return (
    <section className={page.section} style={{ marginTop: 32 }} aria-labelledby="mailbox-access">
      <h2 id="mailbox-access">{told.title}</h2>
      <p className={page.hint}>{told.hint}</p>
      <p className={page.hint}>{told.notHidden}</p>
      {error !== null && <Failure error={error} what={words.settings.failed} onRetry={retry} />}
      {error === null && !(isKnown && read.isSuccess) && <Loading rows={1} />}
      {isKnown && (
        <ul className={styles.mailboxes}>
          {items.map((access) => (
            <li key={access.address}>
              {opened === access.address ? (
                <AccessForm access={access} nameable={nameable} onClose={() => setOpened(null)} />
              ) : (
                <AccessRow access={access} nameable={nameable} onChange={() => setOpened(access.address)} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type RowProps = { readonly access: Access; readonly nameable: Nameable }

function AccessRow({ access, nameable: { members, keys }, onChange }: RowProps & { readonly onChange: () => void }) {
  const named = [...members, ...keys].filter(({ id }) => [...access.memberIds, ...access.apiKeyIds].includes(id))
  const names = named.map(({ name }) => name).join(", ")
  return (
    <>
      <div className={page.grow}>
        <b>{access.address}</b>
        <p className="mute">{access.everybody ? told.everybody : names === "" ? told.adminsOnly : told.named(names)}</p>
      </div>
      <TextButton aria-label={told.changeOf(access.address)} onClick={onChange}>
        {told.change}
      </TextButton>
    </>
  )
}

function AccessForm({ access, nameable: { members, keys }, onClose }: RowProps & { readonly onClose: () => void }) {
  const { address } = access
  const write = useChange(writeMailboxAccess)
  const toast = useToast()
  const [who, setWho] = useState<"everybody" | "those">(access.everybody ? "everybody" : "those")
  const [memberIds, setMemberIds] = useState<readonly string[]>(access.memberIds)
  const [apiKeyIds, setApiKeyIds] = useState<readonly string[]>(access.apiKeyIds)
  const save = () => {
    const named = { memberIds: [...memberIds], apiKeyIds: [...apiKeyIds] }
    const body = { address, everybody: who === "everybody", ...named }
    write.mutate(
      { body },
      {
        onSuccess: () => {
          toast({ text: words.settings.saved })
          onClose()
        },
      },
    )
  }
  return (
    <Form onSubmit={save}>
      <RadioField
        legend={told.legend(address)}
        name={`access-${address}`}
        autoFocus
        choices={[
          { value: "everybody", label: told.everybody },
          { value: "those", label: told.those },
        ]}
        value={who}
        onChange={setWho}
      />
      {who === "those" && (
        <>
          <Seers legend={told.members} all={members} chosen={memberIds} onChange={setMemberIds} none={told.nobody} />
          <Seers legend={told.keys} all={keys} chosen={apiKeyIds} onChange={setApiKeyIds} none={null} />
        </>
      )}
      {write.isError && <Failure error={write.error} what={told.saveFailed} />}
      <div className={page.row}>
        <Button kind="main" type="submit" small held={write.isPending}>
          {told.save}
        </Button>
        <TextButton onClick={onClose}>{words.ui.cancel}</TextButton>
      </div>
    </Form>
  )
}

type SeersProps = {
  readonly legend: string
  readonly all: readonly Seer[]
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  /** What is said when there are none; null: nothing. */
  readonly none: string | null
}

function Seers({ legend, all, chosen, onChange, none }: SeersProps) {
  if (all.length === 0) return none === null ? null : <p className={page.hint}>{none}</p>
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {all.map(({ id, name }) => (
        <CheckField
          key={id}
          label={name}
          checked={chosen.includes(id)}
          onChange={(isOn) => onChange(isOn ? [...chosen, id] : chosen.filter((each) => each !== id))}
        />
      ))}
    </fieldset>
  )
}
