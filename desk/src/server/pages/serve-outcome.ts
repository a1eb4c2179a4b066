import type { FastifyInstance, FastifyReply } from "fastify"
import { invalid } from "../../ledger/error.ts"
import { OUTCOMES } from "../../ledger/sale-acknowledgement.ts"
import type { Desk } from "../verbs/desk.ts"
import { answerOutcome, findCheck } from "../verbs/outcome-checks.ts"
import { storable } from "./answer-form.ts"
import { missingPage } from "./other-pages.ts"
import { outcomePage } from "./outcome.ts"

type Params = { readonly Params: { readonly token: string } }

/** "Did it do what you needed it for?": behind a link that nobody can guess. Opening it changes nothing. */
export function serveOutcome(scope: FastifyInstance, desk: Desk): void {
  scope.get<Params>("/p/outcome/:token", async ({ params: { token } }, reply): Promise<FastifyReply> => {
    const check = await findCheck(desk, token)
    if (check === null) return reply.code(404).send(missingPage())
    return reply.send(outcomePage(check, `/p/outcome/${token}`))
  })
  scope.post<Params>("/p/outcome/:token", async ({ params: { token }, body }, reply): Promise<FastifyReply> => {
    const check = await findCheck(desk, token)
    if (check === null) return reply.code(404).send(missingPage())
    const form = body instanceof URLSearchParams ? body : new URLSearchParams()
    const answer = OUTCOMES.find((each) => each === form.get("answer"))
    if (answer === undefined) throw invalid("Press one of the three answers.")
    await answerOutcome(desk, check, { answer, words: storable(form.get("say") ?? "") })
    // What was answered before stays: the page shows it.
    return reply.code(303).header("location", `/p/outcome/${token}`).send()
  })
}
