import { useState } from "react"
import { createCustomerLink, listCustomerLinks, revokeCustomerLink } from "../../contract/customer-links.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { Failure, NotYet } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import styles from "./customer-page-part.module.css"
import { putIntoDraft } from "./put-into-draft.ts"

const told = words.customerPage

/** The link to the customer's page of a conversation; nothing where the workspace has none. */
export function CustomerPagePart({ conversationId, canAnswer }: { conversationId: string; canAnswer: boolean }) {
  const { settings } = useHere()
  return settings.customerPage.on ? <Links conversationId={conversationId} canAnswer={canAnswer} /> : null
}

function Links({ conversationId, canAnswer }: { conversationId: string; canAnswer: boolean }) {
  const params = { conversationId }
  const read = useRead(listCustomerLinks, { params })
  const create = useChange(createCustomerLink)
  const revoke = useChange(revokeCustomerLink)
  const toast = useToast()
  const live = read.data?.items.find((link) => link.url !== null) ?? null
  const error = create.error ?? revoke.error
  const make = () => create.mutate({ params })
  const takeBack = (linkId: string) =>
    revoke.mutate({ params: { linkId } }, { onSuccess: () => toast({ text: told.revoked }) })
  if (read.data === undefined) return <NotYet read={read} what={told.failed} rows={1} />
  return (
    <section className={styles.part}>
      <h2>{told.title}</h2>
      {live === null || live.url === null ? (
        <>
          <p>{told.none}</p>
          <Button small held={create.isPending} onClick={make}>
            {told.create}
          </Button>
        </>
      ) : (
        <LiveLink
          url={live.url}
          expiresAt={live.expiresAt}
          put={canAnswer ? conversationId : null}
          onRevoke={() => takeBack(live.id)}
        />
      )}
      {error !== null && <Failure error={error} what={told.changeFailed} onRetry={make} />}
    </section>
  )
}

type LiveProps = {
  readonly url: string
  readonly expiresAt: string
  /** The conversation whose answer may take it; null when nobody can be answered. */
  readonly put: string | null
  readonly onRevoke: () => void
}

function LiveLink({ url, expiresAt, put, onRevoke }: LiveProps) {
  const { zone } = useHere()
  const now = useNow()
  const until = instantOf(expiresAt)
  const toast = useToast()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      setCopied(true)
    } catch {
      toast({ text: told.notCopied }) // no clipboard here: the page itself can be opened
    }
  }
  return (
    <>
      {until !== null && <p>{told.until(moment(until, { zone, now }))}</p>}
      <div className={styles.does}>
        <Button small onClick={() => void copy()}>
          {isCopied ? told.copied : told.copy}
        </Button>
        {put !== null && (
          <Button
            small
            onClick={() => {
              putIntoDraft(put, told.line(url))
              toast({ text: told.putDone })
            }}
          >
            {told.put}
          </Button>
        )}
        <a href={url} target="_blank" rel="noreferrer">
          {told.open}
        </a>
        <Button kind="quiet" small onClick={onRevoke}>
          {told.revoke}
        </Button>
      </div>
    </>
  )
}
