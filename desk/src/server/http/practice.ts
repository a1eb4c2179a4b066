import * as contract from "../../contract/practice.ts"
import { addCase, answerCase, forgetPractice, listPracticeCases, removeCase } from "../verbs/practice.ts"
import { DONE, type Door, serveMember } from "./serve.ts"

export function servePractice(door: Door): void {
  serveMember(door, contract.listPracticeCases, async ({ desk, actor }) => ({
    items: await listPracticeCases(desk, actor),
  }))
  serveMember(door, contract.createPracticeCase, async ({ desk, actor, body }) => ({
    id: await addCase(desk, actor, body),
  }))
  serveMember(door, contract.removePracticeCase, async ({ desk, actor, params }) => {
    await removeCase(desk, actor, params.caseId)
    return DONE
  })
  // Nobody's answer to a case is kept beside an idempotency key: it stands in the member's progress alone.
  const keeps = { keeps: "unrepeatable" } as const
  serveMember(door, contract.createPracticeAnswer, ({ desk, actor, body }) => answerCase(desk, actor, body), keeps)
  serveMember(
    door,
    contract.forgetPracticeAnswers,
    async ({ desk, actor }) => {
      await forgetPractice(desk, actor)
      return DONE
    },
    keeps,
  )
}
