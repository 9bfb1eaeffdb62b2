import type { StripeDouble } from '../../../../demo/stripe/double.ts'

/** How a line that is down fails: nobody there takes the connection, or it is cut. */
export type Down = 'refused' | 'cut'

/**
 * The double without a socket, as `fetch`; it makes no `Request` and no `Response`, which takes longer than all the rest.
 * @param isDown read at each request; null while the line is up
 */
export function wireTo(double: StripeDouble, isDown: () => Down | null): typeof globalThis.fetch {
  return async (input, init) => {
    const down = isDown()
    if (down !== null) throw failed(down === 'refused' ? 'ECONNREFUSED' : 'ECONNRESET')
    const { pathname, search } = new URL(String(input))
    const outcome = await double.handle({
      method: init?.method ?? 'GET',
      path: `${pathname}${search}`,
      headers: lowerCased(init?.headers),
      body: typeof init?.body === 'string' ? init.body : '',
    })
    if (outcome.kind === 'silence') throw new DOMException('Nobody answered.', 'AbortError')
    if (outcome.kind === 'reset') throw failed('ECONNRESET')
    const { status, headers, body } = outcome
    const answer = { status, headers: Object.entries(headers), text: async () => body }
    return answer as unknown as Response // all of it that the SDK reads
  }
}

function failed(code: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
}

function lowerCased(headers: RequestInit['headers']): Record<string, string> {
  if (!Array.isArray(headers)) return {}
  return Object.fromEntries(headers.map(([name = '', value = '']) => [name.toLowerCase(), value]))
}
