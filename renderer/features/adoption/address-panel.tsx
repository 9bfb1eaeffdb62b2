import { useTranslation } from 'react-i18next'
import { useClient } from '../../live/use-live.ts'
import { useQuery } from '../../live/use-query.ts'
import { CopyField } from '../../ui/share/copy-field.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { PanelSkeleton } from '../../ui/frame/skeletons.tsx'

/** The address to enter in a charger, and the other addresses of this computer. */
export function AddressPanel() {
  const { t } = useTranslation('adoption')
  const hub = useClient()
  const info = useQuery('hub.info', (signal) => hub.hub.info(undefined, { signal }))
  const [first, ...others] = info.data ? addressesOf(info.data) : []
  return (
    <section className="lp-panel lp-address">
      {info.state === 'loading' ? <PanelSkeleton height={96} /> : null}
      {info.state === 'failed' && !info.data ? (
        <ErrorNote error={info.error} onRetry={info.reload} />
      ) : null}
      {first === undefined ? null : (
        <>
          <CopyField label={t('address')} value={first} />
          <p>{t('addressHint')}</p>
        </>
      )}
      {others.length === 0 ? null : (
        <p className="lp-soft">
          {t('addressOther')}{' '}
          {others.map((url) => (
            <code key={url}>{url} </code>
          ))}
        </p>
      )}
    </section>
  )
}

/** The addresses a charger can reach; the hub's own when it listens on this computer only. */
export function addressesOf(info: {
  ocppUrl: string
  ocppUrls: readonly string[]
}): readonly string[] {
  return info.ocppUrls.length > 0 ? info.ocppUrls : [info.ocppUrl]
}
