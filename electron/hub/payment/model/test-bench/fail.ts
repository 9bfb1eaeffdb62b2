/** What must be true isn't. @throws always */
export function fail(what: string, of: unknown): never {
  throw new Error(`${what}: ${JSON.stringify(of)}`)
}
