import { Duplex } from "node:stream"
import type { Worker } from "node:worker_threads"
import type { FromWorker, ToWorker } from "./worker-messages.ts"

type Done = (error?: Error | null) => void

/** The thread with the embedded database, as the socket that the PostgreSQL driver expects. */
export class WorkerStream extends Duplex {
  #worker: Worker
  #answered: Done | undefined

  constructor(worker: Worker) {
    super()
    this.#worker = worker
    worker.on("message", (message: FromWorker) => this.#receive(message))
    worker.on("error", (error) => this.destroy(new Error("The embedded database has failed.", { cause: error })))
    worker.on("exit", () => this.destroy(new Error("The embedded database has stopped.")))
  }

  connect(): this {
    process.nextTick(() => this.emit("connect"))
    return this
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  override _read(): void {
    // Answers are pushed when they come.
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: Done): void {
    this.#answered = done
    const bytes = new Uint8Array(chunk) // the thread gets this copy without copying it again
    const message: ToWorker = { kind: "wire", bytes }
    this.#worker.postMessage(message, [bytes.buffer])
  }

  override _writev(chunks: { chunk: Uint8Array; encoding: BufferEncoding }[], done: Done): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), "binary", done)
  }

  override _final(done: Done): void {
    this.push(null)
    done()
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#answered?.(error)
    this.#answered = undefined
    done(error)
  }

  #receive(message: FromWorker): void {
    if (message.kind !== "wire") return
    const answered = this.#answered
    this.#answered = undefined
    if (message.bytes.length === 0) return answered?.() // to our goodbye
    this.push(message.bytes)
    if (endsReady(message.bytes)) return answered?.()
    // PostgreSQL gave up (its words are above) and can no longer be asked: asking would block the thread for ever.
    this.destroy(new Error("The embedded database has failed."))
    void this.#worker.terminate()
  }
}

/** Whether the last message is ReadyForQuery: "Z", a length of 5, and one byte for the state of the transaction. */
function endsReady(bytes: Uint8Array): boolean {
  return bytes.at(-6) === 0x5a && bytes.at(-5) === 0 && bytes.at(-4) === 0 && bytes.at(-3) === 0 && bytes.at(-2) === 5
}
