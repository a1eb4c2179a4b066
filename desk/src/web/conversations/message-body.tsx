import { useState } from "react"
import { useHere } from "../here.tsx"
import { TextButton } from "../ui/button.tsx"
import { words } from "../words.ts"
import { isReadInPart } from "./message-files.tsx"
import { partsOf } from "./message-parts.ts"
import styles from "./message.module.css"
import type { ShownMessage } from "./use-conversation.ts"

const told = words.conversation

/** The words: what is quoted and the signature folded away; a formatted mail on request, in a frame that can run nothing. */
export function MessageBody({ message }: { message: ShownMessage }) {
  const [isFormatted, setFormatted] = useState(false)
  if (message.text === null) return <p className="mute">{told.erased}</p>
  if (message.delivery === "cancelled") return <Stopped text={message.text} />
  return (
    <>
      {isFormatted ? (
        <FormattedMail messageId={message.id} text={message.text} />
      ) : (
        <Said text={message.text} message={message} />
      )}
      {message.hasHtml && (
        <p className={styles.more}>
          <TextButton onClick={() => setFormatted(!isFormatted)}>
            {isFormatted ? told.hideHtml : told.showHtml}
          </TextButton>
        </p>
      )}
    </>
  )
}

/** A message that was stopped: its words are one step away. */
function Stopped({ text }: { text: string }) {
  return (
    <details className={styles.quoted}>
      <summary>{told.delivery.cancelled}</summary>
      <p className={styles.said}>{text}</p>
    </details>
  )
}

function Said({ text, message }: { text: string; message: ShownMessage }) {
  if (text.trim() === "") return isReadInPart(message) ? null : <p className="mute">{told.noText}</p>
  return partsOf(text, message.own).map((part, index) =>
    part.isOwn ? (
      <p key={index} className={`q ${styles.said}`}>
        {part.text}
      </p>
    ) : (
      <details key={index} className={styles.quoted}>
        <summary>{told.quoted}</summary>
        <p className={styles.said}>{part.text}</p>
      </details>
    ),
  )
}

/** The frame has no scripts and no origin of ours; nothing is fetched from elsewhere until the reader asks. */
function FormattedMail({ messageId, text }: { messageId: string; text: string }) {
  const { slug } = useHere()
  const [isRemote, setRemote] = useState(false)
  const query = new URLSearchParams({ workspace: slug, ...(isRemote ? { remote: "yes" } : {}) })
  return (
    <>
      <iframe
        className={styles.frame}
        title={told.formatted}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        style={{ height: heightOf(text) }}
        src={`/api/v1/messages/${messageId}/html?${query.toString()}`}
      />
      {!isRemote && (
        <p className={styles.more}>
          <TextButton onClick={() => setRemote(true)}>{told.showPictures}</TextButton>{" "}
          <span className="mute">{told.picturesNote}</span>
        </p>
      )}
    </>
  )
}

const LINE = { characters: 76, height: 23 } // of the frame's own type at the width of a message
const HEIGHT = { around: 56, min: 140, max: 640 } // pixels

/** About what the words need: nothing outside a sandboxed frame can measure it. It can be drawn larger. */
function heightOf(text: string): number {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE.characters)), 0)
  return Math.min(HEIGHT.max, Math.max(HEIGHT.min, HEIGHT.around + lines * LINE.height))
}
