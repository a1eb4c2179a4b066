import { type Socket, connect, createServer } from "node:net"

/** A port of 127.0.0.1 behind which one server after the other stands. */
export type MovingAddress = {
  readonly port: number
  /** Ends the connections there are; new ones go to the server at this port. */
  moveTo(port: number): void
  stop(): void
}

export async function startMovingAddress(first: number): Promise<MovingAddress> {
  const sockets = new Set<Socket>()
  let target = first
  const server = createServer((from) => {
    const to = connect(target, "127.0.0.1")
    for (const socket of [from, to]) {
      sockets.add(socket)
      socket.on("error", () => {})
      socket.on("close", () => {
        sockets.delete(socket)
        from.destroy()
        to.destroy()
      })
    }
    from.pipe(to)
    to.pipe(from)
  })
  const end = () => sockets.forEach((socket) => socket.destroy())
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", () => listening())
  })
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("No port of 127.0.0.1 is free.")
  return {
    port: address.port,
    moveTo(port) {
      target = port
      end()
    },
    stop() {
      server.close()
      end()
    },
  }
}
