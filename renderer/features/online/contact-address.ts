/** Ways to reach a driver by the computer's own programs; null where it isn't known how. */
export interface ContactAddress {
  readonly tel: string | null
  readonly sms: string | null
  readonly mailto: string | null
}

/** The addresses that call, text or write (RFC 3966, 5724, 6068). */
export function contactAddress({
  phone,
  email,
}: {
  readonly phone: string
  readonly email: string
}): ContactAddress {
  const number = phone.replaceAll(/[^\d+]/g, '')
  const isNumber = /^\+?\d{5,}$/.test(number)
  return {
    tel: isNumber ? `tel:${number}` : null,
    sms: isNumber ? `sms:${number}` : null,
    mailto: email === '' ? null : `mailto:${encodeURIComponent(email)}`,
  }
}
