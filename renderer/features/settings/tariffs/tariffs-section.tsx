import { Button, Tabs } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../../../shared/domain/site/site.ts'
import { madeFor } from '../../../../shared/domain/tariff/choose.ts'
import { useMay } from '../../../live/session-store.ts'
import { useRow, useRows, useSite } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { NEW } from '../../../navigation/route.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { Needs, useHeldBack } from '../../../session/needs.tsx'
import { NotYours } from '../../../session/not-yours.tsx'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { Screen } from '../../../ui/frame/screen.tsx'
import { AssignmentInspector } from './assignment-inspector.tsx'
import { BackTitle } from './back-title.tsx'
import { ImportInspector } from './import-inspector.tsx'
import { NewTariff } from './new-tariff.tsx'
import { ScopePart } from './scope-part.tsx'
import { TariffList } from './tariff-list.tsx'
import { TariffPage } from './tariff-page.tsx'
import { nowAmong } from './version-spans.ts'
import { WhichTariff } from './which-tariff.tsx'
import './tariffs.css'
import './preview.css'
import './elements.css'
import './tables.css'

const SCOPE = 'scope'
const tabs = ['tariffs', SCOPE] as const

const go = (open?: string) =>
  navigate({ screen: 'settings', section: 'tariffs', ...(open ? { open } : {}) })

/** What charging costs and for whom. `open` is a tariff, `new`, or the tab that says who pays what. */
export function TariffsSection({ open }: { open: string | null }) {
  const { t } = useTranslation('tariff')
  const site = useSite()
  const may = useMay('configure')
  const tariff = useRow('tariff', open)
  if (!site) return null
  if (open === NEW && !may) return <NotYours right="configure" />
  if (open === NEW) return <NewTariff site={site} onAdded={go} />
  if (tariff) return <TariffPage key={tariff.id} tariff={tariff} site={site} />
  if (open !== null && open !== SCOPE)
    return (
      <Screen title={<BackTitle title="" />}>
        <EmptyState title={t('page.gone')}>{t('page.goneHint')}</EmptyState>
      </Screen>
    )
  return <Overview tab={open === SCOPE ? SCOPE : 'tariffs'} site={site} />
}

function Overview({ tab, site }: { tab: (typeof tabs)[number]; site: Site }) {
  const { t } = useTranslation(['tariff', 'settings'])
  const now = nowAmong(useRows('tariffVersion'), useNow(5_000))
  const tariffs = useRows('tariff').filter(({ archivedAt }) => archivedAt === null)
  const assignments = useRows('tariffAssignment')
  const heldBack = useHeldBack('configure')
  const [inspecting, setInspecting] = useState<'import' | 'assign' | null>(null)
  const close = () => setInspecting(null)
  const coversSite = assignments.some((scope) => madeFor(scope) === 'site')
  return (
    <Screen
      title={t('settings:sections.tariffs')}
      summary={tariffs.length > 0 ? t('list.count', { count: tariffs.length }) : null}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden="true" />}
            {...heldBack}
            onClick={() => setInspecting('import')}
          >
            {t('list.import')}
          </Button>
          {tariffs.length > 0 && inspecting === null ? (
            <Button
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              {...heldBack}
              onClick={() => go(NEW)}
            >
              {t('list.new')}
            </Button>
          ) : null}
        </>
      }
      toolbar={
        <Tabs
          className="lp-tariff-tabs"
          value={tab}
          onChange={(value) => go(value === SCOPE ? SCOPE : undefined)}
        >
          <Tabs.List aria-label={t('tabs.label')}>
            {tabs.map((known) => (
              <Tabs.Tab
                key={known}
                value={known}
                id={`tariffs-tab-${known}`}
                aria-controls="tariffs-part"
              >
                {t(`tabs.${known}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      }
      inspector={
        inspecting === 'import' ? (
          <ImportInspector onClose={close} onTaken={go} />
        ) : inspecting === 'assign' ? (
          <AssignmentInspector tariffId={null} site={site} onClose={close} />
        ) : null
      }
    >
      <div
        className={tab === SCOPE ? 'lp-tariff-part' : 'lp-tariff-list'}
        id="tariffs-part"
        role="tabpanel"
        aria-labelledby={`tariffs-tab-${tab}`}
      >
        {tariffs.length > 0 && !coversSite ? (
          <p className="lp-tariff-unpriced" role="status">
            {t('list.unpriced')}{' '}
            {tab === SCOPE ? null : (
              <Button variant="default" size="compact-sm" onClick={() => go(SCOPE)}>
                {t('list.setScope')}
              </Button>
            )}
          </p>
        ) : null}
        {tab === SCOPE ? (
          <>
            <Needs right="configure">
              <ScopePart
                assignments={assignments}
                showTariff
                closed={tariffs.length > 0 ? null : 'noTariffs'}
                onAdd={() => setInspecting('assign')}
              />
            </Needs>
            {assignments.length > 0 ? <WhichTariff timeZone={site.timeZone} now={now} /> : null}
          </>
        ) : (
          <TariffList now={now} onOpen={go} onNew={() => go(NEW)} />
        )}
      </div>
    </Screen>
  )
}
