import { existsSync } from "node:fs"
import { join } from "node:path"
import fastifyStatic from "@fastify/static"
import type { FastifyReply, FastifyRequest } from "fastify"
import { Mistake } from "../../ledger/error.ts"
import type { Door } from "./serve.ts"

const YEAR_S = 365 * 24 * 60 * 60

/** The built web app: its files, and its one page for every address that a browser opens. */
export function serveWebApp({ app }: Door, folder: string): void {
  app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    serve: false,
    cacheControl: false,
    preCompressed: true, // the build leaves a .gz beside each
  })
  app.get("/assets/*", async (request, reply) => {
    reply.header("cache-control", `public, max-age=${YEAR_S}, immutable`) // their names change with their content
    return sendFile(reply, folder, join("assets", wildcard(request)))
  })
  app.setNotFoundHandler(async (request, reply) => {
    const isPage = request.method === "GET" && asksForPage(request)
    if (request.url.startsWith("/api/")) throw noSuchAddress()
    const name = fileName(request.url)
    if (name !== null && existsSync(join(folder, name))) return sendFile(reply, folder, name)
    if (!isPage) throw noSuchAddress()
    reply.header("cache-control", "no-cache") // it names the files of the newest build
    return existsSync(join(folder, "index.html")) ? reply.sendFile("index.html") : sendNotBuilt(reply)
  })
}

/** A browser's visit; of the first page anybody's, so that a probe that takes anything does not find the desk gone. */
function asksForPage({ url, headers: { accept = "" } }: FastifyRequest): boolean {
  return accept.includes("text/html") || (/^\/(?:\?|$)/.test(url) && (accept === "" || accept.includes("*/*")))
}

function wildcard(request: FastifyRequest): string {
  const { params } = request
  const rest = typeof params === "object" && params !== null && "*" in params ? params["*"] : undefined
  return typeof rest === "string" ? rest : ""
}

async function sendFile(reply: FastifyReply, folder: string, name: string): Promise<FastifyReply> {
  if (!existsSync(join(folder, name))) {
    reply.removeHeader("cache-control")
    throw noSuchAddress()
  }
  return reply.sendFile(name)
}

/** A file beside the page, such as favicon.svg; null for anything with folders in it. */
function fileName(url: string): string | null {
  return /^\/([a-z0-9-]+\.[a-z0-9]+)(?:\?|$)/i.exec(url)?.[1] ?? null
}

function noSuchAddress(): Mistake {
  return new Mistake("not_found", "There is nothing at this address.")
}

function sendNotBuilt(reply: FastifyReply): FastifyReply {
  return reply
    .code(503)
    .type("text/html; charset=utf-8")
    .send(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Aboveboard</title>
<h1>The web app is not built</h1>
<p>The desk runs and its API answers. <code>npm start</code> builds the web app before it starts the desk.</p></html>`,
    )
}
