import { Button, Popover, Select, TextInput } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { paymentMeans } from '../../../../shared/domain/payment/payment.ts'
import { filtersOf } from '../../../../shared/domain/report/spec.ts'
import type { ReportFilter } from '../../../../shared/domain/report/spec.ts'
import { useRows } from '../../../live/use-live.ts'
import { customerChoices, findChoices, vehicleChoices } from '../../../ui/input/fleet-choices.ts'
import type { Choice } from '../../../ui/input/fleet-choices.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { change } from './draft-store.ts'
import { narrowed } from './draft.ts'
import type { Draft } from './draft.ts'

type Key = keyof ReportFilter

/** What the report is narrowed down by: of what its kind can be, a field each. */
export function FilterMenu({ draft }: { draft: Draft }) {
  const { t } = useTranslation('reports')
  const choices = useFilterChoices(draft.filter)
  const count = Object.keys(draft.filter).length
  const keys = filtersOf[draft.kind].filter((key) => key !== 'shiftId')
  if (keys.length === 0) return null
  const say = (key: Key, value: string | null) =>
    change({ filter: narrowed(draft, key, value === null ? null : read(key, value)).filter })
  return (
    <Popover position="bottom-start" shadow="md" withinPortal trapFocus returnFocus width={300}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconFilter size={15} aria-hidden="true" />}>
          {count === 0 ? t('export.filter.act') : t('export.filter.count', { count })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('export.filter.act')}>
        <div className="lp-reports-filters">
          {keys.map((key) =>
            key === 'attendant' ? (
              <TextInput
                key={key}
                size="sm"
                label={t(`export.filter.${key}`)}
                placeholder={t('export.filter.every')}
                value={draft.filter.attendant ?? ''}
                onChange={(event) => say(key, event.currentTarget.value)}
              />
            ) : (
              <Select
                key={key}
                size="sm"
                label={t(`export.filter.${key}`)}
                placeholder={t('export.filter.every')}
                clearable
                clearButtonProps={{ 'aria-label': t('export.filter.every') }}
                searchable
                openOnFocus={false}
                limit={100}
                comboboxProps={{ withinPortal: false }}
                {...(key === 'vehicleId' ? { filter: findChoices } : {})}
                data={choices[key]}
                value={draft.filter[key] ?? null}
                onChange={(value) => say(key, value)}
              />
            ),
          )}
          <Button
            variant="subtle"
            color="gray"
            disabled={count === 0}
            onClick={() => change({ filter: {} })}
          >
            {t('export.filter.clear')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

/** What is chosen in a field, as the filter has it. */
function read<K extends Key>(key: K, value: string): ReportFilter[K] {
  const said: ReportFilter =
    key === 'means' ? { means: paymentMeans.parse(value) } : { [key]: value }
  return said[key]
}

function useFilterChoices({
  customerId,
  vehicleId,
  costCentre,
}: ReportFilter): Record<Exclude<Key, 'attendant' | 'shiftId'>, Choice[]> {
  const { t } = useTranslation('payment')
  const customers = useRows('customer')
  const vehicles = useRows('vehicle')
  const stations = useRows('station')
  return useMemo(() => {
    const centres = new Set(vehicles.map((vehicle) => vehicle.costCentre))
    if (costCentre !== undefined) centres.add(costCentre)
    return {
      customerId: customerChoices(customers, customerId ?? null),
      vehicleId: vehicleChoices(vehicles, vehicleId ?? null),
      stationId: stations
        .map(({ id, name }) => ({ value: id, label: inert(name, 60).text }))
        .toSorted((one, other) => one.label.localeCompare(other.label)),
      costCentre: [...centres]
        .filter((centre) => centre !== '')
        .toSorted()
        .map((centre) => ({ value: centre, label: inert(centre, 40).text })),
      means: paymentMeans.options.map((means) => ({ value: means, label: t(`means.${means}`) })),
    }
  }, [t, customers, vehicles, stations, customerId, vehicleId, costCentre])
}
