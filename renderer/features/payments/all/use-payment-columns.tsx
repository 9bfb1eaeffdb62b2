import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import { useRows } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { MeansIcon } from '../../../payment/means-icon.tsx'
import { PaymentMark } from '../../../payment/payment-mark.tsx'
import { Money } from '../../../payment/money.tsx'
import { meansDetail } from '../../../payment/payment-words.ts'
import { whoOf } from '../../../payment/who.ts'
import { inert } from '../../../ui/mark/inert.ts'
import type { TableColumn } from '../../../ui/table/table-column.ts'
import { useActorWords } from '../../../ui/words/use-actor-words.ts'
import { ChosenBox } from '../chosen-box.tsx'
import type { ChosenStore } from '../chosen-store.ts'
import type { PaymentRow } from './payment-row.ts'

/**
 * The columns of the list of payments. None sorts: it is fetched newest first and page by page, so any other order
 * would be the order of what happens to be here.
 */
export function usePaymentColumns(chosen: ChosenStore): TableColumn<PaymentRow>[] {
  const { t } = useTranslation(['payments', 'payment'])
  const format = useFormat()
  const actor = useActorWords()
  const stations = useRows('station')
  const today = useNow(600_000)
  return useMemo((): TableColumn<PaymentRow>[] => {
    const names = new Map(stations.map(({ id, name }) => [id, inert(name, 60).text]))
    return [
      {
        id: 'chosen',
        title: '',
        width: 20,
        fixed: true,
        cell: ({ id, bill }) => <ChosenBox store={chosen} id={id} what={whoOf(bill)} />,
      },
      {
        id: 'when',
        title: t('columns.when'),
        width: 104,
        fixed: true,
        cell: ({ payment }) => format.moment(payment.createdAt, today),
      },
      {
        id: 'who',
        title: t('columns.who'),
        width: 104,
        fixed: true,
        cell: ({ bill }) => <span className="lp-pay-who">{whoOf(bill) || '–'}</span>,
      },
      {
        id: 'amount',
        title: t('columns.amount'),
        width: 104,
        align: 'right',
        fixed: true,
        cell: ({ payment }) => (
          <Money minor={payment.capturedMinor || payment.amountMinor} currency={payment.currency} />
        ),
      },
      {
        id: 'state',
        title: t('columns.state'),
        width: 148,
        grow: 1,
        cell: ({ payment }) => <PaymentMark payment={payment} />,
      },
      {
        id: 'means',
        title: t('columns.means'),
        width: 136,
        cell: ({ payment }) => (
          <span className="lp-means">
            <MeansIcon means={payment.means} />
            {t(`payment:means.${payment.means}`)}
          </span>
        ),
      },
      {
        id: 'card',
        title: t('columns.card'),
        width: 136,
        grow: 1,
        cell: ({ payment }) => inert(meansDetail(payment), 40).text || <Blank />,
      },
      {
        id: 'refunded',
        title: t('columns.refunded'),
        width: 104,
        align: 'right',
        cell: ({ payment }) =>
          payment.refundedMinor === 0 ? (
            <Blank />
          ) : (
            <Money minor={-payment.refundedMinor} currency={payment.currency} />
          ),
      },
      {
        id: 'receipt',
        title: t('columns.receipt'),
        width: 64,
        align: 'right',
        cell: ({ payment }) => payment.receiptNumber ?? <Blank />,
      },
      {
        id: 'place',
        title: t('columns.place'),
        width: 88,
        grow: 0.6,
        cell: ({ bill }) =>
          (bill.stationId === null ? null : names.get(bill.stationId)) ?? <Blank />,
      },
      {
        id: 'fee',
        title: t('columns.fee'),
        width: 80,
        align: 'right',
        hidden: true,
        cell: ({ payment }) =>
          payment.feeMinor === null ? (
            <Blank />
          ) : (
            <Money minor={payment.feeMinor} currency={payment.currency} />
          ),
      },
      {
        id: 'mode',
        title: t('columns.mode'),
        width: 80,
        hidden: true,
        cell: ({ payment }) => t(`payment:mode.${payment.mode}`),
      },
      {
        id: 'by',
        title: t('columns.by'),
        width: 88,
        hidden: true,
        cell: ({ payment }) => actor(payment.takenBy),
      },
    ]
  }, [t, format, actor, stations, today, chosen])
}

function Blank() {
  return <span className="lp-soft">–</span>
}
