import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aBill, aPayment, aRefund } from '../../../shared/domain/payment/payment-fixture.ts'
import type { Visit } from '../../../shared/domain/visit/visit.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { forgetFiles } from './folder.ts'
import { type MessagingSite, messagingSite } from './test-bench/messaging-site.ts'
import { visitToken } from '../visit/token.ts'

let site: MessagingSite
beforeEach(async () => {
  site = await messagingSite()
})
afterEach(() => site.close())

const templates = async () =>
  (await site.messages()).map(({ template, state }) => [template, state])

describe('into the folder', () => {
  test('a message is written in the driver’s language, with the link that no row has', async () => {
    const visit = await site.visit()
    await site.step()
    const token = visitToken(site.face.secret, visit)
    expect(site.written()).toMatchObject([
      {
        to: 'kim@example.com',
        subject: 'Bokat hos Norra depån, 13:00',
        text: `Norra depån: ABC 123 är bokad vid A1 från 13:00 till 15:00. Se, ändra eller avboka: https://charge.example.com/b/${token}`,
      },
    ])
    expect(JSON.stringify(await site.messages())).not.toContain(token.slice(0, 20))
    const journal = await site.face.store.reads.find('journal', {})
    expect(JSON.stringify(journal)).not.toContain(token.slice(0, 20))
  })

  test('only its owner reads it, and it is there whole', async () => {
    await site.visit()
    await site.step()
    const folder = join(site.face.dir, 'outbox')
    const [file = ''] = readdirSync(folder)
    expect(file).toMatch(/^20261128T1100Z-[\da-f-]{36}\.eml$/)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual([file])
  })

  test('a folder that can’t be written keeps it, and it is written once it can', async () => {
    // A file where the folder should be stops root too, which no mode does.
    writeFileSync(join(site.face.dir, 'outbox'), '')
    await site.visit()
    await site.step()
    expect(await site.messages()).toMatchObject([{ state: 'waiting', fault: 'folderRefused' }])
    rmSync(join(site.face.dir, 'outbox'))
    site.later(MINUTE)
    await site.step()
    expect(await site.messages()).toMatchObject([{ state: 'sent', fault: null, way: 'folder' }])
    expect(site.written()).toHaveLength(1)
  })

  test('what is older than a month is taken away, and nothing else', async () => {
    await site.visit()
    await site.step()
    const folder = join(site.face.dir, 'outbox')
    writeFileSync(join(folder, 'mine.eml'), '')
    await forgetFiles(folder, site.face.now + 30 * DAY)
    expect(readdirSync(folder)).toHaveLength(2)
    await forgetFiles(folder, site.face.now + 30 * DAY + 2 * MINUTE)
    expect(readdirSync(folder)).toEqual(['mine.eml'])
  })

  test('without a page there is no link, and words that do without', async () => {
    await site.close()
    site = await messagingSite({ origin: () => null })
    await site.visit({ language: 'en' })
    await site.step()
    const [letter] = site.written()
    expect(letter?.text).toBe('Norra depån: ABC 123 is booked at A1 from 13:00 to 15:00.')
  })

  test('a driver without an address gets a text message, in signs of one place each', async () => {
    await site.visit({ email: '', phone: '070-123 45 67', plate: 'Win a car at x.yz 1' })
    await site.step()
    const [letter] = site.written()
    expect(letter?.to).toBe('tel:46701234567')
    expect(letter?.subject).toBe('')
    expect(letter?.text).toMatch(/^Norra depån: Du är bokad vid A1/)
  })
})

