import { useTranslation } from 'react-i18next'
import type { HubInfo } from '../../../shared/contract/site.ts'
import { useClient } from '../../live/use-live.ts'
import { useQuery } from '../../live/use-query.ts'
import { CopyField } from '../../ui/share/copy-field.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { Qr } from '../../ui/share/qr.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { PanelSkeleton } from '../../ui/frame/skeletons.tsx'
import { tokenFileIn } from './token-file.ts'

/** Where chargers and programs connect, and where the token lies that programs need. Never the token itself. */
export function ConnectionSection() {
  const { t } = useTranslation('settings')
  const hub = useClient()
  const info = useQuery('hub.info', (signal) => hub.hub.info(undefined, { signal }))
  return (
    <Screen title={t('sections.connection')} padded>
      {info.state === 'loading' ? <PanelSkeleton height={240} /> : null}
      {info.state === 'failed' ? <ErrorNote error={info.error} onRetry={info.reload} /> : null}
      {info.data ? <Addresses info={info.data} /> : null}
    </Screen>
  )
}

function Addresses({ info }: { info: HubInfo }) {
  const { t } = useTranslation('settings')
  const [first = info.ocppUrl, ...others] = info.ocppUrls
  return (
    <>
      <section className="lp-panel lp-block">
        <div className="lp-block-qr">
          <div>
            <CopyField label={t('connection.chargers')} value={first} />
            <p>{t('connection.chargersHint')}</p>
            <p>{t('connection.connected', { count: info.connected })}</p>
          </div>
          <Qr text={first} what={t('connection.qr')} size={120} />
        </div>
        {others.length > 0 ? <p className="lp-block-more">{t('connection.more')}</p> : null}
        {others.map((url) => (
          <CopyField key={url} label={t('connection.more')} hideLabel value={url} />
        ))}
      </section>
      <section className="lp-panel lp-block">
        <CopyField label={t('connection.api')} value={info.apiUrl} />
        <p>{t('connection.apiHint', { path: '/api/openapi.json' })}</p>
      </section>
      <section className="lp-panel lp-block">
        <CopyField label={t('connection.token')} value={tokenFileIn(info.dataDir)} />
        <p>{t('connection.tokenHint')}</p>
      </section>
    </>
  )
}
