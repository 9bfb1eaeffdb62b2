import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Encoding, takenEncoding } from '../../../../shared/domain/driver-door/encoding.ts'
import { countedAs, ipText } from '../../../../shared/domain/driver-door/ip.ts'
import { preferredLanguage } from '../../../../shared/domain/driver-door/language.ts'
import type { VisitLanguage } from '../../../../shared/domain/visit/visit.ts'
import { guardHeaders } from './headers.ts'
import { clientOfRequest, type Law } from './judge.ts'

/** Who asks, as far as it matters to the answer. */
export interface Visitor {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly client: ReturnType<typeof clientOfRequest>
  /** In its shortest form. */
  readonly address: string
  /** Whom it is counted with. */
  readonly counted: string
  readonly isSecure: boolean
  readonly language: VisitLanguage
  readonly encoding: Encoding | null
  /** Whether it asks for JSON. */
  readonly isCall: boolean
}

export function visitorOf(request: IncomingMessage, response: ServerResponse, law: Law): Visitor {
  const { headers, url = '' } = request
  const client = clientOfRequest(request, law)
  const encodings = headers['accept-encoding']
  return {
    ...{ request, response, client },
    address: ipText(client.ip),
    counted: countedAs(client.ip),
    isSecure: client.isSecure,
    language: preferredLanguage(headers['accept-language'] ?? ''),
    encoding: takenEncoding(Array.isArray(encodings) ? encodings.join(',') : (encodings ?? '')),
    isCall: url.startsWith('/api/'),
  }
}

/** Sends a whole answer. Its headers beside the guards are the caller's own words, never a request's. */
export function send(
  { request, response, isSecure }: Visitor,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
  policy?: string,
): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, {
    ...guardHeaders({ isSecure, ...(policy !== undefined && { policy }) }),
    ...headers,
    'content-length': Buffer.byteLength(body),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
