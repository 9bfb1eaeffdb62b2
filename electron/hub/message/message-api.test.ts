import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MessageTermsNow } from '../../../shared/contract/message.ts'
import type { Message } from '../../../shared/domain/message/message.ts'
import type { MessageWords } from '../../../shared/domain/message/template.ts'
import { type MailServer, mailServer, PASSWORD } from './test-bench/mail-server.ts'
import { type MessagingSite, messagingSite } from './test-bench/messaging-site.ts'
import { masked } from './list.ts'
import { seal, unseal } from './sealed.ts'

let site: MessagingSite
let server: MailServer
beforeEach(async () => {
  server = await mailServer()
  site = await messagingSite({ smtp: { ca: server.ca, patienceMs: 2_000 } })
})
afterEach(async () => {
  await site.close()
  await server.close()
})

const ask = <Body>(method: string, path: string, body?: object) =>
  site.face.ask<Body>(method, path, body)
const terms = async () => (await ask<MessageTermsNow>('GET', '/message-terms')).body

describe('the password', () => {
  test('goes in and comes out of nothing: no answer, no row, no line of the journal', async () => {
    await site.writesBy(server)
    expect(await terms()).toMatchObject({ isPasswordSet: true, terms: { way: 'smtp' } })
    const told = JSON.stringify([
      await terms(),
      await site.face.store.reads.find('journal', {}),
      await site.face.store.reads.find('smtpPassword', {}),
      await site.face.store.reads.find('answeredCall', {}),
    ])
    expect(told).not.toContain(PASSWORD)
    expect(told).toContain('"password":"kept"')
  })

  test.each([{ host: '127.0.0.1' }, { port: 26 }, { security: 'tls' }, { user: 'other' }])(
    'is forgotten where it would be told to somebody else: %j',
    async (words) => {
      await site.writesBy(server)
      await ask('PATCH', '/message-terms', words)
      expect((await terms()).isPasswordSet).toBe(false)
    },
  )

  test('stays where nothing of that is changed, and goes when it is taken away', async () => {
    await site.writesBy(server)
    await ask('PATCH', '/message-terms', { fromName: 'Depån', host: 'localhost' })
    expect((await terms()).isPasswordSet).toBe(true)
    await ask('PATCH', '/message-terms', { password: null })
    expect((await terms()).isPasswordSet).toBe(false)
  })

  test('is sealed for this hub and this purpose alone', () => {
    const sealed = seal('secret', 'SMTP password', PASSWORD)
    expect(unseal('secret', 'SMTP password', sealed)).toBe(PASSWORD)
    expect(seal('secret', 'SMTP password', PASSWORD)).not.toBe(sealed)
    expect(unseal('other', 'SMTP password', sealed)).toBeNull()
    expect(unseal('secret', 'other', sealed)).toBeNull()
    expect(unseal('secret', 'SMTP password', `${sealed.slice(0, -3)}AAA`)).toBeNull()
    expect(unseal('secret', 'SMTP password', 'x')).toBeNull()
  })
})

test('terms that don’t go together are refused by what is wrong with them', async () => {
  const refused = await ask<{ data: { flaws: string[] } }>('PATCH', '/message-terms', {
    ...{ way: 'smtp', host: 'smtp.example.com', security: 'none' },
  })
  expect(refused.status).toBe(409)
  expect(refused.body.data.flaws).toEqual(['fromAddress', 'openLine'])
  expect((await terms()).terms.way).toBe('folder')
})

describe('a test message', () => {
  const tryOut = async (body: object) =>
    (await ask<object>('POST', '/message-terms/test', body)).body

  test('tells what came of it, in the server’s own words too', async () => {
    await site.writesBy(server)
    expect(await tryOut({ to: 'kim@example.com' })).toMatchObject({ outcome: 'sent', fault: null })
    expect(server.received).toHaveLength(1)
    server.refusesReceiver = { code: 550, words: '5.1.1 User unknown' }
    expect(await tryOut({ to: 'kim@example.com' })).toEqual({
      ...{ outcome: 'refused', fault: 'receiverRefused' },
      said: expect.stringContaining('User unknown'),
    })
  })

  test('is a file where there is no server, and stands in no outbox', async () => {
    const told = await tryOut({ channel: 'sms', to: '070-123 45 67', language: 'sv' })
    const [file] = site.written()
    expect(told).toEqual({ outcome: 'sent', fault: null, said: file?.file })
    expect(file?.text).toContain('det här är ett prov')
    expect(await site.messages()).toEqual([])
  })

  test('goes to no address that is none', async () => {
    for (const to of ['kim', 'a@b.se, c@d.se', 'a@b.se\r\nBcc: c@d.se'])
      expect((await ask('POST', '/message-terms/test', { to })).status).toBe(400)
  })
})

describe('words', () => {
  const words = { subject: 'Hej', text: 'Hej [{plate}], nu hos {site}. [{link}]' }

  test('of the operator are sent instead of the original ones, until those are restored', async () => {
    expect((await ask('PUT', '/message-texts/confirmed/sv', words)).status).toBe(200)
    await site.visit()
    await site.step()
    expect(site.written()[0]?.text).toMatch(/^Hej ABC 123, nu hos Norra depån\. https/)
    await ask('DELETE', '/message-texts/confirmed/sv')
    expect((await ask<object[]>('GET', '/message-texts')).body).toEqual([])
  })

  test('that can’t be sent are refused by the name of what is wrong', async () => {
    const refused = await ask<{ data: { flaws: object[] } }>('PUT', '/message-texts/ready/sv', {
      ...{ subject: 'Hej', text: 'Hej {namn}' },
    })
    expect(refused.status).toBe(409)
    expect(refused.body.data.flaws).toEqual([{ field: 'text', code: 'unknown', name: 'namn' }])
  })
})

describe('the outbox', () => {
  const list = async (query = '') =>
    (await ask<{ rows: Message[] }>('GET', `/messages${query}`)).body.rows

  test('shows what a message says, without the link', async () => {
    const { id: visitId } = await site.visit()
    await site.step()
    const [message] = await list(`?visitId=${visitId}`)
    const { body } = await ask<MessageWords>('GET', `/messages/${message?.id}/text`)
    expect(body.text).toBe('Norra depån: ABC 123 är bokad vid A1 från 13:00 till 15:00.')
    expect(await list('?state=failed')).toEqual([])
  })

  test('sends again what is still so, under a name of its own, and nothing else', async () => {
    const visit = await site.visit()
    await site.step()
    const [message] = await list()
    const again = () => ask<Message>('POST', `/messages/${message?.id}/send-again`)
    expect((await again()).body).toMatchObject({ state: 'waiting', rounds: 1 })
    await site.step()
    expect(site.written()).toHaveLength(2)
    await site.change(visit.id, { state: 'over', endReason: 'cancelled' })
    expect((await again()).status).toBe(409)
  })

  test('leaves enough of an address to tell it from another', () => {
    expect(masked('kim@example.com')).toBe('k•••@example.com')
    expect(masked('070-123 45 67')).toBe('•••67')
  })
})
