import { Tabs } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../../../shared/domain/site/site.ts'
import { versionAt } from '../../../../shared/domain/tariff/choose.ts'
import type { Tariff } from '../../../../shared/domain/tariff/tariff.ts'
import { useMay } from '../../../live/session-store.ts'
import { useRows } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { Needs, NeedsNote } from '../../../session/needs.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { Screen } from '../../../ui/frame/screen.tsx'
import { AssignmentInspector } from './assignment-inspector.tsx'
import { BackTitle } from './back-title.tsx'
import { ScopePart } from './scope-part.tsx'
import { SimulatorPart } from './simulator-part.tsx'
import { TariffMenu } from './tariff-menu.tsx'
import { VersionEditor } from './version-editor.tsx'
import { nowAmong, versionSpans } from './version-spans.ts'
import { VersionsPart } from './versions-part.tsx'

const tabs = ['price', 'versions', 'scope', 'try'] as const
type Tab = (typeof tabs)[number]

/** One tariff: what it costs, its versions, whom it is for, and a session to try it with. */
export function TariffPage({ tariff, site }: { tariff: Tariff; site: Site }) {
  const { t } = useTranslation('tariff')
  const may = useMay('configure')
  const [openedAt] = useState(Date.now)
  const [tab, setTab] = useState<Tab>('price')
  const [editedId, setEditedId] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const allVersions = useRows('tariffVersion')
  const allAssignments = useRows('tariffAssignment')
  const versions = useMemo(
    () =>
      allVersions
        .filter(({ tariffId }) => tariffId === tariff.id)
        .toSorted((one, other) => one.version - other.version),
    [allVersions, tariff.id],
  )
  const assignments = useMemo(
    () => allAssignments.filter(({ tariffId }) => tariffId === tariff.id),
    [allAssignments, tariff.id],
  )
  const now = nowAmong(versions, useNow(5_000))
  const shown = versionAt(versions, tariff.id, now) ?? versions.at(-1) ?? null
  const edited = versions.find(({ id }) => id === editedId) ?? shown
  const name = inert(tariff.name, 60).text
  const open = (versionId: string) => {
    setEditedId(versionId)
    setTab('price')
  }
  return (
    <Screen
      title={<BackTitle title={name} />}
      summary={tariff.archivedAt === null ? null : t('page.aside')}
      actions={may ? <TariffMenu tariff={tariff} version={edited} /> : null}
      toolbar={
        <Tabs
          className="lp-tariff-tabs"
          value={tab}
          onChange={(value) => setTab(tabs.find((known) => known === value) ?? 'price')}
        >
          <Tabs.List aria-label={t('page.tabs.label')}>
            {tabs.map((known) => (
              <Tabs.Tab
                key={known}
                value={known}
                id={`tariff-tab-${known}`}
                aria-controls="tariff-part"
              >
                {t(`page.tabs.${known}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      }
      inspector={
        adding ? (
          <AssignmentInspector tariffId={tariff.id} site={site} onClose={() => setAdding(false)} />
        ) : null
      }
    >
      <div
        className="lp-tariff-part"
        id="tariff-part"
        role="tabpanel"
        aria-labelledby={`tariff-tab-${tab}`}
        tabIndex={0}
      >
        {tab === 'price' && edited ? (
          <Needs right="configure">
            <VersionEditor
              // Saved by another desk meanwhile, it begins anew from what that one saved.
              key={`${edited.id} ${edited.validFrom}`}
              name={name}
              version={edited}
              nextNumber={(versions.at(-1)?.version ?? 0) + 1}
              next={
                versionSpans(versions, now).find(({ state }) => state === 'ahead')?.version ?? null
              }
              assignments={assignments}
              site={site}
              now={now}
              onSaved={(versionId) => {
                setEditedId(versionId)
                setTab('versions')
              }}
            />
          </Needs>
        ) : null}
        {tab === 'versions' ? (
          <>
            <NeedsNote right="configure" />
            <VersionsPart name={name} versions={versions} now={now} onOpen={open} />
          </>
        ) : null}
        {tab === 'scope' ? (
          <Needs right="configure">
            <ScopePart
              assignments={assignments}
              showTariff={false}
              closed={tariff.archivedAt === null ? null : 'isAside'}
              onAdd={() => setAdding(true)}
            />
          </Needs>
        ) : null}
        {tab === 'try' ? (
          <SimulatorPart versions={versions} timeZone={site.timeZone} openedAt={openedAt} />
        ) : null}
      </div>
    </Screen>
  )
}
