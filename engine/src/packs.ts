import type { Rule } from "./rule.ts"
import { rules } from "./rules/index.ts"

/** A list of rules that belong together. None of them is legal advice. */
export type Pack = { readonly name: string; readonly about: string; readonly rules: readonly string[] }

/** Every pack there is. Ids are checked against the rules by a test. */
export const packs: readonly Pack[] = [
  { name: "promises", about: "Promises with an owner and a time.", rules: family("promise") },
  {
    name: "honest-wording",
    about: "Claims that need evidence, pressure, evasion, and what is left out.",
    rules: [...family("claim"), ...family("pressure"), ...family("evasion"), ...family("disclosure")],
  },
  {
    name: "protocol",
    about: "Policies, scripts, macros and prompts that tell staff or bots to deceive.",
    rules: family("protocol"),
  },
  {
    name: "eu-ucpd",
    about:
      "Directive 2005/29/EC on unfair commercial practices, art. 6-9 and Annex I; AI Act (EU) 2024/1689 art. 50. Not legal advice.",
    rules: citing(/UCPD|2024\/1689/),
  },
  {
    name: "uk-cap",
    about: "CAP Code section 3 and UK DMCC Act 2024, Schedule 20. Not legal advice.",
    rules: citing(/CAP Code|DMCC/),
  },
  {
    name: "us-ftc",
    about: "FTC Act s.5, the FTC's guides and rules, California B&P 17941. Not legal advice.",
    rules: citing(/FTC|California/),
  },
]

/** The rules of the named packs, each once, in the order of the list of rules; unknown names give none. */
export function rulesOf(names: readonly string[]): readonly Rule[] {
  const wanted = new Set(packs.filter(({ name }) => names.includes(name)).flatMap((pack) => pack.rules))
  return rules.filter(({ id }) => wanted.has(id))
}

function family(name: string): readonly string[] {
  return rules.filter(({ id }) => id.startsWith(`${name}/`)).map(({ id }) => id)
}

function citing(law: RegExp): readonly string[] {
  return rules.filter(({ source }) => law.test(source)).map(({ id }) => id)
}
