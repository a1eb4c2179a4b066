import { Link } from "@tanstack/react-router"
import { completeTask } from "../../contract/today.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { Failure } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import styles from "./awaiting.module.css"
import board from "./board.module.css"
import type { Today, TodayChoice } from "./today-data.ts"

type Task = Today["tasks"][number]

/** Anything else that somebody has to do; never counted as a promise. */
export function Tasks({ tasks, now, choice }: { tasks: readonly Task[]; now: Temporal.Instant; choice: TodayChoice }) {
  const { member } = useHere()
  const shown = tasks.filter((task) => {
    if (choice.customer !== null && task.customerId !== choice.customer) return false
    return choice.filter !== "mine" || task.ownerId === member.id
  })
  if (shown.length === 0 || choice.filter === "waiting" || choice.filter === "risk") return null
  return (
    <section className={`${board.group} ${styles.section}`} aria-labelledby="tasks">
      <h2 id="tasks">
        {words.today.lists.tasks} <span className={board.count}>{shown.length}</span>
      </h2>
      <ul>
        {shown.map((task) => (
          <TaskRow key={task.id} task={task} now={now} />
        ))}
      </ul>
    </section>
  )
}

function TaskRow({ task, now }: { task: Task; now: Temporal.Instant }) {
  const { slug, zone, member } = useHere()
  const toast = useToast()
  const complete = useChange(completeTask)
  const at = instantOf(task.createdAt)
  const done = () => {
    complete.mutate({ params: { taskId: task.id } }, { onSuccess: () => toast({ text: words.today.taskDoneToast }) })
  }
  return (
    <li>
      <div className={styles.task}>
        <span>
          <b>{words.today.taskKinds[task.kind]}</b>
          {task.owner !== null && task.ownerId !== member.id && ` ${words.today.taskFor(task.owner)}`}
          {task.customer !== null && ` · ${task.customer}`}
          {task.words !== null && ` · ${task.words}`}{" "}
          {at !== null && <time className="mute">{moment(at, { now, zone })}</time>}{" "}
          {task.factId !== null && (
            <Link to="/$slug/facts" params={{ slug }} search={{ fact: task.factId }}>
              {words.today.openFact}
            </Link>
          )}
          {task.conversationId !== null && (
            <Link to="/$slug/conversations/$conversationId" params={{ slug, conversationId: task.conversationId }}>
              {words.today.openConversation}
            </Link>
          )}
        </span>
        <Button small onClick={done} held={complete.isPending}>
          {words.today.taskDone}
        </Button>
      </div>
      {complete.isError && <Failure error={complete.error} what={words.today.taskKinds.other} onRetry={done} />}
    </li>
  )
}
