import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { needWh } from '../../../../shared/domain/booking/need.ts'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useRows } from '../../../live/use-live.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { useStretchWords } from '../../../ui/words/stretch-words.ts'
import type { Wish } from './wish-form.ts'

/** What was asked for, in a line, so that the answers have the room. */
export function WishSummary({
  wish: { need, arrivesFrom, departsBy, vehicleId },
  plate,
  onChange,
}: {
  wish: Wish
  plate: string
  onChange: () => void
}) {
  const { t } = useTranslation('offer')
  const format = useFormat()
  const stretchOf = useStretchWords()
  const vehicle = useRows('vehicle').find(({ id }) => id === vehicleId)
  const facts = [
    inert(vehicle?.plate ?? plate, 20).text,
    need === null ? t('allThereIs') : inWords(format.energy(needWh(need))),
    stretchOf(arrivesFrom, departsBy),
  ]
  return (
    <div className="lp-wish">
      <span>{facts.filter((fact) => fact !== '').join(' · ')}</span>
      <Button variant="default" size="compact-sm" onClick={onChange}>
        {t('changeWish')}
      </Button>
    </div>
  )
}
