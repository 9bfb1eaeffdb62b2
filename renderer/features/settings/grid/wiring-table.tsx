import { Checkbox } from '@mantine/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connector } from '../../../../shared/domain/connector/connector.ts'
import type { Station } from '../../../../shared/domain/station/station.ts'
import type { FeederChoice, WiringChange } from './use-wiring.ts'
import { WiringRow } from './wiring-row.tsx'

const none: readonly Connector[] = []

/** The stations with what each hangs on, to change in place or to choose several of. */
export function WiringTable({
  stations,
  connectorsOf,
  choices,
  chosen,
  onChoose,
  onWire,
}: {
  stations: readonly Station[]
  connectorsOf: ReadonlyMap<string, readonly Connector[]>
  choices: readonly FeederChoice[]
  chosen: ReadonlySet<string>
  onChoose: (next: (chosen: ReadonlySet<string>) => ReadonlySet<string>) => void
  onWire: (change: WiringChange) => void
}) {
  const { t } = useTranslation('grid')
  const every = stations.every(({ id }) => chosen.has(id))
  const toggle = useCallback(
    (id: string) =>
      onChoose((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    [onChoose],
  )
  return (
    <div className="lp-panel lp-grid-scroll">
      <table className="lp-grid-table" aria-label={t('wiring.table')}>
        <thead>
          <tr>
            <td>
              <Checkbox
                aria-label={t('wiring.chooseAll')}
                checked={every}
                indeterminate={!every && chosen.size > 0}
                onChange={() => onChoose(() => new Set(every ? [] : stations.map(({ id }) => id)))}
              />
            </td>
            <th scope="col">{t('wiring.station')}</th>
            <th scope="col">{t('wiring.zone')}</th>
            <th scope="col">{t('wiring.connectors')}</th>
            <th scope="col">{t('wiring.feeder')}</th>
            <th scope="col">{t('wiring.rotation')}</th>
          </tr>
        </thead>
        <tbody>
          {stations.map((station) => (
            <WiringRow
              key={station.id}
              station={station}
              connectors={connectorsOf.get(station.id) ?? none}
              choices={choices}
              chosen={chosen.has(station.id)}
              onToggle={toggle}
              onWire={onWire}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
