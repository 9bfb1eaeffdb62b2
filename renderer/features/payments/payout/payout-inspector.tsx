import { useTranslation } from 'react-i18next'
import type { Payout, PayoutRow } from '../../../../shared/domain/payment/payout.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useClient } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { Money } from '../../../payment/money.tsx'
import { CopyField } from '../../../ui/share/copy-field.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import { isDifference, isRowType } from './payout-words.ts'
import { StandingMark } from './standing-mark.tsx'
import { standingOf } from './standing.ts'

/** A payout row by row beside what the ledger has; those that differ come first and say why. */
export function PayoutInspector({ payoutId, onClose }: { payoutId: string; onClose: () => void }) {
  const { t } = useTranslation('payments')
  const hub = useClient()
  const query = useQuery(`payout:${payoutId}`, (signal) =>
    hub.stripe.payout({ id: payoutId }, { signal }),
  )
  const format = useFormat()
  return (
    <Inspector
      title={t('payout.title')}
      subtitle={query.data ? format.day(query.data.payout.arrivesOn) : null}
      onClose={onClose}
    >
      {query.state === 'loading' ? <PanelSkeleton height={280} /> : null}
      <ErrorNote error={query.error} onRetry={query.reload} />
      {query.data ? <Found payout={query.data.payout} rows={query.data.rows} /> : null}
    </Inspector>
  )
}

function Found({ payout, rows }: { payout: Payout; rows: readonly PayoutRow[] }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const { currency } = payout
  const standing = standingOf(payout)
  const amount = format.money(
    standing.kind === 'off' ? Math.abs(standing.differenceMinor) : payout.explainedMinor,
    currency,
  )
  const ordered = rows.toSorted(
    (a, b) => Number(b.difference !== null) - Number(a.difference !== null),
  )
  return (
    <div className="lp-pay-part">
      <section>
        <div className="lp-pay-head">
          <Money minor={payout.amountMinor} currency={currency} size="large" />
          <StandingMark payout={payout} />
        </div>
        <p className="lp-soft">{t(`payout.${standing.kind}Text`, { amount })}</p>
      </section>
      {ordered.length === 0 ? null : (
        <section>
          <h3>{t('payout.rows')}</h3>
          <table className="lp-pay-rows">
            <tbody>
              {ordered.map((row) => (
                <Row key={row.id} row={row} currency={currency} />
              ))}
              <tr data-sum>
                <td>{t('payout.net')}</td>
                <td>
                  <Money
                    minor={rows.reduce((sum, { netMinor }) => sum + netMinor, 0)}
                    currency={currency}
                  />
                </td>
              </tr>
            </tbody>
          </table>
        </section>
      )}
      <section className="lp-pay-ids">
        <CopyField label={t('payout.title')} value={payout.id} />
      </section>
    </div>
  )
}

function Row({ row, currency }: { row: PayoutRow; currency: string }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const { type, difference, feeMinor, paymentId } = row
  const name = isRowType(type)
    ? t(`payout.row.${type}`)
    : t('payout.row.other', { type: inert(type, 40).text })
  return (
    <tr>
      <td>
        {paymentId === null ? (
          name
        ) : (
          <a href={hrefOf({ screen: 'payments', open: paymentId })}>{name}</a>
        )}{' '}
        <span className="lp-soft">
          {format.day(row.createdAt)}
          {feeMinor === 0
            ? ''
            : ` · ${t('payout.fee', { amount: format.money(feeMinor, currency) })}`}
        </span>
        {difference === null ? null : (
          <span className="lp-pay-diff">
            {isDifference(difference)
              ? t(`payout.difference.${difference}`)
              : inert(difference, 120).text}
          </span>
        )}
      </td>
      <td>
        <Money minor={row.netMinor} currency={currency} />
      </td>
    </tr>
  )
}
