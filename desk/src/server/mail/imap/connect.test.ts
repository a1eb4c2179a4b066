import { type AddressInfo, type Server, createServer } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { connectMailbox } from "./connect.ts"

/** A server that has mail and is too busy to search it. */
const answers: Readonly<Record<string, string>> = {
  CAPABILITY: "* CAPABILITY IMAP4rev1\r\n",
  EXAMINE: "* 3 EXISTS\r\n* OK [UIDVALIDITY 7] \r\n* OK [UIDNEXT 4] \r\n",
}

let server: Server
beforeAll(async () => {
  server = createServer((socket) => {
    socket.write("* OK ready\r\n")
    socket.on("error", () => {})
    socket.on("data", (data) => {
      for (const line of data.toString().split("\r\n").filter(Boolean)) {
        const [tag = "", ...words] = line.split(" ")
        const command = words.find((word) => word !== "UID") ?? ""
        const outcome = command === "SEARCH" ? "NO [UNAVAILABLE] Try again later" : "OK done"
        socket.write(`${answers[command] ?? ""}${tag} ${outcome}\r\n`)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
})
afterAll(() => void server.close())

test("a search that the server refuses fails; it does not count as a folder without new mail", async () => {
  const { port } = server.address() as AddressInfo
  const account = { host: "127.0.0.1", port, security: "none", username: "help" } as const
  const connection = await connectMailbox(account, { password: "secret" })
  try {
    expect(await connection.examine("INBOX")).toEqual({ uidValidity: 7, uidNext: 4 })
    const since = Temporal.Instant.from("2026-11-01T00:00:00Z")
    await expect(connection.list(0, since)).rejects.toThrow("refused to search")
    await expect(connection.has("one@harbour.example")).rejects.toThrow("refused to search")
  } finally {
    connection.close()
  }
})
