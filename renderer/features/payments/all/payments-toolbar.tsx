import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { paymentMeans, paymentState } from '../../../../shared/domain/payment/payment.ts'
import { FilterSelect } from '../../../ui/table/filter-select.tsx'
import { PeriodSelect } from '../../../ui/input/period-select.tsx'
import { SearchField } from '../../../ui/table/search-field.tsx'
import { everyPayment } from './payment-query.ts'
import { narrow, usePaymentsView } from './payments-view.ts'
import { PaymentsViews } from './payments-views.tsx'

/** What narrows the list of payments. */
export function PaymentsToolbar({ today }: { today: string }) {
  const { t } = useTranslation(['payments', 'payment'])
  const filter = usePaymentsView((view) => view.filter)
  const narrowed = JSON.stringify(filter) !== JSON.stringify(everyPayment)
  return (
    <>
      <SearchField
        value={filter.search}
        label={t('search')}
        width={230}
        onChange={(search) => narrow({ search })}
      />
      <FilterSelect
        width={150}
        label={t('filter.means')}
        every={t('filter.everyMeans')}
        value={filter.means}
        data={paymentMeans.options.map((value) => ({ value, label: t(`payment:means.${value}`) }))}
        onChange={(means) => narrow({ means: paymentMeans.safeParse(means).data ?? null })}
      />
      <FilterSelect
        width={160}
        label={t('filter.state')}
        every={t('filter.everyState')}
        value={filter.state}
        data={paymentState.options.map((value) => ({ value, label: t(`payment:state.${value}`) }))}
        onChange={(state) => narrow({ state: paymentState.safeParse(state).data ?? null })}
      />
      <PeriodSelect value={filter.period} today={today} onChange={(period) => narrow({ period })} />
      <PaymentsViews />
      {narrowed ? (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => narrow(everyPayment)}
        >
          {t('filter.clear')}
        </Button>
      ) : null}
    </>
  )
}
