import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { Figure } from '../../ui/mark/figure.tsx'
import { InertText } from '../../ui/mark/inert-text.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { ConnectionWords, HeardAge } from './connection-words.tsx'
import { ConnectorStates } from './connector-states.tsx'
import { ErrorWords } from './error-words.tsx'
import { NoPasswordMark } from './no-password-mark.tsx'
import { needs } from './station-row.ts'
import type { StationRow } from './station-row.ts'

const connectionRank = { offline: 0, never: 1, online: 2 } as const

/** The columns of the stations table, in the language shown now. Those that grow do so in step with their width. */
export function useStationColumns(): TableColumn<StationRow>[] {
  const { t } = useTranslation('stations')
  const format = useFormat()
  return useMemo(
    (): TableColumn<StationRow>[] => [
      {
        id: 'name',
        title: t('columns.name'),
        width: 124,
        grow: 1.24,
        fixed: true,
        sortBy: (row) => row.station.name,
        cell: (row) => (
          <span className="lp-station-name">
            <strong>
              <InertText text={row.station.name} />
            </strong>
            {row.station.authentication === 'none' ? <NoPasswordMark /> : null}
          </span>
        ),
      },
      {
        id: 'state',
        title: t('columns.state'),
        width: 224,
        grow: 2.24,
        sortBy: (row) => needs.indexOf(row.need),
        cell: (row) => <ConnectorStates row={row} />,
      },
      {
        id: 'power',
        title: t('columns.power'),
        width: 64,
        align: 'right',
        sortBy: (row) => row.powerW,
        cell: (row) =>
          row.powerW === null ? <Blank /> : <Figure value={format.power(row.powerW)} />,
      },
      {
        id: 'energy',
        title: t('columns.energy'),
        width: 88,
        align: 'right',
        sortBy: (row) => row.energyWh,
        cell: (row) =>
          row.energyWh === null ? <Blank /> : <Figure value={format.energy(row.energyWh)} />,
      },
      {
        id: 'error',
        title: t('columns.error'),
        width: 136,
        grow: 1.36,
        sortBy: (row) => row.errors[0]?.errorCode ?? null,
        cell: (row) => <ErrorWords errors={row.errors} brief />,
      },
      {
        id: 'heard',
        title: t('columns.heard'),
        width: 80,
        sortBy: (row) => row.heardAt,
        cell: (row) => <HeardAge station={row.station} />,
      },
      {
        id: 'connection',
        title: t('columns.connection'),
        width: 136,
        grow: 1.36,
        sortBy: (row) =>
          connectionRank[row.station.connection] * 1e14 + (row.station.connectionSince ?? 0),
        cell: (row) => <ConnectionWords station={row.station} brief />,
      },
      {
        id: 'zone',
        title: t('columns.zone'),
        width: 64,
        grow: 0.64,
        sortBy: (row) => row.station.zone || null,
        cell: (row) => <InertText text={row.station.zone} />,
      },
      {
        id: 'model',
        title: t('columns.model'),
        width: 104,
        grow: 1.04,
        sortBy: (row) => makeAndModel(row),
        cell: (row) => <InertText text={makeAndModel(row)} />,
      },
      {
        id: 'firmware',
        title: t('columns.firmware'),
        width: 88,
        grow: 0.88,
        hidden: true,
        sortBy: (row) => row.station.firmwareVersion,
        cell: (row) => <InertText text={row.station.firmwareVersion} />,
      },
      {
        id: 'chargePointId',
        title: t('columns.chargePointId'),
        width: 132,
        hidden: true,
        sortBy: (row) => row.station.chargePointId,
        cell: (row) => <InertText text={row.station.chargePointId} />,
      },
      {
        id: 'token',
        title: t('columns.token'),
        width: 132,
        hidden: true,
        sortBy: (row) => tokens(row),
        cell: (row) => (tokens(row) === null ? <Blank /> : <InertText text={tokens(row)} />),
      },
      {
        id: 'soc',
        title: t('columns.soc'),
        width: 64,
        align: 'right',
        hidden: true,
        sortBy: (row) => soc(row),
        cell: (row) =>
          soc(row) === null ? <Blank /> : <Figure value={format.percent(soc(row))} />,
      },
    ],
    [t, format],
  )
}

/** Nothing to tell, which is not the same as a nought. */
function Blank() {
  return <span className="lp-soft">–</span>
}

function makeAndModel({ station }: StationRow): string | null {
  return [station.vendor, station.model].filter(Boolean).join(' ') || null
}

function tokens(row: StationRow): string | null {
  return row.connectors.flatMap((view) => view.transaction?.idToken ?? []).join(', ') || null
}

function soc(row: StationRow): number | null {
  return row.connectors.map((view) => view.connector.socPct).find((value) => value !== null) ?? null
}
