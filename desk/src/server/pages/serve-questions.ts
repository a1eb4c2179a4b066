import type { FastifyInstance, FastifyReply } from "fastify"
import { invalid } from "../../ledger/error.ts"
import { OUTCOMES, type Outcome } from "../../ledger/sale-acknowledgement.ts"
import { ANSWER_PAGE, OUTCOME_PAGE } from "../../ledger/words-to-customers.ts"
import { answerWhetherItHelped, findAnswerCheck } from "../verbs/answer-checks.ts"
import type { Desk } from "../verbs/desk.ts"
import { answerOutcome, findCheck } from "../verbs/outcome-checks.ts"
import { storable } from "./answer-form.ts"
import { missingPage } from "./other-pages.ts"
import { type Asked, questionPage } from "./question.ts"

type Params = { readonly Params: { readonly token: string } }

type Asking<Check extends Asked> = {
  readonly find: (desk: Desk, token: string) => Promise<Check | null>
  readonly answer: (desk: Desk, check: Check, given: { answer: Outcome; words: string }) => Promise<boolean>
  readonly draw: (check: Check, address: string) => string
}

/** "Did it do what you needed it for?" and "Did our answer help?": each behind a link that nobody can guess. */
export function serveQuestions(scope: FastifyInstance, desk: Desk): void {
  serveQuestion(scope, desk, "/p/outcome", {
    find: findCheck,
    answer: answerOutcome,
    draw: (check, address) =>
      questionPage(check, address, {
        ...OUTCOME_PAGE,
        heading: OUTCOME_PAGE.bought(check.product),
        aside: check.number === null ? null : `order ${check.number}`,
      }),
  })
  serveQuestion(scope, desk, "/p/helped", {
    find: findAnswerCheck,
    answer: answerWhetherItHelped,
    draw: (check, address) => questionPage(check, address, { ...ANSWER_PAGE, aside: null }),
  })
}

/** Opening the link changes nothing. */
function serveQuestion<Check extends Asked>(
  scope: FastifyInstance,
  desk: Desk,
  path: string,
  { find, answer: take, draw }: Asking<Check>,
): void {
  scope.get<Params>(`${path}/:token`, async ({ params: { token } }, reply): Promise<FastifyReply> => {
    const check = await find(desk, token)
    if (check === null) return reply.code(404).send(missingPage())
    return reply.send(draw(check, `${path}/${token}`))
  })
  scope.post<Params>(`${path}/:token`, async ({ params: { token }, body }, reply): Promise<FastifyReply> => {
    const check = await find(desk, token)
    if (check === null) return reply.code(404).send(missingPage())
    const form = body instanceof URLSearchParams ? body : new URLSearchParams()
    const answer = OUTCOMES.find((each) => each === form.get("answer"))
    if (answer === undefined) throw invalid("Press one of the three answers.")
    await take(desk, check, { answer, words: storable(form.get("say") ?? "") })
    // What was answered before stays: the page shows it.
    return reply.code(303).header("location", `${path}/${token}`).send()
  })
}
