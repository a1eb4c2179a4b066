import type { Database, Queries } from "../database/database.ts"
import type { Actor, Desk } from "../verbs/desk.ts"
import type { StoryTime } from "./schedule.ts"
import type { Story, TeamName } from "./story.ts"

/** Where the stories are played: the new workspace, and what has come about in it so far. */
export type Stage = {
  readonly desk: Desk
  /** Everything happens in this one transaction. */
  readonly database: Database
  readonly workspaceId: string
  readonly time: StoryTime
  readonly address: string
  readonly team: ReadonlyMap<TeamName, Actor & { readonly id: string; readonly name: string }>
  readonly customers: ReadonlyMap<string, { readonly id: string; readonly name: string; readonly mail: string | null }>
  readonly promises: Map<string, string>
  /** Facts by "subject attribute", needs by their words. */
  readonly facts: Map<string, string>
  readonly needs: Map<string, string>
  readonly threads: Map<Story, Thread>
}

/** A story's conversation, our last mail in it, and theirs. */
export type Thread = {
  readonly conversationId: string
  readonly last: {
    ours: { mailId: string; at: Temporal.Instant; by: string; text: string } | null
    theirs: { id: string; text: string } | null
  }
}

/** The desk as it was at an earlier time, within the one transaction. */
export function deskAt(stage: Stage, at: Temporal.Instant): Desk {
  return { ...stage.desk, database: stage.database, now: () => at, committed: () => {} }
}

export function actorOf(stage: Stage, name: TeamName) {
  return found(stage.team.get(name), name)
}

export function customerOf(stage: Stage, { customer }: Story) {
  return found(stage.customers.get(customer), customer)
}

export function promiseOf(stage: Stage, key: string): string {
  return found(stage.promises.get(key), key)
}

export function factOf(stage: Stage, name: string): string {
  return found(stage.facts.get(name), name)
}

export function needOf(stage: Stage, words: string): string {
  return found(stage.needs.get(words), words)
}

export function threadOf(stage: Stage, story: Story): Thread {
  return found(stage.threads.get(story), `the conversation with ${story.customer}`)
}

/** One transaction of the desk at that time. */
export function within<T>(stage: Stage, work: (queries: Queries) => Promise<T>): Promise<T> {
  return stage.database.transaction(work)
}

/** A story that speaks of what is not there is written wrongly. */
function found<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new Error(`a story of the sample shop names what is not there: ${name}`)
  return thing
}
