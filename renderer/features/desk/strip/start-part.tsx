import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ApprovalDialog } from '../../../approval/approval-dialog.tsx'
import { useFormat } from '../../../i18n/use-format.ts'
import { useConnection } from '../../../live/use-live.ts'
import { Refused } from '../card/extend-part.tsx'
import { inCoins } from './begin-wish.ts'
import { PayFields } from './pay-fields.tsx'
import { StripPart } from './strip-part.tsx'
import type { Strip } from './use-strip.ts'

/** The last step: what is still missing, and the one button that does it all. */
export function StartPart({ strip }: { strip: Strip }) {
  const { t } = useTranslation('desk')
  const isGone = useConnection().state === 'lost'
  const { form, flaws, act } = strip
  const words = useBeginWords(strip)
  const [flaw] = flaws
  // What has to be told stands before the button, what may be told behind it.
  const isOptional = form.pay?.means === 'cash'
  return (
    <StripPart step="start" title={t('strip.start')} isNow={form.step === 'start'}>
      <form
        className="lp-dk-begin"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (flaws.length === 0 && !isGone) void act.run()
        }}
      >
        {isOptional ? null : <PayFields strip={strip} />}
        <Button
          type="submit"
          className="lp-dk-start"
          data-begin
          loading={act.busy}
          disabled={flaws.length > 0 || isGone}
        >
          {words}
        </Button>
        {isGone ? (
          <p className="lp-dk-part-note" role="status">
            {t('strip.hubGone')}
          </p>
        ) : flaw === undefined ? null : (
          <p className="lp-soft lp-dk-missing">{t(`strip.missing.${flaw}`)}</p>
        )}
        <Refused error={act.error} />
        {isOptional ? <PayFields strip={strip} /> : null}
      </form>
      <ApprovalDialog approval={act.approval} what={words} />
    </StripPart>
  )
}

/** What the button does, with the money that moves. */
function useBeginWords({ form, begin }: Strip): string {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const { promise, nobodyPays } = begin
  const { pay } = form
  if (pay?.kind === 'later' && !nobodyPays) return t('strip.begin.later')
  const price = promise?.price ?? null
  if (nobodyPays || pay === null || promise === null || price === null)
    return t('strip.begin.nothing')
  const money = (minor: number) => format.money(minor, price.currency)
  if (pay.kind === 'hold')
    return promise.holdMinor === null
      ? t('strip.begin.nothing')
      : t('strip.begin.hold', { amount: money(promise.holdMinor) })
  if (pay.kind === 'ask') return t('strip.begin.ask', { amount: money(price.inclMinor) })
  return pay.means === 'cash'
    ? t('strip.begin.cash', { amount: money(inCoins(promise) ?? price.inclMinor) })
    : t('strip.begin.take', { amount: money(price.inclMinor) })
}
