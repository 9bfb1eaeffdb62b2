/** A request as it comes off the wire; header names are in lower case, `path` has its query. */
export type WireRequest = {
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  body: string
}

/** An answer, or how the line fails instead: cut at once, or silent until the caller gives up. */
export type WireOutcome =
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: string }
  | { kind: 'reset' }
  | { kind: 'silence' }
