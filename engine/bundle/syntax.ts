/** A node of a module's syntax tree, as Vite's parser gives it. */
export type Node = { readonly type: string; readonly start: number; readonly end: number }

export function listOf(node: Node | undefined, name: string): readonly Node[] {
  const value: unknown = node === undefined ? undefined : Reflect.get(node, name)
  return Array.isArray(value) ? value.filter(isNode) : []
}

export function partOf(node: Node | undefined, name: string): Node | undefined {
  const value: unknown = node === undefined ? undefined : Reflect.get(node, name)
  return isNode(value) ? value : undefined
}

export function nameOf(identifier: Node | undefined): string {
  const name: unknown = identifier === undefined ? undefined : Reflect.get(identifier, "name")
  return typeof name === "string" ? name : ""
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value && "end" in value
}
