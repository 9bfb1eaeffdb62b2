import { expect, it } from 'vitest'
import { everyPayment } from './payment-query.ts'
import { acceptViews } from './payments-view.ts'

it('takes a stored view as it was kept', () => {
  const view = {
    name: 'Swish this week',
    filter: {
      means: 'swish',
      state: null,
      period: { first: '2026-03-01', last: '2026-03-07' },
      search: 'ABC',
    },
  }
  expect(acceptViews([view])).toEqual([view])
})

it('makes of what another version wrote what can be made of it', () => {
  expect(acceptViews('views')).toBeUndefined()
  expect(
    acceptViews([{ name: 'Old', filter: { means: 'cheque', period: 'century' } }, null, {}]),
  ).toEqual([{ name: 'Old', filter: everyPayment }])
})
