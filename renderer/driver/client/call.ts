import { API, type AskName, calls, type Input, type Output } from './calls.ts'
import { type Failure, failureOf } from './failure.ts'
import { PATIENCE_MS, waitBefore } from './retry.ts'

/** What came of a call. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure }

export interface CallOptions {
  /** The visit's own, for the calls that show it. */
  readonly token?: string | undefined
  /** The key of an act, the same as long as it is the same act. */
  readonly key?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Told before each further try, so that people know why it takes long. */
  readonly onRetry?: ((failure: Failure) => void) | undefined
}

/** Where the wire ends; a test has its own. */
export interface Wire {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly wait: (ms: number, signal: AbortSignal | undefined) => Promise<void>
}

const network: Wire = { fetch: (url, init) => fetch(url, init), wait: pause }

/**
 * Asks the hub, again and again for half a minute where it can't be reached. An act always goes under the same key, so
 * that the hub does it once however often it comes.
 */
export async function call<Name extends AskName>(
  name: Name,
  input: Input<Name>,
  options: CallOptions = {},
  wire: Wire = network,
): Promise<Outcome<Output<Name>>> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await once<Output<Name>>(name, input, options, wire)
    if (outcome.ok || options.signal?.aborted === true) return outcome
    const ms = waitBefore(tries, outcome.failure)
    if (ms === null) return outcome
    options.onRetry?.(outcome.failure)
    await wire.wait(ms, options.signal)
  }
}

async function once<Value>(
  name: AskName,
  input: unknown,
  { token, key, signal }: CallOptions,
  wire: Wire,
): Promise<Outcome<Value>> {
  const { method, path, acts } = calls[name]
  const patience = new AbortController()
  const giveUp = () => patience.abort()
  const timer = setTimeout(giveUp, PATIENCE_MS)
  signal?.addEventListener('abort', giveUp, { once: true })
  try {
    const response = await wire.fetch(`${API}${path}`, {
      method,
      headers: headersOf(token, acts === true ? key : undefined, method === 'POST'),
      body: method === 'POST' ? JSON.stringify(input ?? {}) : null,
      signal: patience.signal,
      ...quiet,
    })
    const body: unknown = await response.json().catch(() => null)
    if (!response.ok)
      return {
        ok: false,
        failure: failureOf(response.status, response.headers.get('retry-after'), body),
      }
    // The boundary: the hub holds what it answers to the contract. Something else has answered where it is no object.
    if (typeof body !== 'object' || body === null)
      return { ok: false, failure: { kind: 'unreachable' } }
    return { ok: true, value: body as Value }
  } catch {
    return { ok: false, failure: { kind: 'unreachable' } }
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', giveUp)
  }
}

/** Nothing is kept, sent along or told to others. */
export const quiet = {
  cache: 'no-store',
  credentials: 'omit',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
} as const

export function headersOf(
  token: string | undefined,
  key: string | undefined,
  hasBody: boolean,
): Record<string, string> {
  return {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...(hasBody ? { 'content-type': 'application/json' } : {}),
  }
}

/** Waits, or no longer than until the network is said to be back. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    addEventListener('online', end)
    signal?.addEventListener('abort', end)
  })
}
