import { expect, test } from 'vitest'
import { contactAddress } from './contact-address.ts'

test('a number is dialled without what people write between its figures', () => {
  expect(contactAddress({ phone: '+46 (70) 555-01 23', email: 'kim@example.com' })).toEqual({
    tel: 'tel:+46705550123',
    sms: 'sms:+46705550123',
    mailto: 'mailto:kim%40example.com',
  })
})

test('who gave none can’t be reached', () => {
  expect(contactAddress({ phone: '', email: '' })).toEqual({ tel: null, sms: null, mailto: null })
  expect(contactAddress({ phone: '112', email: '' }).tel).toBeNull()
})
