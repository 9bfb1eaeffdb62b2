import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import { meansAccount, natureOf } from '../../../shared/domain/ledger/account.ts'
import type { Account } from '../../../shared/domain/ledger/account.ts'
import type { AccountBalance } from '../../../shared/domain/ledger/balance.ts'
import type { LedgerEntry, LedgerLine } from '../../../shared/domain/ledger/entry.ts'
import { safeBanked, terminalSettled } from '../../../shared/domain/ledger/till-postings.ts'
import { pageOf } from './fake-page.ts'
import type { FakeStore } from './fake-store.ts'

const START = '0'.repeat(64)

/** A ledger in memory: an entry for each final bill and each payment, as it is asked for. */
export function fakeLedger(store: FakeStore) {
  const os = implement(contract).ledger
  return os.router({
    writeDown: os.writeDown.handler(({ input, errors }) => {
      const { what, amountMinor, feeMinor, currency = 'SEK', reference: text } = input
      if (what !== 'terminalSettled' && feeMinor > 0) throw errors.FEE_OF_TERMINAL()
      const posting =
        what === 'terminalSettled'
          ? terminalSettled({ currency, amountMinor, feeMinor, text })
          : safeBanked({
              currency,
              amountMinor: what === 'safeToBank' ? amountMinor : -amountMinor,
              text,
            })
      return { ...posting, id: 1, at: Date.now(), actor: 'desk', previousHash: START, hash: START }
    }),
    entries: os.entries.handler(({ input: { after, limit, search = '' } }) => {
      const words = search.toLowerCase()
      const rows = entriesOf(store).filter(({ text }) => text.toLowerCase().includes(words))
      return pageOf(rows.toReversed(), after, limit)
    }),
    balances: os.balances.handler(() => ({ rows: balancesOf(entriesOf(store)) })),
    verify: os.verify.handler(async function* () {
      const entries = entriesOf(store)
      for (let done = 0; done < entries.length; done += 20) {
        yield { kind: 'progress' as const, step: 'chain', done, of: entries.length }
        await new Promise((resolve) => setTimeout(resolve, 150))
      }
      const lines = entries.reduce((sum, entry) => sum + entry.lines.length, 0)
      const sums = { entries: entries.length, lines, debitMinor: [], lastHash: START }
      const checks = ['chain']
      yield { kind: 'verdict' as const, verdict: { intact: true, ...sums, checks, findings: [] } }
    }),
  })
}

function entriesOf({ rows }: FakeStore): LedgerEntry[] {
  const line = (account: Account, amountMinor: number): LedgerLine => ({
    account,
    amountMinor,
    currency: 'SEK',
  })
  const none = { refundId: null, payoutId: null, disputeId: null }
  const entry = { ...none, actor: 'hub', previousHash: START, hash: START, id: 1 }
  const bills = rows.bill
    .filter(({ state }) => state === 'final')
    .map((bill): LedgerEntry => ({
      ...entry,
      ...{ at: bill.finalAt ?? 0, kind: 'billPosted', billId: bill.id, paymentId: null },
      text: bill.plate,
      lines: [
        line('customer/walkUp', bill.inclMinor),
        ...bill.lines.map(({ kind, exclMinor }) => line(`revenue/${kind}`, -exclMinor)),
        ...bill.vat.map(({ vatMinor }) => line('vat/2500', -vatMinor)),
      ],
    }))
  const payments = rows.payment
    .filter(({ capturedMinor }) => capturedMinor > 0)
    .map((payment): LedgerEntry => ({
      ...entry,
      ...{ at: payment.paidAt ?? 0, kind: 'paymentTaken', billId: payment.billId },
      ...{ paymentId: payment.id, text: payment.reference },
      lines: [
        line(meansAccount(payment.means), payment.capturedMinor),
        line('customer/walkUp', -payment.capturedMinor),
      ],
    }))
  return [...bills, ...payments]
    .toSorted((a, b) => a.at - b.at)
    .map((row, index) => ({ ...row, id: index + 1 }))
}

function balancesOf(entries: readonly LedgerEntry[]): AccountBalance[] {
  const balances = new Map<string, AccountBalance>()
  for (const { account, amountMinor, currency } of entries.flatMap(({ lines }) => lines)) {
    const before = balances.get(account)
    balances.set(account, {
      ...{ account, nature: natureOf(account), currency },
      debitMinor: (before?.debitMinor ?? 0) + Math.max(0, amountMinor),
      creditMinor: (before?.creditMinor ?? 0) + Math.max(0, -amountMinor),
      balanceMinor: (before?.balanceMinor ?? 0) + amountMinor,
    })
  }
  return [...balances.values()]
}
