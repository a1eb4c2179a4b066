import { useNavigate } from "@tanstack/react-router"
import { useHere } from "../here.tsx"
import { COMPANIES, FURTHER_PLACES, NOTICES, PLACES, SETTINGS } from "../shell/places.ts"
import { useBoundKeys } from "../ui/keys.tsx"
import { words } from "../words.ts"
import { type Command, deedsOf, fitting } from "./commands.ts"

const SHOWN_MAX = 4 // of a kind, while something is typed: what was said stays in sight

export type Commands = { readonly deeds: readonly Command[]; readonly places: readonly Command[] }

/** What the typed words can do here, and where they can lead; everything while nothing is typed. */
export function useCommands(typed: string): Commands {
  const { slug } = useHere()
  const navigate = useNavigate()
  const bound = useBoundKeys()
  const places: readonly Command[] = [...PLACES, COMPANIES, ...FURTHER_PLACES, NOTICES, SETTINGS].map(
    ({ to, name }) => ({
      name,
      keys: null,
      run: () => void navigate({ to, params: { slug } }),
    }),
  )
  const parts: readonly Command[] = Object.entries(words.settings.parts).map(([part, name]) => ({
    name: `${words.settings.title}: ${name}`,
    keys: null,
    run: () => void navigate({ to: "/$slug/settings/$part", params: { slug, part } }),
  }))
  if (typed.trim() === "") return { deeds: deedsOf(bound), places }
  return {
    deeds: fitting(deedsOf(bound), typed).slice(0, SHOWN_MAX),
    places: fitting([...places, ...parts], typed).slice(0, SHOWN_MAX),
  }
}
