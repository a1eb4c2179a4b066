import { Button } from "../ui/button.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"

type Props = {
  readonly write: { readonly error: Error | null; readonly isPending: boolean }
  readonly isGood: boolean
  /** What is wrong, where no field says it. */
  readonly bad?: string
  readonly onSave: () => void
}

/** What stands below a part of the settings: why it was not saved, and the button that saves it. */
export function SaveFoot({ write, isGood, bad, onSave }: Props) {
  return (
    <>
      {write.error !== null && <Failure error={write.error} what={words.settings.saveFailed} onRetry={onSave} />}
      {!isGood && bad !== undefined && <p className="ochre">{bad}</p>}
      <div>
        <Button kind="main" held={!isGood || write.isPending} onClick={onSave}>
          {words.settings.save}
        </Button>
      </div>
    </>
  )
}
