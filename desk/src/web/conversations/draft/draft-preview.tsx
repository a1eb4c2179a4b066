import { Fragment, useState, type ReactNode } from "react"
import { readSignatures } from "../../../contract/signatures.ts"
import { type Block, type Line, blocksIn } from "../../../ledger/markup/blocks.ts"
import type { Inline } from "../../../ledger/markup/inlines.ts"
import { useRead } from "../../queries.ts"
import { TextButton } from "../../ui/button.tsx"
import { useKeys } from "../../ui/keys.tsx"
import { words } from "../../words.ts"
import styles from "./outbound.module.css"

const told = words.outbound.preview

type Props = {
  readonly text: string
  readonly from: string | null
  /** Where a picture of the draft is; null for one that does not go with it. */
  readonly pictureAt: (id: string) => string | null
}

/** The message as its reader will see it, marks and signature included. */
export function DraftPreview(props: Props) {
  const [isOpen, setOpen] = useState(false)
  const toggle = () => setOpen((open) => !open)
  useKeys("page", { "Alt+p": { label: told.key, run: toggle, foot: false } })
  return (
    <div className={styles.preview}>
      <TextButton keys="Alt P" aria-expanded={isOpen} onClick={toggle}>
        {isOpen ? told.hide : told.show}
      </TextButton>
      {isOpen && <Shown {...props} />}
    </div>
  )
}

function Shown({ text, from, pictureAt }: Props) {
  const { data } = useRead(readSignatures)
  const ofAddress = data?.addresses.find(({ address }) => address === from)?.text ?? ""
  const signature = [data?.own ?? "", ofAddress === "" ? (data?.workspace ?? "") : ofAddress].filter(
    (part) => part !== "",
  )
  const below = signature.join("\n")
  return (
    <section className={styles.shown} aria-label={told.label}>
      <p className="mute x">{told.marks}</p>
      <div className="q">
        {blocksIn(text).map((block, index) => (
          <ShownBlock key={index} source={text} block={block} pictureAt={pictureAt} />
        ))}
      </div>
      {below !== "" && !text.trimEnd().endsWith(below) && <p className={styles.signature}>{below}</p>}
    </section>
  )
}

type Within = Pick<Props, "pictureAt"> & { readonly source: string }

function ShownBlock({ block, ...within }: Within & { block: Block }): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <Lines lines={block.lines} {...within} />
        </p>
      )
    case "quote":
      return (
        <blockquote>
          <Lines lines={block.lines} {...within} />
        </blockquote>
      )
    case "bullets":
      return (
        <ul>
          <Items items={block.items} {...within} />
        </ul>
      )
    case "numbers":
      return (
        <ol start={block.first}>
          <Items items={block.items} {...within} />
        </ol>
      )
    case "code":
      return <pre>{within.source.slice(block.start, block.end)}</pre>
    default:
      throw new Error(`unknown block ${block satisfies never}`)
  }
}

function Lines({ lines, ...within }: Within & { lines: readonly Line[] }) {
  return lines.map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      <Inlines line={line} {...within} />
    </Fragment>
  ))
}

function Items({ items, ...within }: Within & { items: readonly Line[] }) {
  return items.map((line, index) => (
    <li key={index}>
      <Inlines line={line} {...within} />
    </li>
  ))
}

function Inlines({ line, ...within }: Within & { line: Line }) {
  return line.map((inline, index) => <ShownInline key={index} inline={inline} {...within} />)
}

function ShownInline({ inline, ...within }: Within & { inline: Inline }): ReactNode {
  const { source, pictureAt } = within
  switch (inline.kind) {
    case "text":
      return source.slice(inline.start, inline.end)
    case "code":
      return <code>{source.slice(inline.start + 1, inline.end - 1)}</code>
    case "strong":
      return (
        <strong>
          <Inlines line={inline.inner} {...within} />
        </strong>
      )
    case "emphasis":
      return (
        <em>
          <Inlines line={inline.inner} {...within} />
        </em>
      )
    case "link":
      return (
        <a href={inline.url} target="_blank" rel="noopener noreferrer">
          <Inlines line={inline.inner} {...within} />
        </a>
      )
    case "picture": {
      const url = pictureAt(inline.id)
      return url === null ? `[${inline.words}]` : <img src={url} alt={inline.words} />
    }
    default:
      throw new Error(`unknown mark ${inline satisfies never}`)
  }
}
