/** The timers of a process. Passed to what waits, so that tests can drive it with a simulated clock. */
export const timers = {
  after(milliseconds: number, run: () => void): () => void {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** Calls `work` every so many milliseconds until the function that it gives is called. */
export function every(milliseconds: number, work: () => void): () => void {
  const timer = setInterval(work, milliseconds)
  timer.unref()
  return () => clearInterval(timer)
}
