import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShiftDetail } from '../../../../shared/contract/till.ts'
import type { Shift } from '../../../../shared/domain/till/shift.ts'
import { BlindCount } from './blind-count.tsx'
import { Settle } from './settle.tsx'
import { UnderWay } from './under-way.tsx'

/**
 * Closes a shift in two steps: the drawer is counted blind, and only when that is on disk is it told what should be
 * there. A count that was made before, such as by a window that was closed meanwhile, goes on where it was, unless
 * something has moved in the drawer since.
 */
export function CloseShift({
  shift,
  detail,
  onChanged,
  onBack,
}: {
  shift: Shift
  detail: ShiftDetail
  onChanged: () => void
  onBack: () => void
}) {
  const { t } = useTranslation('till')
  const [again, setAgain] = useState(false)
  const counts = detail.counts.filter(({ purpose }) => purpose === 'closing')
  const last = counts.at(-1)
  const isCounted = last !== undefined && detail.countStands && !again
  return (
    <section className="lp-till-page" aria-labelledby="till-close">
      <h2 id="till-close">{t('close.title', { number: shift.number })}</h2>
      <UnderWay payments={detail.underWay} onChanged={onChanged} />
      {isCounted ? (
        <Settle
          shift={shift}
          count={last}
          counts={counts.length}
          isBlocked={detail.underWay.length > 0}
          onAgain={() => setAgain(true)}
          onBack={onBack}
        />
      ) : (
        <BlindCount
          shift={shift}
          hasMoved={last !== undefined && !detail.countStands}
          onCounted={() => {
            setAgain(false)
            onChanged()
          }}
          onBack={onBack}
        />
      )}
    </section>
  )
}
