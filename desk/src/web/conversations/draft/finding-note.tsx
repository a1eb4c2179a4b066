import { Link } from "@tanstack/react-router"
import { useEffect, useRef, type ReactNode, type RefObject } from "react"
import { readFact } from "../../../contract/facts.ts"
import { readBookId } from "../../../ledger/fact-book.ts"
import type { Fact } from "../../facts/fact-data.ts"
import { useNow } from "../../edge.tsx"
import { useHere } from "../../here.tsx"
import { useRead } from "../../queries.ts"
import { Button, TextButton } from "../../ui/button.tsx"
import { Kbd } from "../../ui/kbd.tsx"
import { useKeys } from "../../ui/keys.tsx"
import { fullMoment, instantOf } from "../../ui/time.ts"
import { words } from "../../words.ts"
import styles from "./finding-note.module.css"
import type { Mark } from "./marks.ts"

const told = words.composer.finding

export type NoteActs = {
  /** Puts the words in the place of those that are marked. */
  readonly onUse: (mark: Mark, words: string) => void
  readonly onDismiss: (mark: Mark) => void
  readonly onChanged: (fact: Fact, value: string) => void
  /** Sends it all the same, with a reason that is asked for; null where nothing holds it. */
  readonly onAnyway: (() => void) | null
  readonly onGo: (step: number) => void
  readonly onBack: () => void
}

type Props = NoteActs & {
  readonly mark: Mark
  readonly text: string
  readonly count: number
  /** What could stand there instead; null when nothing is suggested. */
  readonly instead: string | null
  /** True: its single keys work at once. */
  readonly takesFocus: boolean
}

/** One finding beside the draft: what the fact says and what was written, and what to do about it with one key. */
export function FindingNote(props: Props) {
  const { mark, text, count, instead, takesFocus } = props
  const place = useRef<HTMLElement>(null)
  const factId = readBookId(mark.claim?.factId)?.factId ?? null
  const asked = { enabled: factId !== null, keepPrevious: false }
  const fact = useRead(readFact, { params: { factId: factId ?? "" } }, asked).data
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (takesFocus) place.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: "nearest" })
  }, [takesFocus, mark.number])
  useNoteKeys(props, fact, factId === null ? null : () => link.current?.click())
  const wrote = text.slice(mark.start, mark.end)
  return (
    <section ref={place} className={styles.note} tabIndex={-1} aria-label={told.label(mark.number, kindOf(mark))}>
      <header>
        <b className={styles.number} data-kind={mark.kind}>
          {mark.number}
        </b>
        {kindOf(mark)}
        <span className={styles.of}>{told.of(mark.number, count)}</span>
      </header>
      <div className={styles.body}>
        {fact !== undefined && <FactPart fact={fact} wrote={mark.claim?.value ?? wrote} />}
        <p className="x">{mark.why}</p>
        {instead !== null && <Suggested wrote={wrote} instead={instead} />}
        {instead === null && mark.suggestion !== null && <p className="x mute">{mark.suggestion}</p>}
      </div>
      <NoteFoot {...props} fact={fact} factId={factId} link={link} />
    </section>
  )
}

function useNoteKeys(props: Props, fact: Fact | undefined, openFact: (() => void) | null): void {
  const { mark, instead, onUse, onDismiss, onChanged, onAnyway, onGo, onBack } = props
  const changed = (of: Fact) => onChanged(of, mark.claim?.value ?? "")
  useKeys("card", {
    ...(instead === null ? {} : { Enter: { label: told.use.toLowerCase(), run: () => onUse(mark, instead) } }),
    ...(openFact === null ? {} : { f: { label: told.fact.toLowerCase(), run: openFact } }),
    ...(mark.rule === null ? {} : { n: { label: told.notThat.toLowerCase(), run: () => onDismiss(mark) } }),
    ...(fact === undefined ? {} : { v: { label: told.changedKey, run: () => changed(fact) } }),
    ...(onAnyway === null ? {} : { w: { label: told.anyway.toLowerCase(), run: onAnyway } }),
    "]": { label: words.composer.keys.next, run: () => onGo(1), foot: false },
    "[": { label: words.composer.keys.previous, run: () => onGo(-1), foot: false },
    Escape: { label: words.composer.back.toLowerCase(), run: onBack },
  })
}

