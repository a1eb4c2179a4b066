import { DOCUMENTS, type GuideRoute, INTRODUCTION, apiGuide, apiShapes } from "./api-guide.ts"

/** docs/api.md. */
export function apiMarkdown(): string {
  const nouns = apiGuide().map(({ noun, routes }) => [`## ${noun}`, ...routes.map(routeMarkdown)].join("\n\n"))
  const documents = DOCUMENTS.map(({ path, summary }) => `- \`${path}\`: ${summary}`).join("\n")
  const shapes = apiShapes().map(({ name, notation }) => `### ${name}\n\n\`\`\`\n${notation}\n\`\`\``)
  const head = [
    "# The API",
    "<!-- Made by desk/src/server/http/write-api-docs.ts from the routes that are served. -->",
    ...INTRODUCTION,
    "A running desk shows this page at `/api/v1`, and the OpenAPI 3.1 document at `/api/v1/openapi.json`.",
  ]
  return `${[...head, ...nouns, "## Documents and streams", documents, "## Shapes", ...shapes].join("\n\n")}\n`
}

function routeMarkdown({ method, path, summary, caller, query, body, answer }: GuideRoute): string {
  const parts = [
    ...(query === null ? [] : [`query  ${query}`]),
    ...(body === null ? [] : [`body   ${body}`]),
    `answer ${answer}`,
  ]
  return `### \`${method} ${path}\`\n\n${summary}. For ${caller}.\n\n\`\`\`\n${parts.join("\n")}\n\`\`\``
}
