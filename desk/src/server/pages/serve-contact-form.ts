import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { ATTACHMENTS_SIZE_MAX } from "../../ledger/attachment-limits.ts"
import { Mistake, invalid } from "../../ledger/error.ts"
import { findFormWorkspace } from "../database/contact-form.ts"
import type { Desk } from "../verbs/desk.ts"
import { type FormInput, receiveForm } from "../verbs/receive-form.ts"
import { NOTHING_WRITTEN, contactFormPage, contactThanksPage } from "./contact-form.ts"
import { POLICY } from "./html.ts"
import { missingPage } from "./other-pages.ts"

const BODY_LENGTH_MAX = ATTACHMENTS_SIZE_MAX + 500_000 // bytes; the text and what stands between the parts
type Params = { readonly Params: { readonly slug: string } }

/** The shop's sites show the form in a frame, or post to it themselves: it has no session that a frame could misuse. */
const EMBEDDABLE = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")

/** A form that the shop puts on its own site. It works without scripts, and asks no third party. */
export function serveContactForm(scope: FastifyInstance, desk: Desk): void {
  scope.register(async (within) => {
    within.addContentTypeParser(
      "multipart/form-data",
      { parseAs: "buffer", bodyLimit: BODY_LENGTH_MAX },
      (_request, body, done) => done(null, body),
    )
    within.addHook("onRequest", async (_request, reply) => {
      reply.header("content-security-policy", EMBEDDABLE)
      reply.removeHeader("x-frame-options")
    })
    within.get<Params>("/p/contact/:slug", async ({ params: { slug } }, reply) => {
      const workspace = await findFormWorkspace(desk.database, slug)
      if (workspace === null) return reply.code(404).send(missingPage())
      return reply.send(contactFormPage(workspace.name, pathOf(slug), NOTHING_WRITTEN, null))
    })
    within.get<Params>("/p/contact/:slug/sent", async ({ params: { slug } }, reply) => {
      const workspace = await findFormWorkspace(desk.database, slug)
      if (workspace === null) return reply.code(404).send(missingPage())
      return reply.send(contactThanksPage(workspace.name, pathOf(slug)))
    })
    within.post<Params>("/p/contact/:slug", { bodyLimit: BODY_LENGTH_MAX }, (request, reply) =>
      take(desk, request, reply),
    )
  })
}

async function take(desk: Desk, request: FastifyRequest<Params>, reply: FastifyReply): Promise<FastifyReply> {
  const { slug } = request.params
  const workspace = await findFormWorkspace(desk.database, slug)
  if (workspace === null) return reply.code(404).send(missingPage())
  const input = await readBody(request)
  try {
    await receiveForm(desk, slug, input)
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    const status = error.code === "conflict" ? 409 : 422
    return reply.code(status).send(contactFormPage(workspace.name, pathOf(slug), input, error.message))
  }
  return reply
    .code(303)
    .header("location", `${pathOf(slug)}/sent`)
    .send()
}

/** The platform reads the parts; what it cannot read is no form. */
async function readBody({ body, headers }: FastifyRequest): Promise<FormInput> {
  const parts = body instanceof URLSearchParams ? body : await partsOf(body, headers["content-type"] ?? "")
  const field = (name: string) => {
    const value = parts.get(name)
    return typeof value === "string" ? value : ""
  }
  const files: FormInput["files"][number][] = []
  for (const file of parts.getAll("files")) {
    if (typeof file === "string" || file.size === 0) continue
    files.push({ name: file.name, type: file.type, content: new Uint8Array(await file.arrayBuffer()) })
  }
  const [name, mail, subject, text] = [field("name"), field("mail"), field("subject"), field("text")]
  return { name, mail, subject, text, trap: field("website"), files }
}

async function partsOf(body: unknown, type: string): Promise<FormData> {
  if (!Buffer.isBuffer(body)) throw invalid("Open the form again and send it once more.")
  try {
    return await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData()
  } catch {
    throw invalid("The form did not arrive whole. Send it once more.")
  }
}

function pathOf(slug: string): string {
  return `/p/contact/${encodeURIComponent(slug)}`
}
