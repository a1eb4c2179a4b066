import type { z } from "zod"
import type { readToday } from "../../contract/today.ts"

export type Today = z.output<(typeof readToday)["answer"]>
export type TodayFilter = "all" | "mine" | "risk" | "waiting"

/** Which part of the page is shown: whose promises, and of which customer. */
export type TodayChoice = { readonly filter: TodayFilter; readonly customer: string | null }