describe('as things go on', () => {
  test('the desk’s change is told once the desk has let go of it; the driver’s own is not', async () => {
    const visit = await site.visit()
    await site.step()
    const moveTo = async (actor: string, hours: number) => {
      await site.face.store.work(actor, (tx) => {
        const before = tx.get('booking', visit.bookingId ?? '')
        if (before === undefined) return
        const departsAt = before.arrivesAt + hours * HOUR
        const after = tx.change('booking', before, { departsAt, revision: before.revision + 1 })
        tx.journal({ act: 'booking.move', noun: 'booking', nounId: before.id, before, after })
      })
    }
    await moveTo('driver', 3)
    await site.step()
    expect(await templates()).toEqual([['confirmed', 'sent']])
    await moveTo('desk', 4)
    await site.step()
    site.later(MINUTE)
    await moveTo('desk', 5)
    await site.step()
    expect((await templates()).at(-1)).toEqual(['changed', 'waiting'])
    expect(await templates()).toHaveLength(2)
    site.later(2 * MINUTE)
    await site.step()
    expect(await templates()).toEqual([
      ['confirmed', 'sent'],
      ['changed', 'sent'],
    ])
    expect(site.written().some(({ text }) => text.includes('från 13:00 till 18:00'))).toBe(true)
    await moveTo('desk', 6)
    site.later(2 * MINUTE)
    await site.step()
    expect(await templates()).toHaveLength(3)
  })

  test('what is no longer so before it was tried leaves no trace', async () => {
    const visit = await site.visit({ state: 'offered', holdUntil: site.face.now + 15 * MINUTE })
    await site.face.messages.look()
    expect(await templates()).toEqual([['placeFree', 'waiting']])
    await site.change(visit.id, { state: 'over', endReason: 'notClaimed' })
    await site.step()
    expect(await templates()).toEqual([])
  })

  test('a receipt is made out with its number, and names where it lies', async () => {
    const visit = await site.visit({ state: 'over', endReason: 'done' })
    await site.face.store.work('test', (tx) => {
      const bill = aBill({ id: tx.newId(), bookingId: visit.bookingId, finalAt: tx.now })
      tx.insert('bill', { ...bill, paidMinor: 10_000, dueMinor: 0 })
      const paid = { capturedMinor: 10_000, paidAt: tx.now, state: 'paid' as const }
      tx.insert('payment', aPayment({ ...paid, id: tx.newId(), billId: bill.id }))
    })
    await site.step()
    const [receipt] = await site.face.store.reads.find('receipt', {})
    const [letter] = site.written()
    expect(letter?.subject).toBe(`Kvitto ${receipt?.number} från Norra depån`)
    expect(letter?.text).toMatch(
      /100,00\skr, för 20 kWh\. https:\/\/charge\.example\.com\/r\/[\w-]{48}$/,
    )
  })

  test('what goes back with a cancelled visit is told with that, and not once more', async () => {
    const visit = await site.visit({ state: 'over', endReason: 'byDesk' })
    await site.face.store.work('test', (tx) => {
      const bill = aBill({ id: tx.newId(), bookingId: visit.bookingId, state: 'void', dueMinor: 0 })
      tx.insert('bill', bill)
      const payment = aPayment({ id: tx.newId(), billId: bill.id })
      tx.insert('payment', payment)
      const times = { createdAt: tx.now, updatedAt: tx.now }
      const of = { id: tx.newId(), paymentId: payment.id, billId: bill.id, ...times }
      tx.insert('refund', aRefund({ ...of, amountMinor: 4_000, state: 'pending' }))
    })
    await site.step()
    expect(await templates()).toEqual([['cancelled', 'sent']])
    expect(site.written()[0]?.text).toMatch(/Du får tillbaka 40,00\skr/)
  })

  test('at night a text message that asks for nothing waits for the morning', async () => {
    site.later(12 * HOUR) // midnight
    await site.visit({ state: 'over', endReason: 'inVain', email: '', phone: '070-123 45 67' })
    await site.step()
    expect(await templates()).toEqual([['inVain', 'waiting']])
    site.later(7 * HOUR)
    await site.step()
    expect(await templates()).toEqual([['inVain', 'sent']])
  })

  test('what is turned off is not told', async () => {
    await site.face.ask('PATCH', '/message-terms', { off: ['confirmed'] })
    await site.visit()
    await site.step()
    expect(await templates()).toEqual([])
  })
})

test('whatever happens and whenever it is looked at, nothing is told twice', async () => {
  const states: Partial<Visit>[] = [
    { state: 'waiting' },
    { state: 'unpaid' },
    { state: 'agreed' },
    { state: 'offered' },
    { state: 'over', endReason: 'byDesk' },
    { state: 'over', endReason: 'notPaid' },
  ]
  const step = fc.oneof(
    fc.constantFrom(...states).map((words) => ({ kind: 'becomes' as const, words })),
    fc.constantFrom('look' as const, 'send' as const).map((kind) => ({ kind })),
    fc.integer({ min: 1, max: 20 * MINUTE }).map((ms) => ({ kind: 'later' as const, ms })),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const before = site.written().length
      const visit = await site.visit({ holdUntil: site.face.now + HOUR })
      for (const act of steps) {
        if (act.kind === 'becomes')
          await site.change(visit.id, { endReason: null, ...act.words, since: site.face.now })
        else if (act.kind === 'later') site.later(act.ms)
        else await site.face.messages[act.kind]()
      }
      const rows = (await site.messages()).filter(({ visitId }) => visitId === visit.id)
      const once = new Set(rows.map(({ template, occasion }) => `${template} ${occasion}`))
      expect(once.size).toBe(rows.length)
      expect(site.written().length - before).toBe(
        rows.filter(({ state }) => state === 'sent').length,
      )
      await site.change(visit.id, { state: 'over', endReason: 'done' })
    }),
    { numRuns: 40 },
  )
})

test('a hub that was off for days tells nobody what is no news', async () => {
  await site.visit()
  site.later(2 * DAY)
  await site.step()
  expect(await templates()).toEqual([])
})

test('a folder that others could read is closed to them', async () => {
  const folder = join(site.face.dir, 'outbox')
  mkdirSync(folder)
  chmodSync(folder, 0o755)
  await site.visit()
  await site.step()
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})
