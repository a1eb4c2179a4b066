import { useState } from "react"
import { createPracticeAnswer, removePracticeCase } from "../../contract/practice.ts"
import type { AnswerOf } from "../api.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { TextArea } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { instantOf, spokenMoment } from "../ui/time.ts"
import { words } from "../words.ts"
import type { Case } from "./practice-page.tsx"
import styles from "./practice.module.css"

const told = words.practice

type Feedback = AnswerOf<typeof createPracticeAnswer>

/** One case: what the customer writes, what is true, the answer, and what the review says of it. */
export function CaseOpened({ each }: { each: Case }) {
  const { member } = useHere()
  const [text, setText] = useState(each.answered?.text ?? "")
  const answer = useChange(createPracticeAnswer)
  const remove = useChange(removePracticeCase)
  const isHeld = answer.isPending || text.trim() === ""
  const review = () => {
    if (!isHeld) answer.mutate({ body: { key: each.key, text } })
  }
  return (
    <section className={page.section}>
      <h2>{each.title}</h2>
      <blockquote className={styles.message}>“{each.message}”</blockquote>
      <p className={styles.label}>{told.true}</p>
      {each.facts.map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      {each.facts.length === 0 && <p className="mute">{each.isAdded ? told.trueOfBook : told.nothingOnFile}</p>}
      <form
        className={styles.answer}
        onSubmit={(event) => {
          event.preventDefault()
          review()
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          review()
        }}
      >
        <TextArea
          said
          rows={5}
          label={told.answer}
          maxLength={5_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className={page.buttons}>
          <Button kind="main" type="submit" keys="Ctrl Enter" held={isHeld}>
            {told.review}
          </Button>
          {each.isAdded && member.role !== "member" && (
            <TextButton onClick={() => remove.mutate({ params: { caseId: each.key } })}>{told.remove}</TextButton>
          )}
        </div>
      </form>
      {answer.isError && <Failure error={answer.error} what={told.answerFailed} onRetry={review} />}
      <div aria-live="polite">{answer.data !== undefined && <FeedbackPart feedback={answer.data} />}</div>
      {each.answered !== null && <AfterAnswer each={each} />}
    </section>
  )
}

function FeedbackPart({ feedback: { verdict, findings, promises } }: { feedback: Feedback }) {
  const { zone } = useHere()
  const now = useNow()
  const when = (until: string | null) => {
    const at = instantOf(until)
    return at === null ? told.noTime : spokenMoment(at, { zone, now })
  }
  return (
    <div className={styles.feedback}>
      <p className={styles.verdict} data-verdict={verdict}>
        {findings.length === 0 ? told.clear : told.verdicts[verdict]}
      </p>
      <ul>
        {findings.map((finding, index) => (
          <li key={index}>
            <p className="q">“{finding.words}”</p>
            <p>{finding.why}</p>
            {finding.instead !== null && (
              <p>
                {told.instead}: <span className="q">{finding.instead}</span>
              </p>
            )}
            <p className={styles.small}>
              {finding.rule}
              {finding.source !== null && ` · ${told.restsOn}: ${finding.source}`}
            </p>
          </li>
        ))}
        {promises.map(({ words: said, until }, index) => (
          <li key={`promise ${index}`}>
            <p>
              {told.promises}: <span className="q">“{said}”</span>, {when(until)}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function AfterAnswer({ each: { points, honest } }: { each: Case }) {
  return (
    <>
      <p className={styles.label}>{told.points}</p>
      <ul className={styles.points}>
        {points.map((point, index) => (
          <li key={index}>{point}</li>
        ))}
      </ul>
      {honest !== null && (
        <>
          <p className={styles.label}>{told.honest}</p>
          <blockquote className={styles.message}>“{honest}”</blockquote>
        </>
      )}
    </>
  )
}
