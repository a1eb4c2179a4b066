import { connect, createServer } from "node:net"

/** A port of the loopback interface that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => {
        if (address === null || typeof address === "string") reject(new Error("The listener has no port."))
        else resolve(address.port)
      })
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
