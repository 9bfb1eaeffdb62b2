import { createServer } from 'node:http'
import type { HubAddress } from '../hub-api.ts'

/** What the hub was asked: where to, and with what. */
export type Asked = { method: string; url: URL; body: Record<string, unknown> }

/** The hub's REST interface as far as a test plays it; it listens on a free port. */
export type RestDouble = {
  hub: HubAddress
  /** All that changes something, in the order it came. */
  told: { path: string; body: Record<string, unknown> }[]
  close: () => Promise<void>
}

/**
 * Opens a double of the hub's REST interface.
 * @param answer what a request is answered with, as JSON; a number is a status without more
 */
export async function restDouble(
  answer: (asked: Asked, told: RestDouble['told']) => object | number,
): Promise<RestDouble> {
  const told: RestDouble['told'] = []
  const http = createServer((request, response) => {
    let text = ''
    request.on('data', (part) => (text += String(part)))
    request.on('end', () => {
      const [method, url] = [request.method ?? 'GET', new URL(request.url ?? '', 'http://hub')]
      const body = text === '' ? {} : JSON.parse(text)
      if (method !== 'GET') told.push({ path: url.pathname, body })
      const allowed = request.headers.authorization === 'Bearer token'
      const given = allowed ? answer({ method, url, body }, told) : 401
      response.writeHead(typeof given === 'number' ? given : 200)
      response.end(JSON.stringify(typeof given === 'number' ? {} : given))
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return {
    hub: { api: `http://127.0.0.1:${address.port}`, token: 'token' },
    told,
    close: async () => {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
