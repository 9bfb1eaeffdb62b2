import { request as plainRequest, type IncomingHttpHeaders, type RequestOptions } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { connect } from 'node:net'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly text: string
}

export interface Question {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
  /** That it comes from, such as 127.0.0.2. */
  readonly from?: string
  /** That is asked; 127.0.0.1 where it isn't given. */
  readonly host?: string
  /** By TLS, whatever the certificate. */
  readonly tls?: boolean
}

/** Asks on a connection of its own, so that nothing but the question matters. */
export function ask(port: number, path: string, question: Question = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body, from, tls = false } = question
  const { host = '127.0.0.1' } = question
  const options: RequestOptions & { rejectUnauthorized: boolean } = {
    ...{ host, port, path, method, headers, agent: false },
    ...(from !== undefined && { localAddress: from }),
    // The tests' certificates are their own.
    rejectUnauthorized: false,
  }
  return new Promise((resolve, reject) => {
    const asked = (tls ? tlsRequest : plainRequest)(options, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.once('error', reject)
      response.once('end', () => {
        const whole = Buffer.concat(parts)
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: whole,
          text: whole.toString('utf8'),
        })
      })
    })
    asked.once('error', reject)
    asked.end(body)
  })
}

/** Posts JSON, as the page does. */
export function post(
  port: number,
  path: string,
  body: unknown,
  { headers, ...question }: Question = {},
): Promise<Answer> {
  return ask(port, path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
    ...question,
  })
}

/** Writes bytes as they are, and tells all that came back when the door hangs up. */
export function askRaw(port: number, bytes: string, from = '127.0.0.1'): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: from })
    let heard = ''
    socket.setEncoding('latin1')
    socket.on('data', (part: string) => (heard += part))
    socket.on('error', () => undefined)
    socket.once('close', () => resolve(heard))
    socket.write(bytes, 'latin1')
  })
}
