import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../../../shared/domain/site/site.ts'
import { useRow, useSite } from '../../../live/use-live.ts'
import { NEW } from '../../../navigation/route.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { Screen } from '../../../ui/frame/screen.tsx'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import { BuildingPart } from './building-part.tsx'
import { ConnectionFields } from './connection-fields.tsx'
import { FeederInspector } from './feeder-inspector.tsx'
import { FeedersPart } from './feeders-part.tsx'
import { PricesPart } from './prices-part.tsx'
import { WiringPart } from './wiring-part.tsx'
import './grid.css'
import './profile.css'
import './series.css'
import './feeders.css'

const tabs = ['connection', 'building', 'prices', 'feeders', 'wiring'] as const
type Tab = (typeof tabs)[number]

/** What the grid bears and what hangs on it. `open` is a tab's name, or the feeder that the inspector shows. */
export function GridSection({ open }: { open: string | null }) {
  const { t } = useTranslation(['grid', 'settings'])
  const site = useSite()
  const feeder = useRow('feeder', open)
  const inspecting = open === NEW || feeder !== undefined
  const shown = inspecting ? 'feeders' : (tabs.find((tab) => tab === open) ?? 'connection')
  const go = (to: string) => navigate({ screen: 'settings', section: 'grid', open: to })
  return (
    <Screen
      title={t('settings:sections.grid')}
      toolbar={
        <Tabs className="lp-grid-tabs" value={shown} onChange={(tab) => tab !== null && go(tab)}>
          <Tabs.List aria-label={t('tabs.label')}>
            {tabs.map((tab) => (
              <Tabs.Tab key={tab} value={tab} id={`grid-tab-${tab}`} aria-controls="grid-part">
                {t(`tabs.${tab}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      }
      inspector={
        inspecting ? (
          <FeederInspector
            key={feeder?.id ?? NEW}
            feeder={feeder ?? null}
            onClose={() => go('feeders')}
          />
        ) : null
      }
    >
      <div
        className="lp-grid-part"
        id="grid-part"
        role="tabpanel"
        aria-labelledby={`grid-tab-${shown}`}
        tabIndex={0}
      >
        {site ? (
          <Part tab={shown} site={site} openFeeder={feeder?.id ?? null} onOpen={go} />
        ) : (
          <Panel>
            <PanelSkeleton height={320} />
          </Panel>
        )}
      </div>
    </Screen>
  )
}

function Part({
  tab,
  site,
  openFeeder,
  onOpen,
}: {
  tab: Tab
  site: Site
  openFeeder: string | null
  onOpen: (open: string) => void
}) {
  switch (tab) {
    case 'connection':
      return (
        <Panel>
          <ConnectionFields site={site} />
        </Panel>
      )
    case 'building':
      return <BuildingPart site={site} />
    case 'prices':
      return <PricesPart site={site} />
    case 'feeders':
      return <FeedersPart openId={openFeeder} onOpen={onOpen} />
    case 'wiring':
      return <WiringPart />
  }
}

function Panel({ children }: { children: ReactNode }) {
  return <div className="lp-panel lp-form-panel">{children}</div>
}
