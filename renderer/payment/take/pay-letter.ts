/** Where a letter goes. */
export type Letter = { subject: string; body: string }

/** The address that opens the computer's own mail program with a letter in it (RFC 6068). */
export function mailAddress(to: string, { subject, body }: Letter): string {
  return `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}

/** The same for a text message (RFC 5724, with the `body` that telephones know). */
export function smsAddress(to: string, { body }: Letter): string {
  return `sms:${to.replaceAll(/[^\d+]/g, '')}?body=${encodeURIComponent(body)}`
}
