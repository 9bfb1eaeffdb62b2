import { Alert, Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { IssuedKey } from '../../../shared/contract/station.ts'
import { CopyField } from './copy-field.tsx'
import { Qr } from './qr.tsx'
import './key-once.css'

/**
 * A station's key in the one moment it can be read: address, user name and password to copy, and a QR of them
 * for whoever stands at the charger. `onDone` throws it away.
 */
export function KeyOnce({
  issued,
  chargePointId,
  kept = false,
  onDone,
}: {
  issued: IssuedKey
  chargePointId: string
  /** There is a password, but it is the charger's own and nothing to show. */
  kept?: boolean
  onDone: () => void
}) {
  const { t } = useTranslation('ui')
  return (
    <div className="lp-key">
      {issued.password === null ? (
        <p>{t(kept ? 'key.kept' : 'key.none')}</p>
      ) : (
        <Alert variant="light" color="ink" p="xs" icon={<IconKey size={18} aria-hidden="true" />}>
          {t('key.once')}
        </Alert>
      )}
      <CopyField label={t('key.url')} value={issued.url} />
      {issued.password === null ? null : (
        <>
          <CopyField label={t('key.user')} value={chargePointId} />
          <CopyField label={t('key.password')} value={issued.password} />
        </>
      )}
      <figure className="lp-key-qr">
        <Qr text={scannedText(issued)} what={t('key.scan')} />
        <figcaption>{t('key.scan')}</figcaption>
      </figure>
      <Button fullWidth onClick={onDone}>
        {issued.password === null ? t('close') : t('key.done')}
      </Button>
    </div>
  )
}

/** Two lines, because an installer's phone only shows text: there is no standard for such a code. */
function scannedText(issued: IssuedKey): string {
  return issued.password === null ? issued.url : `${issued.url}\n${issued.password}`
}
