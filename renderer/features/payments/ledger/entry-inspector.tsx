import { useTranslation } from 'react-i18next'
import type { LedgerEntry } from '../../../../shared/domain/ledger/entry.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { CopyField } from '../../../ui/share/copy-field.tsx'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { AccountTable } from './account-table.tsx'

/** One entry with its lines, what it is about, and its place in the chain. */
export function EntryInspector({ entry, onClose }: { entry: LedgerEntry; onClose: () => void }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  return (
    <Inspector
      title={t('ledger.entry', { id: entry.id })}
      subtitle={`${t(`ledger.kind.${entry.kind}`)} · ${format.dateTime(entry.at)}`}
      onClose={onClose}
    >
      <div className="lp-pay-part">
        {entry.text === '' ? null : (
          <p>
            <InertText text={entry.text} max={400} />
          </p>
        )}
        <AccountTable rows={entry.lines} />
        <div className="lp-pay-links">
          {entry.paymentId === null ? null : (
            <a href={hrefOf({ screen: 'payments', open: entry.paymentId })}>
              {t('dispute.toPayment')}
            </a>
          )}
          {entry.payoutId === null ? null : (
            <a href={hrefOf({ screen: 'payments', tab: 'payouts', open: entry.payoutId })}>
              {t('payout.title')}
            </a>
          )}
          {entry.disputeId === null ? null : (
            <a href={hrefOf({ screen: 'payments', tab: 'disputes', open: entry.disputeId })}>
              {t('dispute.title')}
            </a>
          )}
        </div>
        <section className="lp-pay-ids">
          <CopyField label={t('ledger.hash')} value={entry.hash} />
        </section>
      </div>
    </Inspector>
  )
}
