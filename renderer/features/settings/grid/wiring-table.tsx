import { Checkbox, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Connector } from '../../../../shared/domain/connector/connector.ts'
import { phaseRotation } from '../../../../shared/domain/station/phase-rotation.ts'
import type { Station } from '../../../../shared/domain/station/station.ts'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { InertText } from '../../../ui/inert-text.tsx'
import { inert } from '../../../ui/inert.ts'
import { rotationWords } from '../../../ui/phase-rotation-words.ts'
import type { WiringChange } from './use-wiring.ts'

const rotations = phaseRotation.options.map((value) => ({ value, label: rotationWords[value] }))

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
  /** The feeders; the empty value is the site's own connection. */
  choices: { value: string; label: string }[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  onWire: (change: WiringChange) => void
}) {
  const { t } = useTranslation('grid')
  const every = stations.every(({ id }) => chosen.has(id))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
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
                onChange={() => onChoose(new Set(every ? [] : stations.map(({ id }) => id)))}
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
          {stations.map((station) => {
            const name = inert(station.name, 40).text
            return (
              <tr key={station.id} data-open={chosen.has(station.id) || undefined}>
                <td>
                  <Checkbox
                    aria-label={t('wiring.choose', { name })}
                    checked={chosen.has(station.id)}
                    onChange={() => toggle(station.id)}
                  />
                </td>
                <th scope="row">
                  <InertText text={station.name} max={40} />
                </th>
                <td>
                  <InertText text={station.zone} max={40} />
                </td>
                <td>
                  <Connectors connectors={connectorsOf.get(station.id) ?? []} />
                </td>
                <td>
                  <NativeSelect
                    aria-label={t('wiring.feederOf', { name })}
                    data={choices}
                    value={station.feederId ?? ''}
                    onChange={({ currentTarget: { value } }) =>
                      onWire({ station, wiring: { feederId: value === '' ? null : value } })
                    }
                  />
                </td>
                <td>
                  <NativeSelect
                    aria-label={t('wiring.rotationOf', { name })}
                    data={rotations}
                    value={station.phaseRotation}
                    onChange={({ currentTarget: { value } }) => {
                      const rotation = phaseRotation.options.find((known) => known === value)
                      if (rotation) onWire({ station, wiring: { phaseRotation: rotation } })
                    }}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** What a station's connectors are, equal ones together: 2 × 22 kW AC, three phases. */
function Connectors({ connectors }: { connectors: readonly Connector[] }) {
  const { t } = useTranslation(['grid', 'station'])
  const format = useFormat()
  const kinds = Map.groupBy(
    connectors,
    ({ powerType, maxPowerW }) => `${powerType ?? ''} ${maxPowerW ?? ''}`,
  )
  return [...kinds.values()].map((alike) => {
    const [first] = alike
    if (!first) return null
    const { powerType, maxPowerW } = first
    const words = [
      maxPowerW === null ? null : inWords(format.power(maxPowerW)),
      powerType === null ? null : t(`station:equipment.powerType.${powerType}`),
    ].filter((word) => word !== null)
    return (
      <div key={first.id}>
        {alike.length > 1 ? `${alike.length} × ` : ''}
        {words.length === 0 ? (
          <span className="lp-soft">{t('grid:wiring.untold')}</span>
        ) : (
          words.join(' · ')
        )}
      </div>
    )
  })
}
