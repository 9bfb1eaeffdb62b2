import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChargeState } from '../../ui/mark/charge-state.ts'
import { FilterSelect } from '../../ui/table/filter-select.tsx'
import { SearchField } from '../../ui/table/search-field.tsx'
import { StateDot } from '../../ui/mark/state-dot.tsx'
import { FilterChip } from '../../ui/table/filter-chip.tsx'
import { everyStation, filterCount, filterStations, zonesOf } from './station-filter.ts'
import type { StationFilter } from './station-filter.ts'
import { compareWords } from './station-order.ts'
import type { StationRow } from './station-row.ts'
import { narrow, showEveryStation, useStationsView } from './stations-view.ts'

/** The states that have a chip of their own; the rarer ones are found by searching or sorting. */
const chipStates = [
  'charging',
  'waiting',
  'finished',
  'free',
] as const satisfies readonly ChargeState[]

/** Everything that narrows the list. */
export function StationsToolbar({ rows }: { rows: readonly StationRow[] }) {
  const { t } = useTranslation(['stations', 'state'])
  const filter = useStationsView((view) => view.filter)
  const zones = zonesOf(rows, compareWords)
  // How many a chip alone would show, whatever else is chosen: the numbers stay put while one filters.
  const count = (only: Partial<StationFilter>) =>
    filterStations(rows, { ...everyStation, ...only }).length

  const toggleState = (state: ChargeState) =>
    narrow({
      states: filter.states.includes(state)
        ? filter.states.filter((other) => other !== state)
        : [...filter.states, state],
    })
  return (
    <>
      <SearchField
        value={filter.search}
        label={t('search')}
        width={180}
        onChange={(search) => narrow({ search })}
      />
      {zones.length > 1 ? (
        <FilterSelect
          width={140}
          label={t('filter.zone')}
          every={t('filter.everyZone')}
          searchable={zones.length > 8}
          value={filter.zone === null ? null : `zone:${filter.zone}`}
          data={zones.map((zone) => ({
            value: `zone:${zone}`,
            label: zone === '' ? t('filter.noZone') : zone,
          }))}
          onChange={(zone) => narrow({ zone: zone === null ? null : zone.slice('zone:'.length) })}
        />
      ) : null}
      <div className="lp-chips" role="group" aria-label={t('filter.label')}>
        <FilterChip
          label={t('filter.faulted')}
          count={count({ faulted: true })}
          pressed={filter.faulted}
          icon={<StateDot state="fault" />}
          onPress={() => narrow({ faulted: !filter.faulted })}
        />
        <FilterChip
          label={t('filter.offline')}
          count={count({ connection: 'offline' })}
          pressed={filter.connection === 'offline'}
          icon={<StateDot state="offline" />}
          onPress={() => narrow({ connection: filter.connection === 'offline' ? null : 'offline' })}
        />
        {chipStates.map((state) => (
          <FilterChip
            key={state}
            label={state === 'finished' ? t('filter.finished') : t(`state:charge.${state}`)}
            count={count({ states: [state] })}
            pressed={filter.states.includes(state)}
            icon={<StateDot state={state} />}
            onPress={() => toggleState(state)}
          />
        ))}
        <FilterChip
          label={t('filter.noPassword')}
          count={count({ noPassword: true })}
          pressed={filter.noPassword}
          onPress={() => narrow({ noPassword: !filter.noPassword })}
        />
      </div>
      {filterCount(filter) > 0 ? (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={showEveryStation}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </>
  )
}
