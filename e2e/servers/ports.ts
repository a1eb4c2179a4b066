import { connect, createServer } from "node:net"

// Below the ports that Linux gives to whoever asks for none: one of those could be taken between here and where it is used.
const FIRST_PORT = 12_000
const BLOCK_SIZE = 100 // more than any test process needs
const BLOCKS = 200

/** The blocks and ports that this process has; a port is handed out once, until all of them were. */
let block: Promise<number> | undefined
let handedOut = 0

/** A port of the loopback interface that nobody listens on, and that no other test process is given while this one runs. */
export async function freePort(): Promise<number> {
  block ??= claimBlock()
  const first = await block
  for (let tries = 1; tries < BLOCK_SIZE; tries += 1) {
    const port = first + 1 + (handedOut++ % (BLOCK_SIZE - 1))
    if (await listensFor(port, "a moment")) return port
  }
  throw new Error(`No port from ${first} to ${first + BLOCK_SIZE} is free.`)
}

/** Whoever listens on the first port of a block has the block: the kernel gives it to one process, and takes it back. */
async function claimBlock(): Promise<number> {
  for (let tries = 0; tries < BLOCKS; tries += 1) {
    const first = FIRST_PORT + BLOCK_SIZE * ((process.pid + tries) % BLOCKS)
    if (await listensFor(first, "good")) return first
  }
  throw new Error(`All ports from ${FIRST_PORT} to ${FIRST_PORT + BLOCK_SIZE * BLOCKS} are taken.`)
}

function listensFor(port: number, howLong: "a moment" | "good"): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once("error", () => resolve(false))
    server.listen(port, "127.0.0.1", () => {
      if (howLong === "good") {
        server.unref() // it ends with the process, and does not hold it up
        resolve(true)
      } else server.close(() => resolve(true))
    })
  })
}

/** True when somebody listens there. Undefined, not false, so that `eventually` asks again. */
export function canConnect(port: number): Promise<true | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1")
    const answer = (value: true | undefined) => {
      socket.destroy()
      resolve(value)
    }
    socket.once("connect", () => answer(true))
    socket.once("error", () => answer(undefined))
  })
}
