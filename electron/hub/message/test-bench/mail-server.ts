import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { ownCertificate } from '../../driver-door/test-bench/certificate.ts'

/** A letter as the server got it. */
export interface Received {
  readonly from: string
  readonly to: string[]
  /** All of it, as it came. */
  readonly raw: string
}

/** A mail server on this machine. What it does is changed while it runs. */
export interface MailServer {
  readonly port: number
  /** Its own certificate, for who is to trust it. */
  readonly ca: string
  readonly received: readonly Received[]
  /** How many lines were opened to it. */
  readonly lines: number
  /** What it says to a receiver: nothing is yes. */
  refusesReceiver: { readonly code: number; readonly words: string } | null
  /** What it says to a letter once it has it: nothing is yes. */
  refusesLetter: { readonly code: number; readonly words: string } | null
  /** When it breaks the line off instead of answering. */
  breaks: 'never' | 'beforeLetter' | 'afterLetter'
  /** When it says nothing any more. */
  hangs: 'never' | 'afterLetter' | 'atSender'
  close(): Promise<void>
}

export const USER = 'site'
export const PASSWORD = 'pass word ÅÄÖ'

/** Makes a server that wants a log-in under STARTTLS. */
export async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const { cert, key } = ownCertificate(Date.UTC(2090, 0, 1))
  const received: Received[] = []
  const sockets = new Set<Socket>()
  let opened = 0
  const server = new SMTPServer({
    ...{ cert, key, logger: false, authOptional: false, disableReverseLookup: true },
    closeTimeout: 50,
    onConnect(_session, done) {
      opened += 1
      done()
    },
    onAuth({ username, password }, _session, done) {
      if (username === USER && password === PASSWORD) done(null, { user: USER })
      else done(refusal(535, '5.7.8 Authentication failed'))
    },
    onMailFrom(_address, _session, done) {
      if (bench.hangs !== 'atSender') done()
    },
    onRcptTo(_address, _session, done) {
      const no = bench.refusesReceiver
      if (bench.breaks === 'beforeLetter') breakOff()
      else done(no === null ? null : refusal(no.code, no.words))
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const no = bench.refusesLetter
        if (no !== null) return done(refusal(no.code, no.words))
        received.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('utf8'),
        })
        if (bench.breaks === 'afterLetter') breakOff()
        else if (bench.hangs !== 'afterLetter') done()
      })
    },
    ...options,
  })
  const breakOff = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  // What the test's own breaking off makes of its sockets.
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  server.listen(0, 'localhost')
  await once(server.server, 'listening')
  const bench: MailServer = {
    port: (server.server.address() as AddressInfo).port, // it listens on a port
    ca: cert,
    received,
    get lines() {
      return opened
    },
    refusesReceiver: null,
    refusesLetter: null,
    breaks: 'never',
    hangs: 'never',
    close: () => {
      breakOff()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  return bench
}

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}
