import type { WireOutcome, WireRequest } from './message.ts'

/**
 * A `fetch` that reaches the double without a socket, for the SDK's fetch client. A silent line fails
 * at once with the error of a caller who gave up, so that nobody has to wait for it.
 */
export function inProcessFetch(
  handle: (request: WireRequest) => Promise<WireOutcome>,
): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const { pathname, search } = new URL(request.url)
    const outcome = await handle({
      method: request.method,
      path: `${pathname}${search}`,
      headers: Object.fromEntries(request.headers),
      body: await request.text(),
    })
    if (outcome.kind === 'silence')
      throw new DOMException('The operation was aborted.', 'AbortError')
    if (outcome.kind === 'reset') {
      const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
      throw new TypeError('fetch failed', { cause })
    }
    return new Response(outcome.body, { status: outcome.status, headers: outcome.headers })
  }
}
