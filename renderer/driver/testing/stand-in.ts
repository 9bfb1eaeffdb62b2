import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { First } from '../../../shared/contract/driver/first.ts'
import { type Answer, memoryHub } from './answers.ts'
import { troubles } from './visits.ts'

/** What the hub's door lets the page do. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** Where somebody pays here: one press, and back. */
const PAY_PAGE = `<!doctype html><meta name="viewport" content="width=device-width"><title>Pay</title>
<h1>Not Stripe</h1><form method="post" action="/pay"><button>Pay</button></form>`

/** Serves the page over a hub in memory, as it is written or as it was built. @param built the folder it was built to */
export function standIn(built: string): Plugin {
  const hub = memoryHub()

  const api = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').slice('/api'.length)
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const status = troubles[token]
    if (status !== undefined) return send(request, response, { status, body: {} })
    if (path === '/site/live') return stream(request, response, hub.site)
    if (path === '/visit/live' || path === '/visit') {
      const view = hub.visitOf(token)
      if (view === null)
        return send(request, response, { status: 404, body: { code: 'NO_SUCH_VISIT' } })
      return path === '/visit'
        ? send(request, response, { status: 200, body: view })
        : stream(request, response, () => hub.visitOf(token))
    }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const text = Buffer.concat(chunks).toString()
    send(request, response, hub.ask(path, text === '' ? {} : JSON.parse(text), token))
  }

  /** What the hub would write into the page. */
  const firstOf = (path: string): First => {
    const [slug = '', token = ''] = path.slice(1).split('/')
    if (slug === 'b') return { slug: 'charge', site: null, visit: hub.visitOf(token) }
    hub.show(slug)
    return { slug, site: slug === 'slow' ? null : hub.site(), visit: null }
  }

  const pay = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html').end(PAY_PAGE)
      return
    }
    hub.paid(hub.latest())
    response.writeHead(303, { location: '/charge/back' }).end()
  }

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    page: (path: string) => Promise<string> | string,
  ): Promise<void> => {
    const path = pathOf(request)
    if (path.startsWith('/api/')) return api(request, response)
    if (path === '/pay') return pay(request, response)
    const first = textOf(firstOf(path), request).replaceAll('<', String.raw`\u003c`)
    const html = (await page(path)).replace('id="first">', `id="first">${first}`)
    response.setHeader('content-type', 'text/html').end(html)
  }

  return {
    name: 'stand-in',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!isOurs(request)) return next()
        const source = readFileSync(join(server.config.root, 'index.html'), 'utf8')
        void answer(request, response, (path) => server.transformIndexHtml(path, source))
      })
    },
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        if (pathOf(request) !== '/pay') response.setHeader('content-security-policy', POLICY)
        if (!isOurs(request)) return next()
        void answer(request, response, () => readFileSync(join(built, 'index.html'), 'utf8'))
      })
    },
  }
}

function pathOf({ url }: IncomingMessage): string {
  return (url ?? '').split('?')[0] ?? ''
}

/** A call, the page to pay at, or the page itself; the files are Vite's. */
function isOurs(request: IncomingMessage): boolean {
  const path = pathOf(request)
  const isPage = request.headers.accept?.includes('text/html') === true
  return path.startsWith('/api/') || path === '/pay' || isPage
}

/** With whole addresses, as the hub tells them. */
function textOf(body: unknown, { headers }: IncomingMessage): string {
  return JSON.stringify(body).replaceAll('"payUrl":"/pay"', `"payUrl":"http://${headers.host}/pay"`)
}

function send(request: IncomingMessage, response: ServerResponse, { status, body }: Answer): void {
  response.statusCode = status
  if (status === 429) response.setHeader('retry-after', '30')
  response.setHeader('content-type', 'application/json').end(textOf(body, request))
}

function stream(request: IncomingMessage, response: ServerResponse, look: () => unknown): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  const tell = () => response.write(`event: message\ndata: ${textOf(look(), request)}\n\n`)
  tell()
  const timer = setInterval(tell, 1_500)
  response.on('close', () => clearInterval(timer))
}
