import { Button, Checkbox, Popover, TextInput } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { inert } from '../../../ui/mark/inert.ts'
import { StateDot } from '../../../ui/mark/state-dot.tsx'
import type { Place } from './places.ts'
import { countOf, filterStates } from './row-filter.ts'
import { narrow, showEveryRow, useTimelineView } from '../view-store.ts'
import '../toolbar.css'

/** Which rows are shown. */
export function FilterMenu({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation(['timeline', 'state'])
  const filter = useTimelineView((view) => view.filter)
  const count = countOf(filter)
  const zones = [...new Set(places.map(({ station }) => station.zone))]
  const without = <Value,>(list: readonly Value[], value: Value) =>
    list.includes(value) ? list.filter((one) => one !== value) : [...list, value]
  return (
    <Popover position="bottom-end" shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden="true" />}
          data-on={count > 0 || undefined}
        >
          {count === 0 ? t('filter.act') : t('filter.some', { count })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter.act')}>
        <div className="lp-tl-filter">
          <TextInput
            label={t('filter.station')}
            value={filter.search}
            onChange={(event) => narrow({ search: event.currentTarget.value })}
          />
          <Checkbox
            label={t('filter.free')}
            checked={filter.freeOnly}
            onChange={(event) => narrow({ freeOnly: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('filter.overbooked')}
            checked={filter.overbooked}
            onChange={(event) => narrow({ overbooked: event.currentTarget.checked })}
          />
          <fieldset>
            <legend>{t('filter.state')}</legend>
            {filterStates.map((state) => (
              <Checkbox
                key={state}
                label={
                  <span className="lp-tl-filterstate">
                    <StateDot state={state} />
                    {t(`state:charge.${state}`)}
                  </span>
                }
                checked={filter.states.includes(state)}
                onChange={() => narrow({ states: without(filter.states, state) })}
              />
            ))}
          </fieldset>
          {zones.length > 1 ? (
            <fieldset>
              <legend>{t('filter.zone')}</legend>
              {zones.map((zone) => (
                <Checkbox
                  key={zone}
                  label={zone === '' ? t('zone.none') : inert(zone, 40).text}
                  checked={filter.zones.includes(zone)}
                  onChange={() => narrow({ zones: without(filter.zones, zone) })}
                />
              ))}
            </fieldset>
          ) : null}
          <Checkbox
            label={t('filter.cancelled')}
            checked={filter.cancelled}
            onChange={(event) => narrow({ cancelled: event.currentTarget.checked })}
          />
          <Button variant="default" disabled={count === 0} onClick={showEveryRow}>
            {t('filter.clear')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
