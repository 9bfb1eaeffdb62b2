import { useTranslation } from 'react-i18next'
import type { Fare } from '../../../shared/domain/planning/readiness.ts'
import { inWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** What a car has received of what it needs: figures over a bar; without a need only what it has. */
export function EnergyCell({ fare }: { fare: Fare }) {
  const { t } = useTranslation('readiness')
  const format = useFormat()
  const received = format.energy(fare.receivedWh)
  if (fare.needWh === null)
    return (
      <span className="lp-rd-figures">
        <span>{inWords(received)}</span>
        <span className="lp-soft lp-rd-percent" title={t('noNeed')}>
          –
        </span>
      </span>
    )
  const share = fare.needWh === 0 ? 1 : Math.min(1, fare.receivedWh / fare.needWh)
  const percent = Math.floor(share * 100)
  const need = inWords(format.energy(fare.needWh))
  return (
    <>
      <span className="lp-rd-figures">
        <span>{t('energyOf', { received: received.number, need })}</span>
        <span className="lp-soft lp-rd-percent">{inWords(format.percent(percent))}</span>
      </span>
      <span
        className="lp-rd-bar"
        role="meter"
        aria-label={t('progress', { percent })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </>
  )
}
