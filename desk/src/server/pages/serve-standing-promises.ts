import type { FastifyInstance, FastifyReply } from "fastify"
import type { Desk } from "../verbs/desk.ts"
import { readPublicProtocol } from "../verbs/standing-promises.ts"
import { missingPage } from "./other-pages.ts"
import { standingPromisesPage } from "./standing-promises.ts"

type Params = { readonly Params: { readonly slug: string } }

/** What is promised to every customer, where an admin has made it public; otherwise as if there were nothing. */
export function serveStandingPromises(scope: FastifyInstance, desk: Desk): void {
  scope.get<Params>("/p/promises/:slug", async ({ params: { slug } }, reply): Promise<FastifyReply> => {
    const read = await readPublicProtocol(desk, slug)
    if (read === null) return reply.code(404).send(missingPage())
    return reply.send(standingPromisesPage(read))
  })
}
