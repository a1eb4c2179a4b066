import { useEffect, useState } from "react"
import { readReplying, startReplying, stopReplying } from "../../../contract/replying.ts"
import { call } from "../../api.ts"
import { useSlug } from "../../here.tsx"
import { useRead } from "../../queries.ts"

const RENEW = 10_000 // milliseconds; the desk knows it for 25 seconds
const QUIET_MAX = 10 * 60_000 // milliseconds; words that lie on a screen for longer are nobody's answer under way

/** What this screen is saying of conversations, and of which it says nothing more because they are being discarded. */
const saying = new Map<string, Promise<unknown>>()
const leaving = new Set<string>()

/** Nothing more is said of a conversation that is being discarded, once what is under way has been said. */
export async function leaveReplying(conversationId: string): Promise<void> {
  leaving.add(conversationId)
  await saying.get(conversationId)
}

/** It was not discarded after all. */
export function stayReplying(conversationId: string): void {
  leaving.delete(conversationId)
}

/** Says that the member is writing here, as long as there are words on the screen that changed not long ago. */
export function useSayReplying(conversationId: string, text: string): void {
  const slug = useSlug()
  const [quiet, setQuiet] = useState<string | null>(null) // the words that have not changed for long
  const isWriting = text.trim() !== "" && quiet !== text
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(text), QUIET_MAX)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => {
    if (!isWriting) return
    const input = { params: { conversationId } }
    const say = (route: typeof startReplying) => {
      if (leaving.has(conversationId)) return
      // Not told: the lease ends by itself, and others see no more than is known.
      const said = call(route, input, { slug, keepalive: true })
        .catch(() => {})
        .finally(() => {
          if (saying.get(conversationId) === said) saying.delete(conversationId)
        })
      saying.set(conversationId, said)
    }
    const stop = () => say(stopReplying)
    say(startReplying)
    const timer = setInterval(() => say(startReplying), RENEW)
    window.addEventListener("pagehide", stop)
    return () => {
      clearInterval(timer)
      window.removeEventListener("pagehide", stop)
      stop()
    }
  }, [slug, conversationId, isWriting])
}

/** Who else is writing an answer here, by name. Whoever goes without a word is gone when their lease ends. */
export function useReplying(conversationId: string): readonly string[] {
  const { data, dataUpdatedAt, refetch } = useRead(
    readReplying,
    { params: { conversationId } },
    { keepPrevious: false },
  )
  const [ended, setEnded] = useState(0) // when the answer that has ended was given
  const items = data?.items ?? []
  const least = items.length === 0 ? null : Math.min(...items.map(({ seconds }) => seconds))
  useEffect(() => {
    if (least === null) return
    const timer = setTimeout(() => {
      setEnded(dataUpdatedAt)
      void refetch()
    }, least * 1_000)
    return () => clearTimeout(timer)
  }, [least, dataUpdatedAt, refetch])
  return ended === dataUpdatedAt && least !== null
    ? items.filter(({ seconds }) => seconds > least).map(({ name }) => name)
    : items.map(({ name }) => name)
}
