import { useState } from "react"
import { createCalendarLink, readCalendarLink, revokeCalendarLink } from "../../contract/calendar-links.ts"
import { useChange, useRead } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"

const told = words.settings.calendar

/** The secret address under which the member's own calendar reads what they owe. */
export function CalendarFeed() {
  const read = useRead(readCalendarLink)
  const create = useChange(createCalendarLink)
  const revoke = useChange(revokeCalendarLink)
  const toast = useToast()
  const url = read.data?.link?.url ?? null
  const make = () => create.mutate({}, { onSuccess: () => void read.refetch() })
  const takeBack = () =>
    revoke.mutate(
      {},
      {
        onSuccess: () => {
          toast({ text: told.revoked })
          void read.refetch()
        },
      },
    )
  const error = create.error ?? revoke.error
  return (
    <section>
      <h2>{told.title}</h2>
      <p className={page.hint}>{told.hint}</p>
      {read.isError && <Failure error={read.error} what={told.failed} onRetry={() => void read.refetch()} />}
      {url === null ? (
        <Button held={create.isPending || read.data === undefined} onClick={make}>
          {told.create}
        </Button>
      ) : (
        <div className={page.row}>
          <Copy url={url} />
          <Button kind="quiet" held={revoke.isPending} onClick={takeBack}>
            {told.revoke}
          </Button>
        </div>
      )}
      {error !== null && <Failure error={error} what={told.changeFailed} />}
    </section>
  )
}

function Copy({ url }: { url: string }) {
  const [isCopied, setCopied] = useState(false)
  const [isShown, setShown] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      setCopied(true)
    } catch {
      setShown(true) // no clipboard here: the address can be copied by hand
    }
  }
  return (
    <>
      <Button onClick={() => void copy()}>{isCopied ? told.copied : told.copy}</Button>
      {isShown && <code>{url}</code>}
    </>
  )
}
