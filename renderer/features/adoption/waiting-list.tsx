import { useTranslation } from 'react-i18next'
import type { Candidate } from '../../../shared/domain/adoption/adoption.ts'
import { useRows } from '../../live/use-live.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { Age } from '../../ui/mark/age.tsx'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { InertText } from '../../ui/mark/inert-text.tsx'
import { StateDot } from '../../ui/mark/state-dot.tsx'
import { usePairing } from './use-pairing.ts'

/** The chargers that wait to be adopted, the ones still here first. All they say of themselves is a claim. */
export function WaitingList({ openId }: { openId: string | null }) {
  const { t } = useTranslation('adoption')
  const pairing = usePairing()
  const candidates = useRows('candidate')
    .filter((row) => row.state === 'waiting' || row.state === 'gone')
    .toSorted(
      (a, b) =>
        Number(a.state === 'gone') - Number(b.state === 'gone') || a.firstSeenAt - b.firstSeenAt,
    )
  return (
    <section className="lp-panel" aria-label={t('waiting.title')}>
      <header className="lp-section-head">
        <h2>{t('waiting.title')}</h2>
        {candidates.length > 0 ? <span className="lp-soft">{t('waiting.claimed')}</span> : null}
      </header>
      {candidates.length === 0 ? (
        <EmptyState compact title={t('waiting.none')}>
          {t(pairing.isOpen ? 'waiting.noneOpen' : 'waiting.noneClosed')}
        </EmptyState>
      ) : (
        <ul className="lp-waiting">
          {candidates.map((row) => (
            <WaitingLine key={row.id} row={row} opened={row.id === openId} />
          ))}
        </ul>
      )}
    </section>
  )
}

function WaitingLine({ row, opened }: { row: Candidate; opened: boolean }) {
  const { t } = useTranslation('adoption')
  const here = row.state === 'waiting'
  return (
    <li>
      <a href={hrefOf({ screen: 'adoption', open: row.id })} aria-current={opened || undefined}>
        <span className="lp-waiting-state">
          <StateDot state={here ? 'preparing' : 'offline'} />
          {t(here ? 'waiting.here' : 'waiting.gone')}
        </span>
        <strong>
          <InertText text={row.chargePointId} max={48} />
        </strong>
        <span className="lp-waiting-model">
          <InertText text={[row.vendor, row.model].filter(Boolean).join(' ')} max={60} />
        </span>
        <span>
          <InertText text={row.serialNumber} max={30} />
        </span>
        <span className="lp-waiting-address">
          <InertText text={row.address} max={45} />
        </span>
        <span className="lp-waiting-credentials">
          {t(
            row.credentials === 'none' ? 'waiting.credentialsNone' : 'waiting.credentialsPassword',
          )}
        </span>
        <Age at={row.lastSeenAt} />
      </a>
    </li>
  )
}
