import type { FastifyReply, FastifyRequest } from "fastify"
import { z } from "zod"
import * as contract from "../../contract/attachments.ts"
import { id } from "../../contract/values.ts"
import { ATTACHMENTS_SIZE_MAX } from "../../ledger/attachment-limits.ts"
import { invalid, notFound } from "../../ledger/error.ts"
import * as verbs from "../verbs/attachments.ts"
import { deskAsSeen } from "../verbs/desk.ts"
import { readActor } from "./caller.ts"
import { sendDocument } from "./documents.ts"
import { API, DONE, type Door, assertSeen, checked, leading, serveMember } from "./serve.ts"

const place = z.object({ conversationId: id })
const fileParams = place.extend({ attachmentId: id })
const about = z.object({ name: z.string().max(1_000).default(""), type: z.string().max(200).default("") })

/** Files beside a draft: put there as they are, listed, shown, taken away. */
export function serveAttachments(door: Door): void {
  serveMember(door, contract.listAttachments, async ({ desk, actor, params }) => ({
    items: await verbs.listAttachments(desk, actor, params.conversationId),
  }))
  serveMember(door, contract.removeAttachment, async ({ desk, actor, params }) => {
    await verbs.removeAttachment(desk, actor, params)
    return DONE
  })
  serveUpload(door)
  serveFile(door)
}

/** The bytes are the body, of a media type that no form of another site can send; only this route takes it. */
function serveUpload({ app, desk, identity }: Door): void {
  void app.register(async (within) => {
    within.addContentTypeParser(BYTES, { parseAs: "buffer" }, (_request, body, done) => done(null, body))
    const options = {
      bodyLimit: ATTACHMENTS_SIZE_MAX,
      // So much is read only once the caller is known.
      onRequest: async (request: FastifyRequest, reply: FastifyReply) =>
        void (await readActor(desk, identity, request, reply)),
    }
    within.post(`${API}${contract.attachmentsPath}`, options, async (request, reply) => {
      const actor = await readActor(desk, identity, request, reply)
      const params = place.safeParse(request.params)
      if (!params.success) throw notFound("conversation")
      const { name, type } = checked(about, request.query)
      if (!Buffer.isBuffer(request.body)) throw invalid(`Send the file itself, with content-type: ${BYTES}.`)
      reply.header("cache-control", "no-store")
      const led = await leading(desk, actor, { params: params.data, body: null })
      await assertSeen(desk, actor, led.params)
      return verbs.storeAttachment(desk, actor, led.params.conversationId, { content: request.body, name, type })
    })
  })
}

const BYTES = "application/octet-stream"

function serveFile({ app, desk, identity }: Door): void {
  app.get(`${API}${contract.attachmentsPath}/:attachmentId`, async (request, reply) => {
    const actor = await readActor(desk, identity, request, reply)
    const params = fileParams.safeParse(request.params)
    if (!params.success) throw notFound("attachment")
    const seen = deskAsSeen(desk, actor)
    const led = await leading(seen, actor, { params: params.data, body: null })
    return sendDocument(reply, await verbs.attachmentDocument(seen, actor, led.params))
  })
}
