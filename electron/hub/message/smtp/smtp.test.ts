import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { ownCertificate } from '../../driver-door/test-bench/certificate.ts'
import { type MailServer, mailServer, PASSWORD } from '../test-bench/mail-server.ts'
import { type MessagingSite, messagingSite } from '../test-bench/messaging-site.ts'

let server: MailServer
let site: MessagingSite
const smtp: { ca: string; patienceMs: number } = { ca: '', patienceMs: 2_000 }

beforeEach(async () => {
  server = await mailServer()
  smtp.ca = server.ca
  smtp.patienceMs = 2_000
  site = await messagingSite({ smtp })
  await site.writesBy(server)
})
afterEach(async () => {
  await site.close()
  await server.close()
})

const first = async () => (await site.messages())[0]

describe('a letter', () => {
  test('goes over TLS after a log-in, with the link, from the site’s address', async () => {
    await site.visit({ language: 'en' })
    await site.step()
    expect(await site.messages()).toMatchObject([{ state: 'sent', way: 'smtp', attempts: 1 }])
    const [letter] = server.received
    expect(letter).toMatchObject({ from: 'depot@example.com', to: ['kim@example.com'] })
    expect(letter?.raw).toContain('Auto-Submitted: auto-generated')
    expect(letter?.raw).toMatch(/^From: .*<depot@example\.com>/m)
    expect(letter?.raw.replaceAll('=\r\n', '')).toContain('https://charge.example.com/b/')
    expect(site.written()).toEqual([])
  })

  test('of several goes over one line, which is let go of', async () => {
    await Promise.all([site.visit(), site.visit(), site.visit()])
    await site.step()
    expect(server.received).toHaveLength(3)
    expect(server.lines).toBe(1)
  })

  test('has no header that somebody wrote into a name, a plate or a subject', async () => {
    const evil = 'A1\r\nBcc: all@example.com\r\n\r\nHello'
    await site.face.store.work('test', (tx) => {
      tx.update('station', site.stationId, { name: evil })
      const [row] = tx.find('site', {})
      if (row) tx.update('site', row.id, { name: evil })
      tx.insert('messageText', {
        ...{ id: 'confirmed.sv', template: 'confirmed', language: 'sv', updatedAt: 0 },
        ...{ subject: 'Hej {site}\r\nBcc: all@example.com', text: '{site} {place}' },
      })
    })
    await site.visit({ plate: 'A\r\nBcc: x@y.se' })
    await site.step()
    const [letter] = server.received
    expect(letter?.to).toEqual(['kim@example.com'])
    expect(letter?.raw).not.toMatch(/^(Bcc|Hello)/m)
  })

  test('to an address that would be several goes nowhere else', async () => {
    await site.visit({ email: 'kim@example.com, all@example.com' })
    await site.visit({ email: 'kim@example.com\r\nRCPT TO:<all@example.com>' })
    await site.step()
    for (const { to } of server.received) expect(to).not.toContain('all@example.com')
  })

  test('becomes a text message by a gateway, and a file where there is none', async () => {
    await site.visit({ email: '', phone: '070-123 45 67' })
    await site.step()
    expect(site.written()).toHaveLength(1)
    await site.face.ask('PATCH', '/message-terms', { gateway: '+{phone}@sms.example.com' })
    await site.visit({ email: '', phone: '070-123 45 67' })
    await site.step()
    expect(server.received).toMatchObject([{ to: ['+46701234567@sms.example.com'] }])
    expect(server.received[0]?.raw).not.toMatch(/^Subject:/m)
  })
})

describe('a server that can’t be trusted', () => {
  test('gets neither a letter nor the password', async () => {
    smtp.ca = ownCertificate(Date.UTC(2090, 0, 1)).cert
    await site.visit()
    await site.step()
    expect(await first()).toMatchObject({ state: 'waiting', fault: 'certUntrusted' })
    expect(server.received).toEqual([])
  })

  test('as it has no TLS, is told so', async () => {
    const open = await mailServer({ disabledCommands: ['STARTTLS'] })
    await site.writesBy(open)
    await site.visit()
    await site.step()
    expect(await first()).toMatchObject({ state: 'waiting', fault: 'noTls' })
    await open.close()
  })

  test('as its certificate is out of date, is told so', async () => {
    const { cert, key } = ownCertificate(Date.UTC(2021, 0, 1))
    const old = await mailServer({ cert, key })
    smtp.ca = cert
    await site.writesBy(old)
    await site.visit()
    await site.step()
    expect(await first()).toMatchObject({ state: 'waiting', fault: 'certExpired' })
    await old.close()
  })
})

