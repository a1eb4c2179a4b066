import type { Story } from "../story.ts"
import { asked } from "./asked.ts"
import { broken } from "./broken.ts"
import { noes } from "./noes.ts"
import { owedLater } from "./owed-later.ts"
import { owedSoon } from "./owed-soon.ts"
import { owedToday } from "./owed-today.ts"
import { regretted } from "./regretted.ts"
import { settled } from "./settled.ts"

export const STORIES: readonly Story[] = [
  ...owedSoon,
  ...owedToday,
  ...owedLater,
  ...broken,
  ...settled,
  ...asked,
  ...noes,
  ...regretted,
]
