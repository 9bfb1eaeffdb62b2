import { Checkbox } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connector } from '../../../../shared/domain/connector/connector.ts'
import { phaseRotation } from '../../../../shared/domain/station/phase-rotation.ts'
import type { Station } from '../../../../shared/domain/station/station.ts'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { rotationWords } from '../../../ui/words/phase-rotation-words.ts'
import type { FeederChoice, WiringChange } from './use-wiring.ts'

type WiringRowProps = {
  station: Station
  connectors: readonly Connector[]
  choices: readonly FeederChoice[]
  chosen: boolean
  onToggle: (stationId: string) => void
  onWire: (change: WiringChange) => void
}

/** One station with what it hangs on. Drawn anew only when something of it changes: a site may have hundreds. */
export const WiringRow = memo(function WiringRow({
  station,
  connectors,
  choices,
  chosen,
  onToggle,
  onWire,
}: WiringRowProps) {
  const { t } = useTranslation('grid')
  const name = inert(station.name, 40).text
  return (
    <tr data-open={chosen || undefined}>
      <td>
        <Checkbox
          aria-label={t('wiring.choose', { name })}
          checked={chosen}
          onChange={() => onToggle(station.id)}
        />
      </td>
      <th scope="row">
        <InertText text={station.name} max={40} />
      </th>
      <td>
        <InertText text={station.zone} max={40} />
      </td>
      <td>
        <Connectors connectors={connectors} />
      </td>
      <td>
        <select
          className="lp-grid-select"
          aria-label={t('wiring.feederOf', { name })}
          value={station.feederId ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onWire({ station, wiring: { feederId: value === '' ? null : value } })
          }
        >
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </td>
      <td>
        <select
          className="lp-grid-select"
          aria-label={t('wiring.rotationOf', { name })}
          value={station.phaseRotation}
          onChange={({ currentTarget: { value } }) => {
            const rotation = phaseRotation.options.find((known) => known === value)
            if (rotation) onWire({ station, wiring: { phaseRotation: rotation } })
          }}
        >
          {phaseRotation.options.map((rotation) => (
            <option key={rotation} value={rotation}>
              {rotationWords[rotation]}
            </option>
          ))}
        </select>
      </td>
    </tr>
  )
}, isSame)

/** Connectors change with every reading of their meters; here only what they are counts. */
function isSame(before: WiringRowProps, after: WiringRowProps): boolean {
  return (
    before.station === after.station &&
    before.choices === after.choices &&
    before.chosen === after.chosen &&
    before.onToggle === after.onToggle &&
    before.onWire === after.onWire &&
    before.connectors.length === after.connectors.length &&
    before.connectors.every(({ powerType, maxPowerW }, index) => {
      const other = after.connectors[index]
      return other?.powerType === powerType && other.maxPowerW === maxPowerW
    })
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
