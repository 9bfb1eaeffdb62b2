import { describe, expect, test } from 'vitest'
import { driverLinks, driverTemplate, driverText, type MessageWords } from './driver-message.ts'

const words: MessageWords = {
  siteName: 'Norra depån',
  place: 'A1',
  plate: 'ABC 123',
  idleFrom: '18:30',
  idlePrice: '60,00 kr',
}

describe('in both languages', () => {
  test('a message says which car, where, and what it costs to stay', () => {
    expect(driverText('idleFeeSoon', 'sv', words)).toBe(
      'Norra depån: ABC 123 är färdigladdad vid A1. Från 18:30 kostar det 60,00 kr i timmen att stå kvar.',
    )
    expect(driverText('idleFeeSoon', 'en', { ...words, idleFrom: null })).toBe(
      'Norra depån: ABC 123 has finished charging at A1. Standing there costs 60,00 kr an hour now.',
    )
    expect(driverText('moved', 'sv', words)).toContain('fortsätter vid A1')
  })

  test('no message speaks of a price or a plate that nobody knows', () => {
    const unknown = { ...words, plate: '', idleFrom: null, idlePrice: null }
    for (const language of ['en', 'sv'] as const)
      for (const template of driverTemplate.options)
        expect(driverText(template, language, unknown)).not.toMatch(/null|undefined| {2}|kr/)
  })
})

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
