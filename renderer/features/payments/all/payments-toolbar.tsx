import { Button, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { paymentMeans, paymentState } from '../../../../shared/domain/payment/payment.ts'
import { periods } from '../../../ui/period.ts'
import { SearchField } from '../../../ui/search-field.tsx'
import { everyPayment } from './payment-query.ts'
import { narrow, usePaymentsView } from './payments-view.ts'
import { ViewsMenu } from './views-menu.tsx'

/** What narrows the list of payments. */
export function PaymentsToolbar({ today }: { today: string }) {
  const { t } = useTranslation(['payments', 'payment'])
  const filter = usePaymentsView((view) => view.filter)
  const own = typeof filter.period === 'object' ? filter.period : null
  const narrowed = JSON.stringify(filter) !== JSON.stringify(everyPayment)
  const day = (which: 'first' | 'last', held: { first: string; last: string }) => (
    <TextInput
      size="sm"
      type="date"
      aria-label={t(`filter.${which}`)}
      value={held[which]}
      onChange={(event) =>
        event.currentTarget.value &&
        narrow({ period: { ...held, [which]: event.currentTarget.value } })
      }
    />
  )
  return (
    <>
      <SearchField
        value={filter.search}
        label={t('search')}
        width={230}
        onChange={(search) => narrow({ search })}
      />
      <Select
        size="sm"
        w={150}
        aria-label={t('filter.means')}
        placeholder={t('filter.everyMeans')}
        clearable
        clearButtonProps={{ 'aria-label': t('filter.everyMeans') }}
        value={filter.means}
        data={paymentMeans.options.map((value) => ({ value, label: t(`payment:means.${value}`) }))}
        onChange={(means) => narrow({ means: paymentMeans.safeParse(means).data ?? null })}
      />
      <Select
        size="sm"
        w={160}
        aria-label={t('filter.state')}
        placeholder={t('filter.everyState')}
        clearable
        clearButtonProps={{ 'aria-label': t('filter.everyState') }}
        value={filter.state}
        data={paymentState.options.map((value) => ({ value, label: t(`payment:state.${value}`) }))}
        onChange={(state) => narrow({ state: paymentState.safeParse(state).data ?? null })}
      />
      <Select
        size="sm"
        w={140}
        aria-label={t('filter.period')}
        allowDeselect={false}
        value={own ? 'own' : String(filter.period)}
        data={[
          ...periods.map((value) => ({ value, label: t(`period.${value}`) })),
          { value: 'own', label: t('period.own') },
        ]}
        onChange={(value) =>
          narrow({
            period: periods.find((known) => known === value) ?? { first: today, last: today },
          })
        }
      />
      {own ? (
        <>
          {day('first', own)}
          {day('last', own)}
        </>
      ) : null}
      <ViewsMenu />
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
