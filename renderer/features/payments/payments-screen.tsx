import { useMay } from '../../live/session-store.ts'
import type { PaymentTab } from '../../navigation/route.ts'
import { NotYours } from '../../session/not-yours.tsx'
import { AllTab } from './all/all-tab.tsx'
import { DisputesTab } from './dispute/disputes-tab.tsx'
import { LedgerTab } from './ledger/ledger-tab.tsx'
import { PayoutsTab } from './payout/payouts-tab.tsx'
import { PaymentsFrame } from './payments-frame.tsx'
import { RefundsTab } from './pending/refunds-tab.tsx'
import { UnknownTab } from './pending/unknown-tab.tsx'
import { UnpaidTab } from './unpaid/unpaid-tab.tsx'
import './payments.css'

/** Money at the site: all payments, or one kind of what needs a hand. `open` is what the inspector shows. */
export function PaymentsScreen({ tab, open }: { tab: PaymentTab | null; open: string | null }) {
  const mayAccount = useMay('account')
  switch (tab) {
    case null:
      return <AllTab open={open} />
    case 'unpaid':
      return <UnpaidTab open={open} />
    case 'refunds':
      return <RefundsTab open={open} />
    case 'unknown':
      return <UnknownTab open={open} />
    case 'disputes':
      return <DisputesTab open={open} />
    case 'payouts':
      return <PayoutsTab open={open} />
    case 'ledger':
      return mayAccount ? (
        <LedgerTab open={open} />
      ) : (
        <PaymentsFrame tab={tab}>
          <NotYours right="account" />
        </PaymentsFrame>
      )
  }
}
