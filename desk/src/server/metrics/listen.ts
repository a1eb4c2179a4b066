import { type Server, createServer } from "node:http"
import type { Metrics } from "./open-metrics.ts"

/** Serves the metrics at /metrics, and nothing else, on an address of their own: they are not for those who reach the desk. */
export async function listenForScrapes(
  metrics: Metrics,
  { host, port }: { host: string; port: number },
  report: (failure: unknown) => void,
): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end()
      return
    }
    metrics
      .text()
      .then((text) => response.writeHead(200, { "content-type": metrics.contentType }).end(text))
      .catch((failure: unknown) => {
        report(failure)
        response.writeHead(500).end()
      })
  })
  await listening(server, host, port)
  return { close: () => new Promise((closed) => server.close(() => closed())) }
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, () => resolve())
  })
}
