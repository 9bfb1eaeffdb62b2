import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useClient, useRows } from '../../live/use-live.ts'
import { useQuery } from '../../live/use-query.ts'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { Facts } from '../../ui/frame/facts.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { PanelSkeleton } from '../../ui/frame/skeletons.tsx'
import { runtimeOf } from './runtime.ts'

/** What is running: the hub's versions and folder, and this window's. */
export function AboutSection() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const hub = useClient()
  const info = useQuery('hub.info', (signal) => hub.hub.info(undefined, { signal }))
  const stations = useRows('station').filter((station) => station.retiredAt === null).length
  const runtime = runtimeOf(navigator.userAgent)
  return (
    <Screen title={t('sections.about')} padded>
      <section className="lp-panel lp-block">
        <h2>{t('about.hub')}</h2>
        {info.state === 'loading' ? <PanelSkeleton height={140} /> : null}
        {info.state === 'failed' ? <ErrorNote error={info.error} onRetry={info.reload} /> : null}
        {info.data ? (
          <Facts
            rows={[
              [t('about.version'), `Laddplan ${info.data.version}`],
              [t('about.startedAt'), format.dateTime(info.data.startedAt)],
              [t('about.stations'), format.number(stations)],
              [t('about.dataDir'), <code key="dir">{info.data.dataDir}</code>],
              [t('about.node'), info.data.node],
              [t('about.sqlite'), info.data.sqlite],
            ]}
          />
        ) : null}
      </section>
      <section className="lp-panel lp-block">
        <h2>{t('about.window')}</h2>
        <Facts rows={runtime.map(({ name, version }) => [t(`about.${name}`), version] as const)} />
        <p>{t('about.licence')}</p>
      </section>
    </Screen>
  )
}
