import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PAIRING_MS } from '../../../shared/domain/adoption/adoption.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { useActorWords } from '../../ui/words/use-actor-words.ts'
import { usePairing } from './use-pairing.ts'

/** Pairing: closed with the button that opens it, or open with its countdown and the way to close it. */
export function PairingPanel() {
  const { t } = useTranslation('adoption')
  const format = useFormat()
  const pairing = usePairing()
  const actorWords = useActorWords()
  return (
    <section className="lp-panel lp-pairing" data-open={pairing.isOpen || undefined}>
      <div className="lp-pairing-line">
        <h2>{t(pairing.isOpen ? 'pairing.isOpen' : 'pairing.closed')}</h2>
        {pairing.isOpen ? (
          <span className="lp-pairing-left" role="timer">
            {format.countdown(pairing.leftMs)}
          </span>
        ) : null}
      </div>
      {pairing.isOpen ? (
        <div className="lp-pairing-track" aria-hidden="true">
          <div style={{ width: `${Math.min(100, (pairing.leftMs / PAIRING_MS) * 100)}%` }} />
        </div>
      ) : null}
      <p>{t(pairing.isOpen ? 'pairing.isOpenHint' : 'pairing.closedHint')}</p>
      <div className="lp-pairing-act">
        {pairing.isOpen ? (
          <Button variant="default" loading={pairing.busy} onClick={() => void pairing.close()}>
            {t('pairing.close')}
          </Button>
        ) : (
          <Button loading={pairing.busy} onClick={() => void pairing.open()}>
            {t('pairing.open')}
          </Button>
        )}
        {pairing.isOpen && pairing.openedBy !== null ? (
          <span className="lp-soft">
            {t('pairing.openedBy', { who: actorWords(pairing.openedBy) })}
          </span>
        ) : null}
      </div>
      <ErrorNote error={pairing.error} />
    </section>
  )
}
