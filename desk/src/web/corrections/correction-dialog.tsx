import { useState } from "react"
import type { z } from "zod"
import {
  closeCorrection,
  createCorrectionBatch,
  previewCorrection,
  type readCorrection,
} from "../../contract/corrections.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { Dialog } from "../ui/dialog.tsx"
import { Failure } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { type Chosen, chosenPeople } from "./chosen-people.ts"
import { CorrectionFilters } from "./correction-filters.tsx"
import { CorrectionWords } from "./correction-words.tsx"
import styles from "./corrections.module.css"
import { PersonDraft } from "./person-draft.tsx"
import { Progress } from "./progress.tsx"

const told = words.corrections.dialog
const BATCH = 50 // messages at a time, as the desk takes

export type Correction = z.output<typeof readCorrection.answer>

/** Every message of a run, one below the other: read by a lead, exceptions by hand, then sent in batches. */
export function CorrectionDialog({ view, onClose }: { view: Correction; onClose: () => void }) {
  const { zone } = useHere()
  const now = useNow()
  const [chosen, setChosen] = useState<Chosen>({ filter: "all", since: "", product: "" })
  const people = chosenPeople(view.people, chosen, zone)
  const previewed = instantOf(view.run.previewedAt)
  return (
    <Dialog
      title={told.title(view.subject, view.attribute)}
      wide
      onClose={onClose}
      foot={<Foot view={view} shown={people} onClose={onClose} />}
    >
      <Progress run={view} />
      <CorrectionWords run={view.run} />
      <CorrectionFilters chosen={chosen} people={view.people} onChange={setChosen} />
      {previewed !== null && (
        <p className="x mute">{told.previewed(view.run.previewedBy ?? "", moment(previewed, { now, zone }))}</p>
      )}
      <ol className={styles.people}>
        {people.map((person) => (
          <PersonDraft key={person.customerId} runId={view.run.id} person={person} />
        ))}
      </ol>
      {people.length === 0 && <p className="mute">{told.nobody}</p>}
    </Dialog>
  )
}

type FootProps = { readonly view: Correction; readonly shown: Correction["people"]; readonly onClose: () => void }

function Foot({ view: { run, counts }, shown, onClose }: FootProps) {
  const { member } = useHere()
  const toast = useToast()
  const preview = useChange(previewCorrection)
  const send = useChange(createCorrectionBatch)
  const close = useChange(closeCorrection)
  const params = { runId: run.id }
  const toGo = counts.told + counts.held // a mail that is on its way goes all the same
  const [isAsked, setAsked] = useState(false) // who is still to be told is not left out by one press
  const finish = () => (toGo > 0 && !isAsked ? setAsked(true) : close.mutate({ params }, { onSuccess: onClose }))
  const next = shown.filter(({ state }) => state === "told").slice(0, BATCH)
  const failed = [preview, send, close].find(({ isError }) => isError)
  if (member.role === "member") return <p className="x mute">{told.onlyLeads}</p>
  const sendNext = () =>
    send.mutate(
      { params, body: { customerIds: next.map(({ customerId }) => customerId) } },
      { onSuccess: ({ sent, held }) => toast({ text: told.sent(sent, held) }) },
    )
  return (
    <>
      {failed !== undefined && <Failure error={failed.error} what={told.sendFailed} />}
      {isAsked && toGo > 0 && <p className="x ochre">{words.corrections.closeAsks(toGo)}</p>}
      <Button kind="quiet" held={close.isPending} onClick={finish}>
        {isAsked && toGo > 0 ? words.corrections.closeWithout(toGo) : words.corrections.closeRun}
      </Button>
      {run.previewedAt === null ? (
        <Button kind="main" held={preview.isPending} onClick={() => preview.mutate({ params })}>
          {told.preview}
        </Button>
      ) : (
        next.length > 0 && (
          <Button kind="main" held={send.isPending} onClick={sendNext}>
            {told.send(next.length)}
          </Button>
        )
      )}
    </>
  )
}
