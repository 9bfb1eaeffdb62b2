import { expect, test } from 'vitest'
import { emptyWriteDown, writtenDown } from './write-down-form.ts'

const form = { ...emptyWriteDown, amount: '9 800,00', fee: '200', reference: ' Statement 7 ' }

test('what came from a terminal is entered with what was kept of it', () => {
  expect(writtenDown(form, 'SEK', 'sv')).toEqual({
    ...{ what: 'terminalSettled', amountMinor: 980_000, feeMinor: 20_000 },
    ...{ currency: 'SEK', reference: 'Statement 7' },
  })
  expect(writtenDown({ ...form, fee: '' }, 'SEK', 'sv')).toMatchObject({ feeMinor: 0 })
})

test('of cash no fee is sent, whatever was typed for a terminal before', () => {
  for (const fee of ['200', 'much'])
    expect(writtenDown({ ...form, what: 'safeToBank', fee }, 'SEK', 'sv')).toMatchObject({
      ...{ what: 'safeToBank', feeMinor: 0 },
    })
})

test('nothing is entered without an amount, its reference, or with a fee that is none', () => {
  for (const told of [{ amount: '' }, { amount: '0' }, { reference: ' ' }, { fee: 'much' }])
    expect(writtenDown({ ...form, ...told }, 'SEK', 'sv')).toBeUndefined()
})
