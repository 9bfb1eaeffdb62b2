import { useTranslation } from 'react-i18next'
import type { BillDetail } from '../../../../shared/contract/bill.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useMay } from '../../../live/session-store.ts'
import { useClient, useRow } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { useQuery } from '../../../live/use-query.ts'
import { useReloadOn } from '../../../live/use-reload-on.ts'
import { BillPanel } from '../../../payment/bill-panel.tsx'
import { Money } from '../../../payment/money.tsx'
import { whoOf } from '../../../payment/who.ts'
import { Needs } from '../../../session/needs.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import { BillLinks } from '../bill-links.tsx'
import { CorrectBill } from './correct-bill.tsx'
import { RemindPart } from './remind-part.tsx'
import { SettlementPart } from './settlement-part.tsx'
import { dueSince } from './unpaid-bills.ts'

/** A bill in full: what it is for, how to get it paid, who pays, and its corrections. */
export function BillInspector({ billId, onClose }: { billId: string; onClose: () => void }) {
  const { t } = useTranslation('payments')
  const hub = useClient()
  const live = useRow('bill', billId)
  const detail = useQuery(`bill:${billId}`, (signal) => hub.bill.get({ id: billId }, { signal }))
  useReloadOn([live?.revision], detail.reload)
  if (detail.data)
    return <Found detail={{ ...detail.data, bill: live ?? detail.data.bill }} onClose={onClose} />
  return (
    <Inspector title={t('detail.title')} onClose={onClose}>
      {detail.state === 'loading' ? <PanelSkeleton height={320} /> : null}
      <ErrorNote error={detail.error} onRetry={detail.reload} />
    </Inspector>
  )
}

function Found({ detail, onClose }: { detail: BillDetail; onClose: () => void }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const now = useNow(60_000)
  const { bill, revisions } = detail
  const mayRefund = useMay('refund')
  const station = useRow('station', bill.stationId)
  const since = format.moment(dueSince(bill), now)
  const corrections = revisions.filter(({ revision }) => revision > 1)
  return (
    <Inspector
      title={whoOf(bill) || t('detail.bill')}
      subtitle={[station ? inert(station.name, 60).text : '', t('unpaid.overFrom', { when: since })]
        .filter(Boolean)
        .join(' · ')}
      onClose={onClose}
    >
      <div className="lp-pay-part">
        <BillPanel bill={bill} known={detail} />
        <Needs right="attend">
          <RemindPart bill={bill} />
        </Needs>
        <Needs right="refund">
          <SettlementPart bill={bill} />
        </Needs>
        {corrections.length === 0 ? null : (
          <section>
            <h3>{t('unpaid.revisions')}</h3>
            <ol className="lp-pay-history">
              {corrections.map((one) => (
                <li key={one.id}>
                  <span className="lp-soft">{format.moment(one.at, now)}</span>
                  <span>{t(`unpaid.revision.${one.reason}`)}</span>
                  <Money minor={one.inclMinor} currency={bill.currency} />
                  {one.note === '' ? null : (
                    <span className="lp-pay-said">{inert(one.note, 300).text}</span>
                  )}
                </li>
              ))}
            </ol>
          </section>
        )}
        {mayRefund ? <CorrectBill bill={bill} /> : null}
        <BillLinks bill={bill} />
      </div>
    </Inspector>
  )
}
