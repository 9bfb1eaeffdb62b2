import { describe, expect, test } from 'vitest'
import { driverLinks } from './driver-message.ts'

describe('links', () => {
  const subject = 'Norra depån'

  test('carry the number without what people write between, and the text whole', () => {
    const { sms, tel } = driverLinks('Klar & färdig?', {
      phone: '+46 (0)70-123 45 67',
      email: '',
      subject,
    })
    expect(tel).toBe('tel:+46701234567')
    expect(sms).toBe('sms:+46701234567?body=Klar%20%26%20f%C3%A4rdig%3F')
  })

  test('to a letter carry no other receiver than the one', () => {
    const { mailto } = driverLinks('Hej', { phone: '', email: 'kim@example.com?cc=x', subject })
    expect(mailto).toBe('mailto:kim@example.com%3Fcc%3Dx?subject=Norra%20dep%C3%A5n&body=Hej')
  })

  test('are not there where nobody can be reached', () => {
    expect(driverLinks('Hej', { phone: '', email: '', subject })).toEqual({
      tel: null,
      sms: null,
      mailto: null,
    })
  })
})
