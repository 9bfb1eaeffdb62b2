import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Delivery } from '../../../../shared/domain/message/delivery.ts'
import type { MessageTerms } from '../../../../shared/domain/message/terms.ts'
import { SECOND } from '../../../../shared/time/instant.ts'
import type { Letter, Transport } from '../transport.ts'
import { buildLetter, type Sender } from './build.ts'
import { deliveryOf, type Stage } from './fault.ts'

export interface SmtpParts {
  readonly terms: MessageTerms
  /** Null where there is none. */
  readonly password: string | null
  readonly siteName: string
  /** An authority to trust instead of those that everybody trusts, PEM. */
  readonly ca?: string | undefined
  /** How long a step may take, ms. */
  readonly patienceMs?: number | undefined
}

const PATIENCE_MS = 15 * SECOND

/** How long the server has to say goodbye. */
const GOODBYE_MS = SECOND

/** One line to the mail server, opened at the first letter; letters go over it one after the other. */
export function smtpTransport(parts: SmtpParts): Transport {
  const sender: Sender = { ...parts.terms, siteName: parts.siteName }
  let line: SMTPConnection | null = null
  let isSending = false

  const drop = (): void => {
    line?.close()
    line = null
  }
  return {
    async send(letter) {
      let stage: Stage = 'connect'
      isSending = true
      try {
        if (line === null) {
          const opened = connectionTo(parts)
          line = opened
          await connected(opened)
          stage = 'login'
          await loggedIn(opened, parts)
        }
        stage = 'envelope'
        const handedOver = (): void => {
          stage = 'handedOver'
        }
        return await handOver(line, letter, sender, handedOver)
      } catch (error) {
        // After a no the line would do, but what it is at can't be told for every server.
        drop()
        return deliveryOf(error, stage)
      } finally {
        isSending = false
      }
    },
    close() {
      // Who is in the middle of it is cut short: a server that says nothing would be waited for.
      if (isSending) return drop()
      const idle = line
      line = null
      idle?.quit()
      setTimeout(() => idle?.close(), GOODBYE_MS).unref()
    },
  }
}

function connectionTo({ terms, ca, patienceMs = PATIENCE_MS }: SmtpParts): SMTPConnection {
  const { host, port, security } = terms
  return new SMTPConnection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: {
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
      ...(ca === undefined ? {} : { ca }),
    },
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    dnsTimeout: patienceMs,
    socketTimeout: 2 * patienceMs,
    socketCloseTimeout: SECOND,
    allowInternalNetworkInterfaces: true,
    logger: false,
  })
}

/** Resolves once the server has greeted, under TLS where that is asked. */
function connected(line: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    // For as long as it lives: an error that nobody hears would end the hub.
    line.on('error', reject)
    line.on('end', () => reject(new Error('The server closed the line.')))
    line.connect(() => resolve())
  })
}

function loggedIn(
  line: SMTPConnection,
  { terms: { user }, password }: Pick<SmtpParts, 'terms' | 'password'>,
): Promise<void> {
  if (user === '') return Promise.resolve()
  return untilDone(line, (done) => line.login({ user, pass: password ?? '' }, done))
}

async function handOver(
  line: SMTPConnection,
  letter: Letter,
  sender: Sender,
  handedOver: () => void,
): Promise<Delivery> {
  const { from, to, bytes } = await buildLetter(letter, sender)
  // Read only once the server has said that it takes it in, so that its end tells when that was.
  const body = Readable.from([bytes])
  body.once('end', handedOver)
  let said = ''
  await untilDone(line, (done) =>
    line.send({ from, to: [to], size: bytes.length }, body, (error, info) => {
      said = info?.response ?? ''
      done(error)
    }),
  )
  return { kind: 'sent', said }
}

/** A step of the line's; one that the line breaks in fails with what it broke by. */
function untilDone(
  line: SMTPConnection,
  begin: (done: (error?: Error | null) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const broken = (error?: Error): void =>
      reject(error ?? new Error('The server closed the line.'))
    line.once('error', broken)
    line.once('end', broken)
    begin((error) => {
      line.off('error', broken)
      line.off('end', broken)
      if (error) reject(error)
      else resolve()
    })
  })
}
