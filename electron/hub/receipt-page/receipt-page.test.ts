import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import type { Receipt } from '../../../shared/domain/payment/receipt.ts'
import { uuidV7 } from '../../../shared/domain/id/id.ts'
import { type PayingHub, payingHub } from '../payment/test-bench/paying-hub.ts'
import { isReachable, opensReceipt, receiptToken } from './address.ts'
import { receiptPage } from './page.ts'

let hub: PayingHub
let receipt: Receipt
let url: string
beforeEach(async () => {
  hub = await payingHub()
  const bill = await hub.bill({ plate: 'ABC 123' })
  const taken = await hub.post<Payment>('/payments/manual', { billId: bill.id, means: 'cash' })
  receipt = (await hub.post<Receipt>(`/payments/${taken.body.id}/receipt`)).body
  const page = await hub.face.ask<{ url: string; isReachable: boolean }>(
    'GET',
    `/receipts/${receipt.number}/page`,
  )
  url = page.body.url
})
afterEach(() => hub.close())

const open = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(address, { method, headers })

test('a phone opens a receipt without a token, in the language it asks for or that is chosen', async () => {
  const swedish = await open(url, { 'accept-language': 'sv-SE,sv;q=0.9,en;q=0.8' })
  expect(swedish.status).toBe(200)
  const page = await swedish.text()
  expect(page).toContain('<html lang="sv">')
  expect(page).toContain('Totalt inkl. moms')
  expect(page).toContain('ABC 123')
  expect(page).toMatch(/100,00\s+kr/)
  const english = await (await open(`${url}?lang=en`, { 'accept-language': 'sv' })).text()
  expect(english).toContain('<html lang="en">')
  expect(english).toContain('Total incl. VAT')
  const other = await (await open(url, { 'accept-language': 'de, sv;q=0.1, en;q=0' })).text()
  expect(other).toContain('<html lang="sv">')
  expect(await (await open(url)).text()).toContain('<html lang="en">')
})

test('the page can do nothing but show itself, and nobody keeps or finds it', async () => {
  const answer = await open(url)
  const { headers } = answer
  const page = await answer.text()
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+';/)
  // A browser drops a style whose digest isn't the one that the policy names.
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? []
  expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  expect(policy).not.toContain('unsafe')
  expect(policy).not.toContain('script')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-robots-tag')).toContain('noindex')
  expect(headers.get('cache-control')).toContain('no-store')
  expect(page).not.toMatch(/<script|javascript:| on\w+=|<img|<link|url\(/i)
})

test('another token opens nothing, and is told nothing', async () => {
  const right = new URL(url).pathname.slice('/r/'.length)
  const unknown = receiptToken('secret', uuidV7(0, new Uint8Array(10)))
  const wrong = [
    `${right.slice(0, -1)}${right.endsWith('A') ? 'B' : 'A'}`,
    right.slice(1),
    `${right}A`,
    unknown,
    '../api/receipts/1',
    '%00',
  ]
  for (const token of wrong) {
    const answer = await open(`${new URL(url).origin}/r/${token}`)
    expect([token, answer.status === 404 || answer.status === 401]).toEqual([token, true])
    expect(await answer.text()).not.toContain('ABC')
  }
  expect(opensReceipt('secret', receipt.id, right)).toBe(true)
  expect(opensReceipt('other', receipt.id, right)).toBe(false)
})

test('whatever stands on a receipt is text', () => {
  const evil = '<script>alert(1)</script>"\'&\u202e'
  const seller = { name: evil, organisationNumber: evil, vatNumber: evil, address: [evil] }
  const page = receiptPage(
    {
      ...receipt,
      seller,
      plate: evil,
      place: evil,
      footer: evil,
      servedBy: evil,
      meansDetail: evil,
    },
    'sv',
  )
  expect(page).not.toContain('<script')
  expect(page).not.toContain('\u202e')
  expect(page.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;&quot;&#39;&amp;·/g)).toHaveLength(9)
})

test('what was printed before is a copy, and what is no receipt says so', () => {
  expect(receiptPage(receipt, 'sv')).not.toContain('KOPIA')
  expect(receiptPage({ ...receipt, copies: 1 }, 'sv')).toContain('KOPIA')
  expect(receiptPage({ ...receipt, mode: 'practice' }, 'en')).toContain('PRACTICE – NOT A RECEIPT')
  const refund = receiptPage({ ...receipt, kind: 'refund' }, 'sv')
  expect(refund).toContain('Återbetalningskvitto')
  expect(refund).toMatch(/[−-]100,00\s+kr/)
})

test('a hub that listens to itself alone can’t be reached by a phone', () => {
  expect(isReachable('http://127.0.0.1:9221')).toBe(false)
  expect(isReachable('http://[::1]:9221')).toBe(false)
  expect(isReachable('http://localhost:9221')).toBe(false)
  expect(isReachable('http://192.168.1.20:9221')).toBe(true)
})
