import { z } from "zod"
import { route } from "./route.ts"
import { done, id, instant, none } from "./values.ts"

/**
 * Besides the routes below: POST puts a file there (the body is the file, `application/octet-stream`; `?name=` and `?type=` say
 * what it is) and answers an attachment; GET with its id gives it back, as a download.
 */
export const attachmentsPath = "/conversations/:conversationId/attachments"

/** A file beside a draft, before it is sent. */
export const attachment = z.object({
  id,
  name: z.string(),
  type: z.string(),
  size: z.int(),
  createdAt: instant,
})

const params = z.object({ conversationId: id })

export const listAttachments = route({
  method: "GET",
  path: attachmentsPath,
  summary: "List what lies beside drafts in a conversation, to be sent or taken away",
  noun: "Attachments",
  caller: "member",
  params,
  query: none,
  body: none,
  answer: z.object({ items: z.array(attachment) }),
})

export const removeAttachment = route({
  method: "DELETE",
  path: `${attachmentsPath}/:attachmentId`,
  summary: "Take an attachment away before it is sent; what was sent stays with its message",
  noun: "Attachments",
  caller: "member",
  params: z.object({ conversationId: id, attachmentId: id }),
  query: none,
  body: none,
  answer: done,
})
