import { WebSocket, type ClientOptions } from 'ws'

/** A charger's end of the wire, on which anything can be said. */
export interface WireCharger {
  readonly socket: WebSocket
  send(text: string | Buffer): void
  /** Sends a CALL and resolves with the whole answer frame. */
  call(action: string, payload: unknown, uniqueId?: string): Promise<unknown[]>
  /** The next frame that answers no call of `call`. */
  next(): Promise<unknown[]>
  /** Resolves with the close code once the socket is closed. */
  readonly closed: Promise<number>
  close(): Promise<void>
}

export interface WireOptions {
  readonly password?: string | Buffer
  readonly user?: string
  readonly protocols?: readonly string[]
  readonly client?: ClientOptions
  /** The id as it stands in the URL, when it is not simply percent-encoded. */
  readonly path?: string
}

/** What a refused handshake was answered with. */
export class Refused extends Error {
  readonly status: number
  readonly head: string
  constructor(status: number, head: string) {
    super(`refused with ${status}`)
    this.status = status
    this.head = head
  }
}

/** Connects; rejects with `Refused` when the server says no. */
export async function wireCharger(
  url: string,
  chargePointId: string,
  options: WireOptions = {},
): Promise<WireCharger> {
  const { password, user = chargePointId, protocols = ['ocpp1.6'], client, path } = options
  const headers: Record<string, string> = {}
  if (password !== undefined) {
    const credentials = Buffer.concat([Buffer.from(`${user}:`), Buffer.from(password)])
    headers['authorization'] = `Basic ${credentials.toString('base64')}`
  }
  const target = `${url}/${path ?? encodeURIComponent(chargePointId)}`
  const socket = new WebSocket(target, [...protocols], { headers, ...client })
  const waiting = new Map<string, (frame: unknown[]) => void>()
  const unclaimed: unknown[][] = []
  const takers: ((frame: unknown[]) => void)[] = []
  let count = 0

  socket.on('message', (data: Buffer) => {
    const frame: unknown[] = JSON.parse(data.toString())
    const claim = frame[0] === 2 ? undefined : waiting.get(String(frame[1]))
    const taker = claim ?? takers.shift()
    if (taker === undefined) unclaimed.push(frame)
    else taker(frame)
    if (claim !== undefined) waiting.delete(String(frame[1]))
  })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.on('error', reject)
    socket.once('unexpected-response', (_, response) => {
      const { statusCode = 0, statusMessage = '', rawHeaders } = response
      reject(new Refused(statusCode, `${statusMessage} ${rawHeaders.join(' ')}`))
      response.destroy()
    })
  })

  const charger: WireCharger = {
    socket,
    closed,
    send: (text) => socket.send(text),
    call(action, payload, uniqueId = `c${(count += 1)}`) {
      const answer = new Promise<unknown[]>((resolve) => waiting.set(uniqueId, resolve))
      socket.send(JSON.stringify([2, uniqueId, action, payload]))
      return answer
    },
    next() {
      const frame = unclaimed.shift()
      if (frame !== undefined) return Promise.resolve(frame)
      return new Promise((resolve) => takers.push(resolve))
    },
    async close() {
      socket.close()
      await closed
    },
  }
  return charger
}

/** What an attempt to connect was refused with; an attempt that was not is an error. */
export async function refusal(attempt: Promise<unknown>): Promise<Refused> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refused)) throw new Error('the handshake was not refused')
  return error
}
