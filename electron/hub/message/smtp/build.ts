import { hostname } from 'node:os'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { MessageTerms } from '../../../../shared/domain/message/terms.ts'
import { gatewayAddress } from '../../../../shared/domain/message/terms.ts'
import type { Letter } from '../transport.ts'

/** Whose letters they are. */
export type Sender = Pick<MessageTerms, 'fromName' | 'fromAddress' | 'replyTo' | 'gateway'> & {
  readonly siteName: string
}

/** A letter as a server takes it. */
export interface BuiltLetter {
  readonly from: string
  readonly to: string
  readonly bytes: Buffer
}

/**
 * Writes a letter out. Names and addresses go in as such, never as a header's own text, so that nothing in them begins
 * another header.
 */
export async function buildLetter(letter: Letter, sender: Sender): Promise<BuiltLetter> {
  const { fromAddress: from, replyTo, gateway, siteName } = sender
  const to = letter.channel === 'sms' ? gatewayAddress(gateway, letter.to) : letter.to
  const mail = new MailComposer({
    from: { name: sender.fromName || siteName, address: from },
    to: { name: '', address: to },
    ...(replyTo === '' ? {} : { replyTo: { name: '', address: replyTo } }),
    subject: letter.subject,
    text: letter.text,
    messageId: messageIdOf(letter, from),
    date: new Date(letter.createdAt),
    // Nobody's holiday answer is wanted (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return { from, to, bytes: await mail.compile().build() }
}

/** The same for the same letter, so that who gets it twice shows it once (RFC 5322 §3.6.4). */
export function messageIdOf({ name }: Pick<Letter, 'name'>, from: string): string {
  const domain = from.slice(from.lastIndexOf('@') + 1) || hostname()
  return `<${name}@${domain}>`
}
