import { useTranslation } from 'react-i18next'
import type { ShiftDetail, XReport } from '../../../../shared/contract/till.ts'
import type { Shift } from '../../../../shared/domain/till/shift.ts'
import { drawerMinor } from '../../../../shared/domain/till/cash-move.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useNow } from '../../../live/use-now.ts'
import { Money } from '../../../payment/money.tsx'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import { useActorWords } from '../../../ui/words/use-actor-words.ts'

/** The drawer of an open shift: its float, what was put in and taken out, and who answers for it. */
export function DrawerPanel({
  shift,
  x,
  detail,
}: {
  shift: Shift
  x: XReport
  detail: ShiftDetail
}) {
  const { t } = useTranslation('till')
  const format = useFormat()
  const actor = useActorWords()
  const now = useNow(60_000)
  const { currency, handOverFrom, heldBy, floatMinor, openedAt } = shift
  const { moves, goesOn } = detail
  return (
    <section className="lp-panel lp-till-drawer" aria-labelledby="till-drawer">
      <h2 id="till-drawer">{t('now.drawer')}</h2>
      <table className="lp-till-sums">
        <tbody>
          <tr>
            <th scope="row">{t('now.float', { at: format.moment(openedAt, now) })}</th>
            <td>
              <Money minor={floatMinor} currency={currency} />
            </td>
          </tr>
          {moves.map((move) => (
            <tr key={move.id}>
              <th scope="row">
                {t(`move.kind.${move.kind}`)}{' '}
                <span className="lp-soft">
                  {format.clock(move.at)} <InertText text={move.reason} max={60} />
                </span>
              </th>
              <td>
                <Money minor={drawerMinor(move)} currency={currency} />
              </td>
            </tr>
          ))}
          {x.expectedMinor === null ? null : (
            <tr className="lp-till-strong">
              <th scope="row">{t('now.expected')}</th>
              <td>
                <Money minor={x.expectedMinor} currency={currency} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <p className="lp-soft">
        {t('now.holder')}: {actor(heldBy)}
      </p>
      {goesOn.length === 0 ? null : (
        <p className="lp-soft">{t('now.goesOn', { count: goesOn.length })}</p>
      )}
      {handOverFrom === '' ? null : (
        <p className="lp-soft">
          {t('now.noteFrom')}: <InertText text={handOverFrom} max={500} />
        </p>
      )}
    </section>
  )
}
