// The thread in which a long text is checked: see check-aside.ts. Whatever fails ends it.
import { parentPort } from "node:worker_threads"
import { readFile } from "../reading/read-file.ts"
import type { AsideCheck } from "./check-aside.ts"
import { checkFile } from "./check-file.ts"
import { withOwnRules } from "./own-rules.ts"

parentPort?.once("message", (asked: AsideCheck) => void answer(asked))

async function answer({ ending, text, voice, manner, ownRules }: AsideCheck): Promise<void> {
  const reading = await readFile(`document.${ending}`, Buffer.from(text))
  const isRead = !("unread" in reading)
  const checked = isRead ? checkFile("document", reading, { ...manner, rules: withOwnRules(ownRules) }, voice) : null
  parentPort?.postMessage(checked)
}
