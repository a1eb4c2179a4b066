import { ImapFlow, type SearchObject } from "imapflow"
import type { OpenedMailbox } from "../../verbs/mailboxes.ts"

const CONNECT_MS_MAX = 20_000
const SILENCE_MS_MAX = 300_000 // of a server that is busy; while idling imapflow asks whether it is still there
const RESPONSE_SIZE_MAX = 128 * 1024 * 1024 // bytes; larger than any mail that is fetched

export type Folder = { readonly path: string; readonly isSent: boolean }
export type FolderState = { readonly uidValidity: number; readonly uidNext: number }
/** What the server says of a mail before it is fetched. */
export type MailHead = { readonly uid: number; readonly size: number; readonly arrivedAt: Temporal.Instant }

/** One connection to a mailbox. It only looks: EXAMINE and BODY.PEEK change nothing; the one thing it adds is `append`. */
export type MailboxConnection = {
  readonly folders: () => Promise<readonly Folder[]>
  /** Opens a folder for reading only. */
  readonly examine: (path: string) => Promise<FolderState>
  /** UIDs of the mails of the open folder that are higher and came that day or later, the lowest first. */
  readonly list: (afterUid: number, since: Temporal.Instant) => Promise<readonly number[]>
  /** Of those that are still there, by UID. */
  readonly heads: (uids: readonly number[]) => Promise<readonly MailHead[]>
  /** Mails of the open folder, byte by byte, by UID; those that have gone meanwhile are left out. */
  readonly fetch: (uids: readonly number[]) => Promise<ReadonlyMap<number, Uint8Array>>
  /** The first `sizeMax` bytes of one; null when it has gone meanwhile. */
  readonly fetchHead: (uid: number, sizeMax: number) => Promise<Uint8Array | null>
  /** Waits until the server tells of a change in the open folder, or `over` is done. Fails when the connection breaks. */
  readonly waitForChange: (over: Promise<void>) => Promise<void>
  /** Whether the open folder has a mail with this Message-ID. */
  readonly has: (mailId: string) => Promise<boolean>
  readonly append: (path: string, raw: Uint8Array, at: Temporal.Instant) => Promise<void>
  /** Ends at once; what is under way fails. */
  readonly close: () => void
}

/** Only what opening an account needs. */
export type Account = Pick<OpenedMailbox, "host" | "port" | "security" | "username">
export type Credential = { readonly password: string } | { readonly accessToken: string }

/** Connects and signs in. Fails with imapflow's error: see imap-failure.ts for what it means. */
export async function connectMailbox(account: Account, credential: Credential): Promise<MailboxConnection> {
  const client = new ImapFlow({
    host: account.host,
    port: account.port,
    secure: account.security === "tls",
    ...(account.security === "tls" ? {} : { doSTARTTLS: account.security === "starttls" }),
    auth:
      "password" in credential
        ? { user: account.username, pass: credential.password }
        : { user: account.username, accessToken: credential.accessToken },
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: CONNECT_MS_MAX,
    greetingTimeout: CONNECT_MS_MAX,
    socketTimeout: SILENCE_MS_MAX,
    maxLiteralSize: RESPONSE_SIZE_MAX,
    maxResponseSize: RESPONSE_SIZE_MAX + 1024 * 1024,
    clientInfo: { name: "Aboveboard" },
  })
  let broken: Error | null = null
  const onBroken: (() => void)[] = []
  const breakOff = (error: Error) => {
    broken ??= error
    for (const tell of onBroken.splice(0)) tell()
  }
  client.on("error", breakOff)
  client.on("close", () => breakOff(new Error("the server closed the connection")))
  await client.connect()
  return {
    folders: () => folders(client),
    examine: async (path) => stateOf(await client.mailboxOpen(path, { readOnly: true })),
    list: (afterUid, since) => whileOpen(client, () => list(client, afterUid, since)),
    heads: (uids) => whileOpen(client, () => headsOf(client, uids)),
    fetch: (uids) => whileOpen(client, () => fetchMails(client, uids)),
    fetchHead: (uid, sizeMax) => whileOpen(client, () => fetchHead(client, uid, sizeMax)),
    waitForChange: (over) => waitForChange(client, over, { isBroken: () => broken, onBroken }),
    has: async (mailId) => {
      return (await search(client, { header: { "message-id": `<${mailId}>` } })).length > 0
    },
    append: async (path, raw, at) => {
      const done = await client.append(path, Buffer.from(raw), ["\\Seen"], new Date(at.epochMilliseconds))
      if (done === false) throw new Error(`the server did not add the mail to ${path}`)
    },
    close: () => client.close(),
  }
}