describe('a server that says no', () => {
  test('to the password keeps letters until there is another, and nobody hears it', async () => {
    await site.writesBy(server, { password: 'wrong' })
    await site.visit()
    await site.step()
    expect(await first()).toMatchObject({ state: 'waiting', fault: 'wrongPassword' })
    await site.writesBy(server)
    await site.face.messages.send()
    expect(await first()).toMatchObject({ state: 'sent', fault: null })
    const rows = await site.face.store.reads.find('journal', {})
    expect(JSON.stringify(rows)).not.toContain(PASSWORD)
  })

  test.each([
    [{ code: 550, words: '5.1.1 User unknown' }, 'failed', 'receiverRefused'],
    [{ code: 552, words: '5.2.2 Mailbox full' }, 'failed', 'mailboxFull'],
    [{ code: 452, words: '4.2.2 Mailbox full' }, 'waiting', 'mailboxFull'],
    [{ code: 451, words: '4.7.1 Greylisted' }, 'waiting', 'serverBusy'],
  ])('to a receiver, %j: %s', async (no, state, fault) => {
    server.refusesReceiver = no
    await site.visit()
    await site.step()
    expect(await first()).toMatchObject({ state, fault, doubts: 0 })
    expect((await first())?.said).toContain(no.words)
  })

  test('to one receiver keeps no other from theirs', async () => {
    server.refusesReceiver = { code: 550, words: '5.1.1 User unknown' }
    await site.visit()
    await site.step()
    server.refusesReceiver = null
    await site.visit()
    await site.step()
    expect((await site.messages()).map(({ state }) => state)).toEqual(['failed', 'sent'])
  })

  test('to what it says is not asked again', async () => {
    server.refusesLetter = { code: 554, words: '5.7.1 Looks like spam' }
    await site.visit()
    await site.step()
    expect(await first()).toMatchObject({ state: 'failed', fault: 'contentRefused' })
  })
})

describe('a line that breaks', () => {
  test('before the letter was handed over leaves no doubt', async () => {
    server.breaks = 'beforeLetter'
    await site.visit()
    await site.step()
    expect(await first()).toMatchObject({ state: 'waiting', doubts: 0 })
  })

  test('after it was has it sent once more, under the same Message-ID, and then no more', async () => {
    server.breaks = 'afterLetter'
    await site.visit()
    await site.step()
    expect(await first()).toMatchObject({ state: 'waiting', fault: 'lost', doubts: 1 })
    site.later(HOUR)
    await site.step()
    expect(await first()).toMatchObject({ state: 'failed', fault: 'lost', doubts: 2 })
    site.later(HOUR)
    await site.step()
    const ids = server.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1])
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  test('as the server is silent is not waited for for long', async () => {
    smtp.patienceMs = 100
    server.hangs = 'atSender'
    await site.visit()
    await site.step()
    expect(await first()).toMatchObject({ state: 'waiting', fault: 'silent', doubts: 0 })
  })

  test('while the hub closes doesn’t keep it open', async () => {
    smtp.patienceMs = 60_000
    server.hangs = 'afterLetter'
    await site.visit()
    await site.face.messages.look()
    const sent = site.face.messages.send()
    while (server.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await site.face.messages.close()
    await sent
    expect(await first()).toMatchObject({ state: 'waiting', doubts: 1 })
  })
})

test('a server that is away is asked by one letter, not by each', async () => {
  await server.close()
  await Promise.all([site.visit(), site.visit(), site.visit()])
  await site.step()
  const rows = await site.messages()
  expect(rows.map(({ fault }) => fault)).toEqual(['unreachable', 'unreachable', 'unreachable'])
  expect(rows.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(1)
  site.later(DAY + MINUTE)
  for (let turn = 0; turn < 3; turn += 1) {
    await site.step()
    site.later(10 * MINUTE)
  }
  expect((await site.messages()).every(({ state }) => state !== 'sent')).toBe(true)
})

test('a hub that was killed while it sent sends once more, and gives up the second time', async () => {
  await site.visit()
  await site.face.messages.look()
  const kill = () =>
    site.face.store.work('test', (tx) => {
      for (const row of tx.find('message', {})) tx.change('message', row, { state: 'sending' })
    })
  await kill()
  await site.face.messages.send()
  expect(await first()).toMatchObject({ state: 'sent', doubts: 1 })
  await kill()
  await site.face.messages.send()
  expect(await first()).toMatchObject({ state: 'failed', fault: 'unclear' })
  expect(server.received).toHaveLength(1)
})
