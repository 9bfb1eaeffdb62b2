import { join } from 'node:path'
import type { Message, MessageWay } from '../../../shared/domain/message/message.ts'
import type { MessageTerms } from '../../../shared/domain/message/terms.ts'
import { siteNow } from '../site/site-now.ts'
import type { Store } from '../store/store.ts'
import { folderTransport } from './folder.ts'
import { messageTermsOf, smtpPasswordOf } from './terms.ts'
import type { Letter, Transport } from './transport.ts'

export interface WaysParts {
  readonly store: Store
  readonly hubSecret: string
  readonly dataDir: string
  /** For tests: an authority that the mail server's certificate is by, and how long a step may take, ms. */
  readonly smtp?: { readonly ca?: string; readonly patienceMs?: number } | undefined
}

/** Where the files of the outbox lie. */
export function outboxFolder(dataDir: string): string {
  return join(dataDir, 'outbox')
}

/** By which way a message leaves. A text message without a gateway is a file, whatever letters are. */
export function wayOf(
  { way, gateway }: Pick<MessageTerms, 'way' | 'gateway'>,
  { channel }: Pick<Message, 'channel'>,
): MessageWay {
  return way === 'smtp' && (channel === 'email' || gateway !== '') ? 'smtp' : 'folder'
}

/** The ways out of the house, each opened when a letter first takes it, until they are closed. */
export interface Ways {
  send(way: MessageWay, letter: Letter): ReturnType<Transport['send']>
  close(): void
}

export function openWays({ store, hubSecret, dataDir, smtp }: WaysParts): Ways {
  const opened = new Map<MessageWay, Promise<Transport>>()
  let closed = false
  const open = async (way: MessageWay): Promise<Transport> => {
    const told = await store.work('hub', (tx) => ({
      terms: messageTermsOf(tx),
      password: smtpPasswordOf(tx, hubSecret),
      siteName: siteNow(tx).name,
    }))
    if (way === 'folder') return folderTransport(outboxFolder(dataDir), told.siteName)
    if (told.terms.user !== '' && told.password === null) return notSetUp
    // Not read before the first letter: most hubs never send one.
    const { smtpTransport } = await import('./smtp/connection.ts')
    return smtpTransport({ ...told, ...smtp })
  }
  return {
    async send(way, letter) {
      const known = opened.get(way) ?? open(way)
      opened.set(way, known)
      const transport = await known
      return transport.send(letter)
    },
    close() {
      if (closed) return
      closed = true
      for (const transport of opened.values())
        transport.then(
          (way) => way.close(),
          () => undefined,
        )
    },
  }
}

/** A server that wants a log-in, and no password to give it. */
const notSetUp: Transport = {
  send: async () => ({
    kind: 'notNow',
    fault: 'notSetUp',
    said: '',
    of: 'server',
    mayHaveGone: false,
  }),
  close: () => undefined,
}
