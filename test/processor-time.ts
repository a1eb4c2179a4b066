/**
 * Milliseconds of processor time that `work` takes in this process. What others do on the machine meanwhile does not count, so
 * that a limit on it says something of the work and not of the hour.
 */
export async function processorMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
