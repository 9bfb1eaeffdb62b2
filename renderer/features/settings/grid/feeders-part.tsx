import { Button } from '@mantine/core'
import { IconPlus, IconSitemap } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { connectedPower, feederTree } from '../../../../shared/domain/site/feeder-tree.ts'
import { useRows } from '../../../live/use-live.ts'
import { NEW } from '../../../navigation/route.ts'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { FeederRow, SiteRow } from './feeder-row.tsx'

/** The feeders as they hang on one another, what is connected to each, and the limit it bears. */
export function FeedersPart({
  openId,
  onOpen,
}: {
  openId: string | null
  onOpen: (open: string) => void
}) {
  const { t } = useTranslation('grid')
  const feeders = useRows('feeder')
  const stations = useRows('station')
  const connectors = useRows('connector')
  const branches = useMemo(() => feederTree(feeders), [feeders])
  const powers = useMemo(
    () => connectedPower(feeders, stations, connectors),
    [feeders, stations, connectors],
  )
  const stationsOn = useMemo(
    () =>
      Map.groupBy(
        stations.filter(({ retiredAt }) => retiredAt === null),
        ({ feederId }) => feederId,
      ),
    [stations],
  )
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => onOpen(NEW)}>
      {t('feeders.add')}
    </Button>
  )
  if (feeders.length === 0)
    return (
      <EmptyState
        icon={<IconSitemap size={40} stroke={1.5} />}
        title={t('feeders.none')}
        action={add}
      >
        {t('feeders.noneHint')}
      </EmptyState>
    )
  return (
    <>
      <div className="lp-grid-bar">
        <span className="lp-soft">{t('feeders.count', { count: feeders.length })}</span>
        {add}
      </div>
      <div className="lp-panel lp-grid-scroll">
        <table className="lp-grid-table lp-feeders" aria-label={t('feeders.table')}>
          <thead>
            <tr>
              <th scope="col">{t('feeders.name')}</th>
              <th scope="col" className="lp-grid-number">
                {t('feeders.limit')}
              </th>
              <th scope="col" className="lp-grid-number" title={t('feeders.shareHint')}>
                {t('feeders.connected')}
              </th>
              <th scope="col">{t('feeders.stations')}</th>
            </tr>
          </thead>
          <tbody>
            <SiteRow power={powers.get(null)} stations={stationsOn.get(null) ?? []} />
            {branches.map(({ feeder, depth }) => (
              <FeederRow
                key={feeder.id}
                feeder={feeder}
                depth={depth + 1}
                power={powers.get(feeder.id)}
                stations={stationsOn.get(feeder.id) ?? []}
                open={feeder.id === openId}
                onOpen={() => onOpen(feeder.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
