import { Button } from '@mantine/core'
import { IconCashRegister } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Till } from '../../../shared/domain/till/till.ts'
import { useMay } from '../../live/session-store.ts'
import { chooseTill } from '../../live/till-id.ts'
import { useRows } from '../../live/use-live.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { useActorWords } from '../../ui/words/use-actor-words.ts'

/** What tills are for, at a site that has none. */
export function NoTills() {
  const { t } = useTranslation('till')
  const mayAdd = useMay('supervise')
  return (
    <EmptyState
      icon={<IconCashRegister size={40} stroke={1.4} />}
      title={t('noTills.title')}
      action={
        mayAdd ? (
          <Button component="a" size="lg" href={hrefOf({ screen: 'settings', section: 'till' })}>
            {t('noTills.add')}
          </Button>
        ) : undefined
      }
    >
      <p>{t('noTills.words')}</p>
      {mayAdd ? null : <p>{t('noTills.ask')}</p>}
    </EmptyState>
  )
}

/** Which till the window stands at, asked once on each computer. */
export function ChooseTill({ tills }: { tills: readonly Till[] }) {
  const { t } = useTranslation('till')
  const shifts = useRows('shift')
  const actor = useActorWords()
  return (
    <section className="lp-till-choose" aria-labelledby="till-choose">
      <h2 id="till-choose">{t('choose.title')}</h2>
      <p className="lp-soft">{t('choose.words')}</p>
      <ul>
        {tills.map(({ id, name }) => {
          const shift = shifts.find((row) => row.tillId === id && row.state === 'open')
          return (
            <li key={id}>
              <button type="button" className="lp-till-tile" onClick={() => chooseTill(id)}>
                <IconCashRegister size={28} stroke={1.4} aria-hidden="true" />
                <strong>{inert(name, 60).text}</strong>
                <span className="lp-soft">
                  {shift
                    ? t('choose.shiftOf', { number: shift.number, who: actor(shift.heldBy) })
                    : t('choose.noShift')}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
