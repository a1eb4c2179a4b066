import type { ReactNode } from "react"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { FileFields, type FileText } from "./file-fields.tsx"

type Counts = { readonly new: number; readonly changed: number }
type Taken = { readonly added: number; readonly changed: number }

type Props = {
  readonly told: {
    readonly title: string
    readonly failed: string
    readonly choose: string
    readonly paste: string
    readonly tooLarge: string
    readonly does: (count: number) => string
    readonly done: (added: number, changed: number) => string
  }
  readonly hint: string
  readonly accept: string
  readonly file: FileText
  readonly onFile: (file: FileText) => void
  /** What the file would change. */
  readonly read: {
    readonly preview: { readonly counts: Counts } | null
    readonly isCurrent: boolean
    readonly error: unknown
  }
  readonly mayTake: boolean
  readonly take: { readonly isPending: boolean; readonly error: Error | null }
  readonly onTake: () => Promise<Taken>
  readonly onClose: () => void
  /** The preview. */
  readonly children: ReactNode
}

/** Takes in a file once what it would change was shown. */
export function TakeFileDialog(props: Props) {
  const { told, hint, accept, file, onFile, read, mayTake, take, onTake, onClose, children } = props
  const toast = useToast()
  const count = read.preview === null ? 0 : read.preview.counts.new + read.preview.counts.changed
  const isHeld = !mayTake || count === 0 || !read.isCurrent || take.isPending
  const submit = async () => {
    if (isHeld) return
    const taken = await onTake().catch(() => null)
    if (taken === null) return
    toast({ text: told.done(taken.added, taken.changed) })
    onClose()
  }
  return (
    <Dialog
      title={told.title}
      wide
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={<DialogFoot does={told.does(count)} busy={isHeld} />}
    >
      <p className="mute x">{hint}</p>
      <FileFields file={file} accept={accept} told={told} onChange={onFile} />
      {children}
      {read.error !== null && <Failure error={read.error} what={told.failed} />}
      {take.error !== null && <Failure error={take.error} what={told.failed} />}
    </Dialog>
  )
}
