import { useTranslation } from 'react-i18next'
import { stripeMeans } from '../../../../shared/domain/payment/payment.ts'
import { useMay } from '../../../live/session-store.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { MeansIcon } from '../../../payment/means-icon.tsx'
import { NeedsNote } from '../../../session/needs.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { sameWay, troubleOf, wayKey } from './pay-ways.ts'
import type { PayWay } from './pay-ways.ts'
import { StripPart } from './strip-part.tsx'
import { digitAt, Tile } from './tile.tsx'
import type { Strip } from './use-strip.ts'

/** How it is paid: the site's means and no others; what can't be taken just now says why. */
export function PayPart({ strip }: { strip: Strip }) {
  const { t } = useTranslation('desk')
  const { form, ways, around, begin } = strip
  const isNow = form.step === 'pay'
  const seesMoney = useMay('seeMoney')
  if (begin.nobodyPays) return <NobodyPays strip={strip} />
  const chosen = ways.findIndex((way) => sameWay(way, form.pay))
  const { means } = form.pay ?? { means: null }
  return (
    <StripPart step="pay" title={t('strip.howPaid')} isNow={isNow}>
      {ways.length === 0 && seesMoney ? (
        <p className="lp-dk-part-note">
          {t('strip.noWays')}{' '}
          <a href={hrefOf({ screen: 'settings', section: 'payments' })}>{t('strip.settings')}</a>
        </p>
      ) : (
        <div className="lp-dk-tiles" role="radiogroup" aria-label={t('strip.howPaid')}>
          {ways.map((way, index) => {
            const trouble = troubleOf(way, around)
            return (
              <Tile
                key={wayKey(way)}
                isChosen={index === chosen}
                isFirstStop={index === Math.max(0, chosen)}
                digit={isNow ? digitAt(index) : null}
                trouble={trouble === null ? null : t(`strip.wayTrouble.${trouble}`)}
                onChoose={() => strip.choose({ step: 'pay', pay: way })}
              >
                <WayWords way={way} />
              </Tile>
            )
          })}
        </div>
      )}
      <NeedsNote right="seeMoney" />
      {around.takesCash || !seesMoney ? null : (
        <a className="lp-dk-part-note" href={hrefOf({ screen: 'till' })}>
          {t('strip.toTill')}
        </a>
      )}
      {around.stripe === 'unreachable' && means !== null && stripeMeans.has(means) ? (
        <p className="lp-dk-part-note" role="status">
          {t('strip.wait')}
        </p>
      ) : null}
    </StripPart>
  )
}

function WayWords({ way }: { way: PayWay }) {
  const { t } = useTranslation(['desk', 'payment'])
  const { kind, means } = way
  if (means === null)
    return (
      <>
        <strong>{t('strip.later_')}</strong>
        <span className="lp-soft">{t('strip.laterHint')}</span>
      </>
    )
  const isCard = means === 'reader' || means === 'checkout'
  return (
    <>
      <strong>
        <MeansIcon means={means} size={20} /> {t(`payment:means.${means}`)}
      </strong>
      {isCard && kind !== 'take' ? <span className="lp-soft">{t(`strip.way.${kind}`)}</span> : null}
    </>
  )
}

/** A stay that is free, or that somebody else pays: there is nothing to choose. */
function NobodyPays({ strip }: { strip: Strip }) {
  const { t } = useTranslation('desk')
  const { who, form } = strip
  const settlement = who?.settlement ?? 'pay'
  const customer = inert(who?.customerName ?? '', 40).text
  return (
    <StripPart step="pay" title={t('strip.howPaid')} isNow={form.step === 'pay'}>
      <div className="lp-dk-tiles" role="radiogroup" aria-label={t('strip.howPaid')}>
        <Tile isChosen isFirstStop digit={1} onChoose={() => strip.choose({ step: 'pay' })}>
          <strong>
            {settlement === 'pay'
              ? t('strip.nothingToPay')
              : t(`strip.nobody.${settlement}`, { customer })}
          </strong>
        </Tile>
      </div>
    </StripPart>
  )
}
