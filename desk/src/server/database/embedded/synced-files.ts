import { fsyncSync } from "node:fs"
import type { PGlite } from "@electric-sql/pglite"
import { NodeFS } from "@electric-sql/pglite/nodefs"
import { syncFile } from "./sync-tree.ts"

const EIO = 29 // Emscripten's number for "input/output error"

type Options = Parameters<NodeFS["init"]>[1]
type PreRun = Extract<NonNullable<Options["preRun"]>, readonly unknown[]>[number]
type Stream = { readonly nfd?: number; readonly node: object }
type EmscriptenModule = {
  readonly FS: {
    readonly ErrnoError: new (code: number) => Error
    readonly filesystems: {
      readonly NODEFS: {
        readonly stream_ops: { fsync?: (stream: Stream) => number }
        realPath(node: object): string
      }
    }
  }
}

/**
 * The library's files on disk, with the one operation it lacks. Without it PostgreSQL's fsync reaches nothing, and a
 * power cut could take commits that were acknowledged. This leans on the library's inside, so its version is pinned and
 * a test counts the fsyncs.
 */
export class SyncedFiles extends NodeFS {
  #onSync: () => void

  constructor(folder: string, onSync: () => void = () => {}) {
    super(folder)
    this.#onSync = onSync
  }

  override async init(postgres: PGlite, options: Options): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(postgres, options)
    const addFsync: PreRun = (module) => this.#addFsync(module)
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } }
  }

  #addFsync({ FS }: EmscriptenModule): void {
    const { NODEFS } = FS.filesystems
    NODEFS.stream_ops.fsync = (stream) => {
      try {
        // Folders are opened without a file descriptor of the system's.
        if (stream.nfd === undefined) syncFile(NODEFS.realPath(stream.node))
        else fsyncSync(stream.nfd)
      } catch {
        throw new FS.ErrnoError(EIO)
      }
      this.#onSync()
      return 0
    }
  }
}
