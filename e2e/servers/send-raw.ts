import { createTransport } from "nodemailer"

type RawMail = { readonly port: number; readonly from: string; readonly to: readonly string[]; readonly raw: string }

/** Hands a finished mail to the SMTP listener at a port of the loopback interface. Fails when it is refused. */
export async function sendRaw({ port, from, to, raw }: RawMail): Promise<void> {
  const transport = createTransport({ host: "127.0.0.1", port, secure: false, ignoreTLS: true })
  try {
    await transport.sendMail({ envelope: { from: from === "" ? false : from, to: [...to] }, raw })
  } finally {
    transport.close()
  }
}
