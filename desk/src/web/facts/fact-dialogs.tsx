import type { Fact } from "./fact-data.ts"
import { FactFormDialog } from "./fact-form-dialog.tsx"
import { ProposeDialog } from "./propose-dialog.tsx"
import { ImportDialog } from "./import-dialog.tsx"

export type FactDialog =
  | { readonly kind: "add" }
  | { readonly kind: "import" }
  | { readonly kind: "propose" }
  /** `typed`: a value that somebody wrote already. */
  | { readonly kind: "version"; readonly fact: Fact; readonly typed?: string }

type Props = {
  readonly dialog: FactDialog | null
  readonly onClose: () => void
  readonly onAdded: (factId: string) => void
}

export function FactDialogs({ dialog, onClose, onAdded }: Props) {
  if (dialog === null) return null
  switch (dialog.kind) {
    case "add":
      return <FactFormDialog fact={null} typed="" onClose={onClose} onDone={onAdded} />
    case "version":
      return (
        <FactFormDialog
          key={dialog.fact.id}
          fact={dialog.fact}
          typed={dialog.typed ?? ""}
          onClose={onClose}
          onDone={() => {}}
        />
      )
    case "propose":
      return <ProposeDialog onClose={onClose} />
    case "import":
      return <ImportDialog onClose={onClose} />
    default:
      throw new Error(`unknown dialog ${dialog satisfies never}`)
  }
}
