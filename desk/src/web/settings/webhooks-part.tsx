import { useState } from "react"
import { createWebhook, listWebhooks } from "../../contract/webhooks.ts"
import { WEBHOOK_TOPICS, type WebhookTopic } from "../../ledger/webhook.ts"
import { useChange, useRead } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { CheckField } from "../ui/check-field.tsx"
import { TextField } from "../ui/field.tsx"
import { Form } from "../ui/form.tsx"
import page from "../ui/page.module.css"
import { Failure, Loading } from "../ui/states.tsx"
import { words } from "../words.ts"
import { Secret } from "./secret.tsx"
import styles from "./settings.module.css"
import { WebhookRow } from "./webhook-row.tsx"

const told = words.webhooks

/** Where programs of the team are told what happens to messages and promises. */
export function WebhooksPart() {
  const read = useRead(listWebhooks)
  return (
    <>
      <p className={page.hint}>{told.hint}</p>
      <AddWebhook />
      {read.isError && <Failure error={read.error} what={told.failed} onRetry={() => void read.refetch()} />}
      {read.data === undefined && !read.isError && <Loading />}
      {read.data?.items.length === 0 && (
        <p className={page.hint} style={{ paddingTop: 16 }}>
          {told.none}
        </p>
      )}
      <ul className={styles.mailboxes} style={{ marginTop: 16, padding: 0, listStyle: "none" }}>
        {(read.data?.items ?? []).map((each) => (
          <WebhookRow key={each.id} webhook={each} />
        ))}
      </ul>
    </>
  )
}

function AddWebhook() {
  const create = useChange(createWebhook)
  const [url, setUrl] = useState("")
  const [topics, setTopics] = useState<readonly WebhookTopic[]>(WEBHOOK_TOPICS)
  const [isTried, setTried] = useState(false)
  const isUrl = /^https?:\/\/\S+$/.test(url.trim())
  const submit = () => {
    setTried(true)
    if (!isUrl || topics.length === 0 || create.isPending) return
    create.mutate(
      { body: { url: url.trim(), topics: [...topics] } },
      {
        onSuccess: () => {
          setUrl("")
          setTried(false)
        },
      },
    )
  }
  return (
    <Form onSubmit={submit}>
      <TextField
        label={told.url}
        hint={told.urlHint}
        inputMode="url"
        value={url}
        error={isTried && !isUrl ? told.urlMissing : null}
        onChange={(event) => setUrl(event.target.value)}
      />
      <fieldset className={styles.choices}>
        <legend>{told.topics}</legend>
        {WEBHOOK_TOPICS.map((topic) => (
          <CheckField
            key={topic}
            label={told.topicNames[topic]}
            checked={topics.includes(topic)}
            onChange={(isOn) =>
              setTopics(WEBHOOK_TOPICS.filter((each) => (each === topic ? isOn : topics.includes(each))))
            }
          />
        ))}
        {isTried && topics.length === 0 && <p role="alert">{told.topicMissing}</p>}
      </fieldset>
      {create.isError && <Failure error={create.error} what={told.addFailed} />}
      <div>
        <Button type="submit" held={create.isPending}>
          {told.add}
        </Button>
      </div>
      {create.data !== undefined && <Secret hint={told.secretShown} text={create.data.secret} copy={told.copy} />}
    </Form>
  )
}
