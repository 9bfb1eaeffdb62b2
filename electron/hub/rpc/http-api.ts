import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { ORPCError } from '@orpc/server'
import { BodyLimitPlugin } from '@orpc/server/node'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer } from 'ws'
import { sameSecret } from '../secret/key.ts'
import type { Sessions } from '../user/sessions.ts'
import { type CalendarReader, isCalendarPath, serveCalendar } from './calendar-face.ts'
import type { Reports } from '../report/reports.ts'
import type { Reads } from '../store/reads.ts'
import { bookFileOf, serveBookFile } from './book-face.ts'
import { openApiDocument } from './openapi.ts'
import { refuse, sendJson } from './refuse.ts'
import { isReceiptPath, receiptFace, type ReceiptReader } from './receipt-face.ts'
import { reportKindOf, serveReport } from './report-face.ts'
import { serveWebhook, WEBHOOK_PATH, type WebhookReader } from './webhook-face.ts'
import type { Caller } from './router/parts.ts'
import type { HubRouter } from './router/router.ts'

/** The largest request body, and the largest WebSocket message, bytes: room for an import of 20,000 stations. */
const LARGEST_BODY = 8 * 1024 * 1024

const TOO_LARGE = `The body is too large: at most ${LARGEST_BODY / 1024 / 1024} MiB are taken. Send it in parts.`
const JSON_ONLY =
  'Only JSON is taken. Send the body as JSON, with "Content-Type: application/json".'

/** An Idempotency-Key: 1 to 128 visible ASCII characters. */
const KEY = /^[\x21-\x7e]{1,128}$/
const BAD_KEY =
  'Idempotency-Key: Send 1 to 128 visible ASCII characters without spaces, the same for the same call.'

/** Names a session by its token; without it a call is `api`'s own. */
const SESSION = 'laddplan-session'

export interface HttpApi {
  readonly server: Server
  /** Lets go of everybody who is connected, desks on WebSockets included, and stops listening. */
  close(): Promise<void>
}

/**
 * The hub's HTTP face: REST under `/api`, its description at `/api/openapi.json`, and the contract's own protocol
 * over a WebSocket at `/api/rpc` (with `?as=desk` it begins like a window). All but the description need the bearer token; calendars at `/calendar` and receipts at
 * `/r` are opened by their address, and what Stripe sends to `/stripe/webhook` by its signature.
 */
export function httpApi(
  router: HubRouter,
  {
    token,
    version,
    onError,
    readCalendar = async () => null,
    readReceipt = async () => null,
    takeWebhook = null,
    sessions,
    reports = null,
    reads = null,
  }: {
    token: string
    sessions: Sessions
    version: string
    onError: (error: unknown) => void
    readCalendar?: CalendarReader
    readReceipt?: ReceiptReader
    /** What reports are read from; without it there are none as files. */
    reports?: Pick<Reports, 'stream'> | null
    /** What files for other books are checked by beforehand; without it there are none. */
    reads?: Reads | null
    /** Takes what Stripe sends; without it there is no webhook. */
    takeWebhook?: WebhookReader | null
  },
): HttpApi {
  const rest = new OpenAPIHandler(router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: LARGEST_BODY })],
    interceptors: [
      async ({ next }) => {
        try {
          return await next()
        } catch (error) {
          if (error instanceof ORPCError && error.code === 'PAYLOAD_TOO_LARGE')
            throw new ORPCError('PAYLOAD_TOO_LARGE', { message: TOO_LARGE, cause: error })
          throw error
        }
      },
    ],
  })
  const rpc = new RPCHandler(router)
  const serveReceipt = receiptFace(readReceipt)
  const document = openApiDocument(router, version)
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_BODY,
    perMessageDeflate: false,
  })

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.split('?')[0]
    if (request.method === 'GET' && path === '/api/openapi.json')
      return sendJson(response, 200, await document())
    if (isReceiptPath(path)) return serveReceipt(request, response, path)
    if (isCalendarPath(path)) return serveCalendar(request, response, path, readCalendar)
    if (takeWebhook !== null && path === WEBHOOK_PATH)
      return serveWebhook(request, response, takeWebhook)
    if (!showsToken(request, token))
      return refuse(
        response,
        401,
        'UNAUTHORIZED',
        'Send the token of the data folder as "Authorization: Bearer …".',
      )
    if (hasOtherBody(request)) return refuse(response, 415, 'UNSUPPORTED_MEDIA_TYPE', JSON_ONLY)
    const idempotencyKey = request.headers['idempotency-key']
    if (idempotencyKey !== undefined && !isKey(idempotencyKey))
      return refuse(response, 400, 'BAD_REQUEST', BAD_KEY)
    const session = sessions.ofCall(sessionToken(request))
    const kind = request.method === 'GET' ? reportKindOf(path) : null
    if (kind !== null && reports !== null)
      return serveReport(request, response, { kind, session, reports })
    const book = request.method === 'GET' ? bookFileOf(path) : null
    if (book !== null && reports !== null && reads !== null)
      return serveBookFile(request, response, book, session, { reads, reports, version })
    const context: Caller = idempotencyKey === undefined ? { session } : { session, idempotencyKey }
    const { matched } = await rest.handle(request, response, { prefix: '/api', context })
    if (!matched)
      refuse(
        response,
        404,
        'NO_SUCH_CALL',
        'There is no such call. See /api/openapi.json for those there are.',
      )
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      onError(error)
      if (response.headersSent) response.destroy()
      else refuse(response, 500, 'INTERNAL_SERVER_ERROR', 'The hub failed at this. See its log.')
    })
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const known = request.url?.split('?')[0] === '/api/rpc'
    if (!known || !showsToken(request, token)) {
      socket.end(
        `HTTP/1.1 ${known ? '401 Unauthorized' : '404 Not Found'}\r\nConnection: close\r\n\r\n`,
      )
      return
    }
    sockets.handleUpgrade(request, socket, head, (peer) => {
      const session = sessions.open(asDesk(request) ? 'desk' : 'api', 'socket')
      peer.on('error', onError)
      rpc.upgrade(peer, { context: { session } })
      peer.on('close', () => sessions.end(session))
    })
  })
  return {
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
        // The server no longer counts upgraded sockets as its connections, yet waits for them.
        for (const peer of sockets.clients) peer.terminate()
      }),
  }
}

/** Whether the request has a body that is not said to be JSON. */
function hasOtherBody({ headers }: IncomingMessage): boolean {
  const isEmpty =
    headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0
  if (isEmpty) return false
  return !/^application\/json *(;|$)/i.test(headers['content-type'] ?? '')
}

/** Several such headers come as one, with spaces between, or as a list: neither is a key. */
function isKey(header: string | string[]): header is string {
  return typeof header === 'string' && KEY.test(header)
}

function sessionToken({ headers }: IncomingMessage): string | undefined {
  const shown = headers[SESSION]
  return Array.isArray(shown) ? shown.join() : shown
}

/** Whether a WebSocket is to begin like a window: locked where the site has users. */
function asDesk({ url }: IncomingMessage): boolean {
  return new URLSearchParams(url?.split('?')[1]).get('as') === 'desk'
}

function showsToken(request: IncomingMessage, token: string): boolean {
  const [, shown] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? []
  return shown !== undefined && sameSecret(shown, token)
}
