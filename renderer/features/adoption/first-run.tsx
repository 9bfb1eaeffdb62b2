import { Anchor, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useClient, useRows } from '../../live/use-live.ts'
import { useQuery } from '../../live/use-query.ts'
import { NEW } from '../../navigation/route.ts'
import { hrefOf, navigate } from '../../navigation/use-route.ts'
import { CopyField } from '../../ui/share/copy-field.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { PanelSkeleton } from '../../ui/frame/skeletons.tsx'
import { addressesOf } from './address-panel.tsx'
import { usePairing } from './use-pairing.ts'
import './adoption.css'

/** What a site without stations begins with: the address for the charger, and one button. */
export function FirstRun() {
  const { t } = useTranslation(['adoption', 'shell'])
  const hub = useClient()
  const pairing = usePairing()
  const info = useQuery('hub.info', (signal) => hub.hub.info(undefined, { signal }))
  const address = info.data ? addressesOf(info.data)[0] : undefined
  const waiting = useRows('candidate').filter((row) => row.state === 'waiting').length
  const open = async () => {
    if (!pairing.isOpen) await pairing.open()
    navigate({ screen: 'adoption' })
  }
  return (
    <Screen title={t('shell:screen.stations')} padded>
      <div className="lp-first">
        <h2>{t('first.title')}</h2>
        <p>{t('first.body')}</p>
        <ol>
          <li>
            <span>{t('first.stepAddress')}</span>
            {address === undefined ? (
              <PanelSkeleton height={48} />
            ) : (
              <CopyField label={t('address')} value={address} />
            )}
            {info.state === 'failed' ? (
              <ErrorNote error={info.error} onRetry={info.reload} />
            ) : null}
          </li>
          <li>
            <span>{t('first.stepPairing')}</span>
            <div>
              <Button loading={pairing.busy} onClick={() => void open()}>
                {waiting > 0 ? t('waiting.count', { count: waiting }) : t('pairing.open')}
              </Button>
            </div>
            <ErrorNote error={pairing.error} />
          </li>
          <li>
            <span>{t('first.stepAdopt')}</span>
          </li>
        </ol>
        <p>
          <Anchor
            href={hrefOf({ screen: 'adoption', open: NEW })}
            c="inherit"
            underline="always"
            fz="sm"
          >
            {t('first.beforehand')}
          </Anchor>
        </p>
        <p className="lp-soft">{t('first.demo')}</p>
      </div>
    </Screen>
  )
}
