import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { controlOverHttp } from '../control/over-http.ts'
import type { StripeDouble } from '../double.ts'

/** A server that listens, and where. */
export function listen(
  port: number,
  host: string,
  handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    handler(request, response).catch((error: unknown) => {
      process.stderr.write(
        `stripe double: ${error instanceof Error ? error.stack : String(error)}\n`,
      )
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      resolve({ server, port: portOf(server) })
    })
  })
}

/**
 * Answers one request over a socket: the API under `/v1/`, what plays people and banks under
 * `/_double/`, and the pages that people see. A fault cuts the line, or says nothing until the caller
 * gives up.
 */
export async function answerHttp(
  double: StripeDouble,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = request
  const body = await text(request)
  if (url.startsWith('/v1/')) {
    await answerApi(double, { method, path: url, headers: flat(headers), body }, response)
    return
  }
  if (!isOwnHost(headers.host)) {
    response.writeHead(421).end()
    return
  }
  if (url.startsWith('/_double/')) {
    answerControl(double, { method, what: url.slice('/_double/'.length), headers, body }, response)
    return
  }
  const acceptLanguage = headers['accept-language'] ?? ''
  const page = await double.showPage({ method, path: url, body, acceptLanguage })
  response.writeHead(page.status, page.headers).end(page.body)
}

async function answerApi(
  double: StripeDouble,
  request: Parameters<StripeDouble['handle']>[0],
  response: ServerResponse,
): Promise<void> {
  const outcome = await double.handle(request)
  if (outcome.kind === 'silence') return
  if (outcome.kind === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  response.writeHead(outcome.status, outcome.headers).end(outcome.body)
}

function answerControl(
  double: StripeDouble,
  asked: { method: string; what: string; headers: IncomingMessage['headers']; body: string },
  response: ServerResponse,
): void {
  // A page elsewhere can't send JSON here without asking first, and is never answered that it may.
  const isJson = asked.headers['content-type']?.startsWith('application/json') === true
  if (asked.method !== 'POST' || !isJson) {
    response.writeHead(405).end()
    return
  }
  const { status, body } = controlOverHttp(double, asked.what, asked.body)
  response.writeHead(status, { 'content-type': 'application/json' }).end(body)
}

/** A name that somebody else's DNS leads here is not ours. */
function isOwnHost(host: string | undefined): boolean {
  return /^(?:localhost|\d+\.\d+\.\d+\.\d+|\[[\da-f:]+\])(?::\d+)?$/i.test(host ?? '')
}

function flat(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  )
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the double has no port')
  return address.port
}
