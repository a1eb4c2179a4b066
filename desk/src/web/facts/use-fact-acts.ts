import { approveFactVersion, confirmFact, declineFactVersion, readFact, retireFact } from "../../contract/facts.ts"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import type { Fact } from "./fact-data.ts"

const told = words.facts.open
const CONFIRMABLE: ReadonlySet<string> = new Set(["in-force", "stale", "coming"])

/** What the reader may do with a fact, each with one press; nothing where there is none. */
export function useFactActs(fact: Fact | null) {
  const { member } = useHere()
  const toast = useToast()
  const open = useRead(readFact, { params: { factId: fact?.id ?? "" } }, { enabled: fact !== null && fact.waiting > 0 })
  const confirm = useChange(confirmFact)
  const approve = useChange(approveFactVersion)
  const decline = useChange(declineFactVersion)
  const retire = useChange(retireFact)
  const all = [confirm, approve, decline, retire]
  const params = { factId: fact?.id ?? "" }
  const proposed = open.data?.versions.find((each) => each.approvedAt === null && each.declinedAt === null)
  const saying = (text: string) => ({ onSuccess: () => toast({ text }) })
  return {
    canConfirm:
      fact !== null && CONFIRMABLE.has(fact.standing) && (member.role !== "member" || fact.ownerId === member.id),
    canDecide: member.role !== "member",
    busy: all.some(({ isPending }) => isPending),
    error: all.find(({ isError }) => isError)?.error ?? null,
    confirm: () => confirm.mutate({ params }, saying(told.confirmed)),
    retire: () => retire.mutate({ params }, saying(told.retiredToast)),
    approve: () => {
      if (proposed === undefined) return
      approve.mutate({ params: { ...params, version: proposed.version } }, saying(told.approvedToast))
    },
    decline: () => {
      if (proposed === undefined) return
      decline.mutate({ params: { ...params, version: proposed.version } }, saying(told.declinedToast))
    },
  }
}
