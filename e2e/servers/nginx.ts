import { mkdir, readFile, writeFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { pathOf } from "./available.ts"
import { eventually } from "./eventually.ts"
import { temporaryFolder } from "./folder.ts"
import { runProgram, startProgram } from "./program.ts"

const EXAMPLE = fileURLToPath(new URL("../../docs/examples/nginx.conf", import.meta.url))

export type Nginx = { readonly certificate: string; readonly stop: () => Promise<void> }

/** Debian's nginx with the example of the documentation, on other ports, with a certificate of its own for localhost. */
export async function startNginx(ports: { http: number; https: number; desk: number }): Promise<Nginx> {
  const nginx = pathOf("nginx")
  if (nginx === undefined) throw new Error("nginx is not installed")
  const folder = await temporaryFolder()
  const path = (name: string) => `${folder.path}/${name}`
  await mkdir(path("temp"))
  await makeCertificate(path("cert.pem"), path("key.pem"))
  const example = await readFile(EXAMPLE, "utf8")
  await writeFile(path("site.conf"), adapted(example, ports, { cert: path("cert.pem"), key: path("key.pem") }))
  await writeFile(path("nginx.conf"), around(folder.path))
  const program = startProgram(nginx, ["-p", folder.path, "-c", path("nginx.conf"), "-e", path("error.log")])
  const what = () => `nginx serves. It says:\n${program.output()}`
  await eventually(() => isServing(ports.http, program.hasEnded), { what })
  return {
    certificate: await readFile(path("cert.pem"), "utf8"),
    stop: async () => {
      await program.stop()
      await folder.remove()
    },
  }
}

async function makeCertificate(cert: string, key: string): Promise<void> {
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
  const made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", cert, ...subject]
  const { code, output } = await runProgram("openssl", made)
  if (code !== 0) throw new Error(output)
}

/** Only what a reader of the example changes, too, and the ports; on loopback alone. */
function adapted(
  example: string,
  { http, https, desk }: { http: number; https: number; desk: number },
  { cert, key }: { cert: string; key: string },
): string {
  return example
    .replaceAll(/^ *listen \[::\].*\n/gm, "")
    .replace("listen 80;", `listen 127.0.0.1:${http};`)
    .replace("listen 443 ssl", `listen 127.0.0.1:${https} ssl`)
    .replaceAll("server_name desk.example.com", "server_name localhost")
    .replace("https://$host$", `https://$host:${https}$`)
    .replace("/etc/letsencrypt/live/desk.example.com/fullchain.pem", cert)
    .replace("/etc/letsencrypt/live/desk.example.com/privkey.pem", key)
    .replace("127.0.0.1:8377", `127.0.0.1:${desk}`)
    .replace("Host $host", `Host $host:${https}`)
}

function around(folder: string): string {
  const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (one) => `${one}_temp_path ${folder}/temp/${one};`,
  )
  return `daemon off; master_process off; worker_processes 1; pid ${folder}/nginx.pid;
events { worker_connections 256; }
http { access_log off; ${temp.join(" ")} include ${folder}/site.conf; }
`
}

async function isServing(port: number, hasEnded: () => boolean): Promise<true | undefined> {
  if (hasEnded()) return true
  const answer = await fetch(`http://127.0.0.1:${port}/`, { redirect: "manual" })
  await answer.body?.cancel()
  return answer.status === 301 ? true : undefined
}
