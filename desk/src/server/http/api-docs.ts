import { apiPage } from "./api-page.ts"
import { openApiDocument } from "./openapi.ts"
import { API, type Door } from "./serve.ts"

/** What the API says about itself: for people, and for programs. */
export function serveApiDocs({ app }: Door): void {
  app.get(API, async (_request, reply) => reply.type("text/html; charset=utf-8").send(apiPage()))
  app.get(`${API}/openapi.json`, async (_request, reply) => reply.send(openApiDocument()))
}
