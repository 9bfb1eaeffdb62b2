import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import type { AccountPlanRow } from '../../../shared/contract/accounting.ts'
import { type BookAccount, planRowsOf } from '../../../shared/domain/accounting/account-plan.ts'

/** An account plan in memory, with something entered at a rate that has no number yet. */
export function fakeAccounting() {
  const os = implement(contract).accounting
  const changed = new Map<string, BookAccount>()
  const used = ['means/cash', 'means/stripe', 'revenue/energy', 'vat/2500', 'vat/700']
  let cdrTerms = {
    ...{ id: 'cdrTerms' as const, countryCode: 'SE', partyId: '', address: '', city: '' },
    ...{ postalCode: '', country: 'SWE', latitude: '', longitude: '', updatedAt: 0 },
  }
  const rows = (): AccountPlanRow[] =>
    planRowsOf([...changed.values()], used).map(({ id, row }) => ({
      ...{ id, number: row?.number ?? '', name: row?.name ?? '' },
      ...{ isChanged: changed.has(id), isUsed: used.includes(id) },
    }))
  return os.router({
    plan: os.plan.handler(() => ({ rows: rows() })),
    changePlan: os.changePlan.handler(({ input }) => {
      for (const row of input.rows) changed.set(row.id, row)
      return { rows: rows() }
    }),
    check: os.check.handler(() => ({
      ...{ currency: 'SEK', entries: 1_284, otherCurrencies: ['EUR'] },
      unmapped: changed.has('vat/700') ? [] : ['vat/700'],
      sums: [
        { number: '1510', name: 'Kundfordringar', debitMinor: 4_512_350, creditMinor: 3_900_000 },
        {
          number: '1518',
          name: 'Ej reskontraförda kundfordringar',
          debitMinor: 9_204_120,
          creditMinor: 9_120_350,
        },
        {
          number: '1580',
          name: 'Fordringar för kontokort och kuponger',
          debitMinor: 4_608_000,
          creditMinor: 4_100_000,
        },
        { number: '1930', name: 'Företagskonto', debitMinor: 7_950_000, creditMinor: 0 },
        {
          number: '2611',
          name: 'Utgående moms på försäljning inom Sverige, 25 %',
          debitMinor: 8_120,
          creditMinor: 1_840_824,
        },
        {
          number: '3001',
          name: 'Försäljning inom Sverige, 25 % moms',
          debitMinor: 32_480,
          creditMinor: 7_363_296,
        },
        { number: '6040', name: 'Kontokortsavgifter', debitMinor: 9_400, creditMinor: 0 },
      ],
    })),
    export: os.export.handler(({ errors }) => {
      throw errors.NO_SUCH_TICKET()
    }),
    cdrTerms: os.cdrTerms.handler(() => cdrTerms),
    changeCdrTerms: os.changeCdrTerms.handler(({ input }) => {
      const told = Object.entries(input).filter(([, value]) => value !== undefined)
      cdrTerms = { ...cdrTerms, ...Object.fromEntries(told), updatedAt: Date.now() }
      return cdrTerms
    }),
  })
}
