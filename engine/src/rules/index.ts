import type { Rule } from "../rule.ts"
import { falseHope } from "./false-hope.ts"
import { promiseBotWithoutOwner } from "./promise-bot-without-owner.ts"
import { promiseNoOwner } from "./promise-no-owner.ts"
import { promiseNoTime } from "./promise-no-time.ts"

/** Every rule there is. */
export const rules: readonly Rule[] = [promiseNoOwner, promiseNoTime, promiseBotWithoutOwner, falseHope]
