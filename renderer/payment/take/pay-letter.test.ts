import { expect, it } from 'vitest'
import { mailAddress, smsAddress } from './pay-letter.ts'

const letter = {
  subject: 'Laddning på Norra depån',
  body: 'Betala här: https://pay.example/a?b=1&c=2',
}

it('carries the link whole, whatever signs are in it', () => {
  const mail = new URL(mailAddress('kim@example.com', letter))
  expect(mail.pathname).toBe('kim%40example.com')
  expect(mail.searchParams.get('body')).toBe(letter.body)
  expect(mail.searchParams.get('subject')).toBe(letter.subject)
})

it('cannot be made to add a header or another receiver', () => {
  const mail = mailAddress('a@b.example&bcc=c@d.example', {
    ...letter,
    subject: 'x&cc=y\r\nBcc: z',
  })
  expect(new URL(mail).searchParams.has('bcc')).toBe(false)
  expect(new URL(mail).searchParams.has('cc')).toBe(false)
})

it('writes a telephone number as telephones want it', () => {
  expect(smsAddress('070-555 01 23', letter)).toMatch(/^sms:0705550123\?body=Betala%20/)
})
