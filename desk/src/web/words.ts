import { shellWords } from "./words/shell.ts"
import { uiWords } from "./words/ui.ts"

/** Every text of the interface, by page: the one catalogue. */
export const words = {
  ui: uiWords,
  shell: shellWords,
} as const