async function folders(client: ImapFlow): Promise<readonly Folder[]> {
  const listed = await client.list()
  return listed
    .filter(({ flags }) => !flags.has("\\Noselect") && !flags.has("\\NonExistent"))
    .map(({ path, specialUse }) => ({ path, isSent: specialUse === "\\Sent" }))
}

function stateOf({ uidValidity, uidNext }: { uidValidity: bigint; uidNext: number }): FolderState {
  return { uidValidity: Number(uidValidity), uidNext }
}

/** Once the connection is gone imapflow answers that there is nothing, which would be taken for mails that were deleted. */
async function whileOpen<T>(client: ImapFlow, ask: () => Promise<T>): Promise<T> {
  const answer = await ask()
  if (!client.usable || client.mailbox === false) throw new Error("the server closed the connection")
  return answer
}

const DAY_HOURS = 24 // the server's day may have begun before ours

async function list(client: ImapFlow, afterUid: number, since: Temporal.Instant): Promise<readonly number[]> {
  const day = new Date(since.subtract({ hours: DAY_HOURS }).epochMilliseconds)
  const found = await search(client, { uid: `${afterUid + 1}:*`, since: day })
  // "n:*" names the last mail even when its UID is lower than n
  return found.filter((uid) => uid > afterUid).toSorted((one, other) => one - other)
}

async function headsOf(client: ImapFlow, uids: readonly number[]): Promise<readonly MailHead[]> {
  const heads: MailHead[] = []
  for await (const one of client.fetch(uids.join(","), { uid: true, size: true, internalDate: true }, { uid: true })) {
    heads.push({ uid: one.uid, size: one.size ?? 0, arrivedAt: instantOf(one.internalDate) })
  }
  return heads.filter(({ uid }) => uids.includes(uid)).toSorted((one, other) => one.uid - other.uid)
}

/** A search that the server refuses has found nothing out; imapflow gives `false` for it. */
async function search(client: ImapFlow, query: SearchObject): Promise<readonly number[]> {
  const found = await client.search(query, { uid: true })
  if (!Array.isArray(found)) throw new Error("the server refused to search the folder")
  return found
}

function instantOf(date: Date | string | undefined): Temporal.Instant {
  const time = date instanceof Date ? date.getTime() : Date.parse(date ?? "")
  return Temporal.Instant.fromEpochMilliseconds(Number.isNaN(time) ? 0 : time)
}

async function fetchMails(client: ImapFlow, uids: readonly number[]): Promise<ReadonlyMap<number, Uint8Array>> {
  const found = new Map<number, Uint8Array>()
  for await (const { uid, source } of client.fetch(uids.join(","), { uid: true, source: true }, { uid: true })) {
    if (source !== undefined && uids.includes(uid)) found.set(uid, source)
  }
  return found
}

async function fetchHead(client: ImapFlow, uid: number, sizeMax: number): Promise<Uint8Array | null> {
  const source = { start: 0, maxLength: sizeMax }
  const found = await client.fetchOne(String(uid), { uid: true, source }, { uid: true })
  return found ? (found.source ?? null) : null
}

async function waitForChange(
  client: ImapFlow,
  over: Promise<void>,
  { isBroken, onBroken }: { readonly isBroken: () => Error | null; readonly onBroken: (() => void)[] },
): Promise<void> {
  let tell = () => {}
  const changed = new Promise<void>((resolve) => {
    tell = resolve
  })
  client.on("exists", tell)
  onBroken.push(tell)
  // It idles until another command is given, and then fails or ends; either way the next command says how things are.
  void client.idle().catch(() => {})
  if (!isBroken()) await Promise.race([changed, over])
  client.off("exists", tell)
  const error = isBroken()
  if (error !== null) throw error
}
