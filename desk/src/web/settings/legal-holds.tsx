import { Link } from "@tanstack/react-router"
import { useState } from "react"
import type { z } from "zod"
import { createLegalHold, liftLegalHold, listLegalHolds } from "../../contract/retention.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Failure, Loading } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import styles from "./settings.module.css"

const told = words.retention

type Hold = z.output<typeof listLegalHolds.answer>["items"][number]

/** What must be kept, and the whole workspace held or let go. */
export function LegalHolds() {
  const read = useRead(listLegalHolds)
  return (
    <section className={page.section} style={{ marginTop: 32 }} aria-labelledby="legal-holds">
      <h2 id="legal-holds">{told.holds}</h2>
      <p className={page.hint}>{told.holdsHint}</p>
      {read.isError && <Failure error={read.error} what={words.settings.failed} onRetry={() => void read.refetch()} />}
      {read.isPending && <Loading rows={1} />}
      {read.data?.items.length === 0 && <p>{told.noHolds}</p>}
      <ul className={styles.mailboxes}>
        {(read.data?.items ?? []).map((hold) => (
          <HoldRow key={hold.id} hold={hold} />
        ))}
      </ul>
      <HoldAll />
    </section>
  )
}

function HoldRow({ hold }: { hold: Hold }) {
  const { slug, zone } = useHere()
  const now = useNow()
  const lift = useChange(liftLegalHold)
  const toast = useToast()
  const { customer } = hold
  const shown = (at: string | null) => {
    const instant = instantOf(at)
    return instant === null ? "" : moment(instant, { zone, now })
  }
  const lifts = () => lift.mutate({ params: { holdId: hold.id } }, { onSuccess: () => toast({ text: told.liftDone }) })
  const name = customer?.name ?? told.somebody
  const what = customer === null ? told.everything : hold.conversationId === null ? name : told.conversationWith(name)
  return (
    <li>
      <div className={page.grow}>
        {customer === null ? (
          <b>{what}</b>
        ) : hold.conversationId === null ? (
          <Link to="/$slug/customers/$customerId" params={{ slug, customerId: customer.id }}>
            {what}
          </Link>
        ) : (
          <Link to="/$slug/conversations/$conversationId" params={{ slug, conversationId: hold.conversationId }}>
            {what}
          </Link>
        )}{" "}
        <span className="mute">{told.set(shown(hold.at), hold.by ?? told.nobody)}</span>
        <p>{hold.reason}</p>
        {hold.liftedAt !== null && (
          <p className="mute">{told.lifted(shown(hold.liftedAt), hold.liftedBy ?? told.nobody)}</p>
        )}
      </div>
      {hold.liftedAt === null && (
        <TextButton aria-label={told.liftOf(what)} onClick={lifts}>
          {told.lift}
        </TextButton>
      )}
      {lift.isError && <Failure error={lift.error} what={words.settings.saveFailed} />}
    </li>
  )
}

function HoldAll() {
  const create = useChange(createLegalHold)
  const [reason, setReason] = useState("")
  const [isTried, setTried] = useState(false)
  const isEmpty = reason.trim() === ""
  return (
    <form
      noValidate
      className={page.form}
      style={{ paddingTop: 8 }}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (isEmpty || create.isPending) return
        const onSuccess = () => {
          setReason("")
          setTried(false)
        }
        create.mutate({ body: { reason } }, { onSuccess })
      }}
    >
      <TextField
        label={told.reasonAll}
        maxLength={500}
        value={reason}
        error={isTried && isEmpty ? told.reasonMissing : null}
        onChange={(event) => setReason(event.target.value)}
      />
      {create.isError && <Failure error={create.error} what={words.settings.saveFailed} />}
      <div>
        <Button type="submit" small held={create.isPending}>
          {told.holdAll}
        </Button>
      </div>
    </form>
  )
}
