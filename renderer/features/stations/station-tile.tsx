import { UnstyledButton } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { Figure } from '../../ui/mark/figure.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { InertText } from '../../ui/mark/inert-text.tsx'
import { StateWord } from '../../ui/mark/state-dot.tsx'
import { ConnectionWords, HeardAge } from './connection-words.tsx'
import { ErrorWords } from './error-words.tsx'
import { NoPasswordMark } from './no-password-mark.tsx'
import type { ConnectorView, StationRow } from './station-row.ts'
import './stations.css'

/** A station at a glance: each connector's state, power and energy, what is wrong, and how old all of it is. */
export const StationTile = memo(function StationTile({
  row,
  selected,
  onRow,
}: {
  row: StationRow
  selected: boolean
  onRow: (row: StationRow) => void
}) {
  const { t } = useTranslation('stations')
  const { station } = row
  const shownConnectors = row.connectors.slice(0, 2)
  const online = station.connection === 'online'
  return (
    <UnstyledButton
      className="lp-tile"
      data-need={row.need}
      data-selected={selected || undefined}
      data-station={station.id}
      aria-pressed={selected}
      onClick={() => onRow(row)}
    >
      <span className="lp-tile-head">
        <strong title={inert(station.name).text}>
          <InertText text={station.name} />
        </strong>
        {online ? <HeardAge station={station} /> : null}
      </span>
      {shownConnectors.map((view) => (
        <TileConnector key={view.connector.id} view={view} numbered={row.connectors.length > 1} />
      ))}
      {row.connectors.length === 0 ? <span className="lp-soft">{t('noConnectors')}</span> : null}
      <span className="lp-tile-foot">
        {row.connectors.length > shownConnectors.length ? (
          <span className="lp-soft">+{row.connectors.length - shownConnectors.length}</span>
        ) : null}
        {row.errors.length > 0 ? <ErrorWords errors={row.errors} brief /> : null}
        {row.errors.length === 0 && !online ? <ConnectionWords station={station} /> : null}
        {row.errors.length === 0 && online && station.authentication === 'none' ? (
          <NoPasswordMark />
        ) : null}
      </span>
    </UnstyledButton>
  )
})

function TileConnector({ view, numbered }: { view: ConnectorView; numbered: boolean }) {
  const format = useFormat()
  const { connector, state, transaction, powerW } = view
  return (
    <span className="lp-tile-connector">
      <span className="lp-tile-state">
        {numbered ? <span className="lp-connector-number">{connector.connectorId}</span> : null}
        <StateWord state={state} />
      </span>
      {powerW === null ? null : <Figure value={format.power(powerW)} />}
      {transaction === null ? null : (
        <Figure value={format.energy(transaction.energyWh)} faded={state === 'offline'} />
      )}
    </span>
  )
}
