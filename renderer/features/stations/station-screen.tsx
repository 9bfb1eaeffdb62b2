import { Button, Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { hrefOf, navigate } from '../../navigation/use-route.ts'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { Screen } from '../../ui/frame/screen.tsx'
import { CommandPanel } from './command/command-panel.tsx'
import { ConfigurationPanel } from './configuration/configuration-panel.tsx'
import { ConnectionWords, HeardAge } from './connection-words.tsx'
import { ConnectorStates } from './connector-states.tsx'
import type { StationRow } from './station-row.ts'
import { useStationRow } from './use-station-rows.ts'
import { WireLogPanel } from './wire-log/wire-log-panel.tsx'
import { StationOverview } from './station/station-overview.tsx'
import { StationSettings } from './station/station-settings.tsx'
import './station/station-page.css'

const tabs = ['overview', 'commands', 'configuration', 'messages', 'settings'] as const
type Tab = (typeof tabs)[number]

/** A station's own page. `tab` is the part shown; a part nobody knows shows the overview. */
export function StationScreen({ stationId, tab }: { stationId: string; tab?: string }) {
  const { t } = useTranslation(['station', 'stations'])
  const row = useStationRow(stationId)
  const shown = tabs.find((known) => known === tab) ?? 'overview'
  if (!row) {
    return (
      <Screen title={t('stations:title')}>
        <EmptyState title={t('notFound')} action={<BackLink />} />
      </Screen>
    )
  }
  return (
    <Screen
      title={inert(row.station.name, 60).text}
      summary={<Head row={row} />}
      actions={<BackLink />}
      toolbar={
        <Tabs
          className="lp-station-tabs"
          value={shown}
          onChange={(value) => {
            const next = tabs.find((known) => known === value) ?? 'overview'
            navigate(
              { screen: 'station', stationId, ...(next === 'overview' ? {} : { tab: next }) },
              { replace: true },
            )
          }}
        >
          <Tabs.List aria-label={t('tabs.label')}>
            {tabs.map((name) => (
              <Tabs.Tab
                key={name}
                value={name}
                id={`station-tab-${name}`}
                aria-controls="station-part"
              >
                {t(`tabs.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      }
    >
      <div
        className={shown === 'messages' ? 'lp-station-part lp-station-messages' : 'lp-station-part'}
        id="station-part"
        role="tabpanel"
        aria-labelledby={`station-tab-${shown}`}
        tabIndex={shown === 'messages' ? undefined : 0}
        key={row.id}
      >
        <Part tab={shown} row={row} />
      </div>
    </Screen>
  )
}

function Part({ tab, row }: { tab: Tab; row: StationRow }) {
  switch (tab) {
    case 'overview':
      return <StationOverview row={row} />
    case 'commands':
      return <CommandPanel row={row} />
    case 'configuration':
      return <ConfigurationPanel row={row} />
    case 'messages':
      return <WireLogPanel row={row} />
    case 'settings':
      return <StationSettings row={row} />
  }
}

function Head({ row }: { row: StationRow }) {
  const { t } = useTranslation('station')
  return (
    <span className="lp-station-head">
      <ConnectorStates row={row} />
      <ConnectionWords station={row.station} />
      {row.station.lastSeenAt === null ? null : (
        <span>
          {t('heard')} <HeardAge station={row.station} />
        </span>
      )}
    </span>
  )
}

function BackLink() {
  const { t } = useTranslation('station')
  return (
    <Button component="a" variant="default" href={hrefOf({ screen: 'stations' })}>
      {t('back')}
    </Button>
  )
}