type FootProps = Props & {
  readonly fact: Fact | undefined
  readonly factId: string | null
  readonly link: RefObject<HTMLAnchorElement | null>
}

function NoteFoot({ mark, instead, fact, factId, link, onUse, onDismiss, onChanged, onAnyway }: FootProps) {
  const { slug } = useHere()
  return (
    <footer>
      {instead !== null && (
        <Button small kind="main" keys="Enter" onClick={() => onUse(mark, instead)}>
          {told.use}
        </Button>
      )}
      {factId !== null && (
        <Link ref={link} to="/$slug/facts" params={{ slug }} search={{ fact: factId }} className={styles.link}>
          {told.fact} <Kbd keys="F" />
        </Link>
      )}
      {mark.rule !== null && (
        <TextButton keys="N" onClick={() => onDismiss(mark)}>
          {told.notThat}
        </TextButton>
      )}
      {fact !== undefined && (
        <TextButton keys="V" onClick={() => onChanged(fact, mark.claim?.value ?? "")}>
          {told.changed}
        </TextButton>
      )}
      {onAnyway !== null && (
        <TextButton keys="W" onClick={onAnyway}>
          {told.anyway}
        </TextButton>
      )}
    </footer>
  )
}

function FactPart({ fact, wrote }: { fact: Fact; wrote: string }) {
  const { zone } = useHere()
  const now = useNow()
  const { current } = fact
  const at = instantOf(fact.lastConfirmedAt)
  return (
    <div className={styles.fact}>
      <p className="x mute">
        {current.subject}, {current.attribute}
      </p>
      <p className={styles.value}>
        {current.shown} <small>{told.wrote(wrote)}</small>
      </p>
      <dl className={styles.about}>
        <Line name={told.source}>{current.source.name}</Line>
        {current.source.line !== undefined && (
          <Line name={told.line}>
            <q className={styles.quoted}>{current.source.line}</q>
          </Line>
        )}
        {at !== null && (
          <Line name={told.confirmed}>
            {fact.lastConfirmedBy === null
              ? fullMoment(at, { now, zone })
              : told.confirmedBy(fullMoment(at, { now, zone }), fact.lastConfirmedBy)}
          </Line>
        )}
        {fact.standing === "stale" && <Line name={told.stale}>{told.staleHint}</Line>}
      </dl>
    </div>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** Whole words that are the same at both ends are not marked as new. */
function Suggested({ wrote, instead }: { wrote: string; instead: string }) {
  const before = sharedStart(wrote, instead)
  const rest = instead.slice(before)
  const after = sharedStart(reversed(wrote.slice(before)), reversed(rest))
  return (
    <div className={styles.suggested}>
      <p className="x mute">{told.suggested}</p>
      <p className="q">
        {instead.slice(0, before)}
        <ins>{rest.slice(0, rest.length - after)}</ins>
        {rest.slice(rest.length - after)}
      </p>
    </div>
  )
}

/** How many characters are the same at the beginning, up to the end of a word in both. */
function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let same = 0
  for (let at = 0; at <= most; at += 1) {
    if (isWordEnd(one, at) && isWordEnd(other, at)) same = at
    if (one[at] !== other[at]) break
  }
  return same
}

function isWordEnd(text: string, at: number): boolean {
  return at === 0 || at === text.length || /\s/.test(`${text[at - 1]}${text[at]}`)
}

function reversed(text: string): string {
  return text.split("").toReversed().join("")
}

function kindOf({ rule, kind, claim }: Mark): string {
  const known: Readonly<Record<string, string>> = told.kinds
  return known[rule ?? ""] ?? (claim === null ? told.marks[kind] : told.kinds["claim/needs-evidence"])
}
