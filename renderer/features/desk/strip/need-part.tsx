import { ActionIcon, TextInput } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Promised } from '../../../../shared/domain/walk-up/choice.ts'
import { inWords } from '../../../i18n/format.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useNow } from '../../../live/use-now.ts'
import { Money } from '../../../payment/money.tsx'
import { useBookingRefusalWords } from '../../../ui/words/booking-refusal-words.ts'
import { usePlaceName } from '../use-names.ts'
import { needKinds, steppedEnergy, steppedUntil } from './strip-form.ts'
import type { NeedKind } from './strip-form.ts'
import { StripPart } from './strip-part.tsx'
import { Tile } from './tile.tsx'
import type { Strip } from './use-strip.ts'

/** How much: all it takes, so many kWh, or until when; and what can be promised of it, for how much. */
export function NeedPart({ strip }: { strip: Strip }) {
  const { t } = useTranslation('desk')
  const timeZone = useLocale((locale) => locale.timeZone)
  const { form, change } = strip
  const isNow = form.step === 'need'
  const [byKeyboard, setByKeyboard] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const { needKind } = form
  useEffect(() => {
    // Where there are keys there is no keyboard to pop up over the desk.
    if (byKeyboard && isNow && needKind !== 'full') field.current?.select()
  }, [byKeyboard, isNow, needKind])
  const choose = (kind: NeedKind) => (keys: boolean) => {
    setByKeyboard(keys)
    // What has a number or a time beside it is confirmed by Enter, or by pressing the next step.
    if (kind === 'full' || kind === needKind) strip.choose({ step: 'need', needKind: kind })
    else change({ step: 'need', needKind: kind })
  }
  return (
    <StripPart step="need" title={t('strip.howMuch')} isNow={isNow}>
      <div className="lp-dk-tiles" role="radiogroup" aria-label={t('strip.howMuch')}>
        {needKinds.map((kind, index) => (
          <Tile
            key={kind}
            isChosen={kind === needKind}
            isFirstStop={kind === needKind}
            digit={isNow ? index + 1 : null}
            onChoose={choose(kind)}
          >
            <strong>{t(`strip.kind.${kind}`)}</strong>
          </Tile>
        ))}
      </div>
      {needKind === 'energy' ? (
        <Stepper
          field={field}
          label={t('strip.energyLabel')}
          value={form.energy}
          less={t('strip.lessEnergy')}
          more={t('strip.moreEnergy')}
          onType={(energy) => change({ energy })}
          onStep={(by) => change({ energy: steppedEnergy(form.energy, by) })}
          onEnter={() => strip.choose({ step: 'need' })}
        />
      ) : null}
      {needKind === 'until' ? (
        <Stepper
          field={field}
          label={t('strip.untilLabel')}
          value={form.until}
          less={t('strip.earlier')}
          more={t('strip.later')}
          onType={(until) => change({ until })}
          onStep={(by) => change({ until: steppedUntil(form.until, by, Date.now(), timeZone) })}
          onEnter={() => strip.choose({ step: 'need' })}
        />
      ) : null}
      {strip.begin.hasNeed ? (
        form.place === null ? null : (
          <PromiseWords promised={strip.promised} needKind={needKind} />
        )
      ) : (
        <p className="lp-dk-part-note" role="status">
          {t('strip.needBad')}
        </p>
      )}
    </StripPart>
  )
}

function Stepper({
  field,
  label,
  value,
  less,
  more,
  onType,
  onStep,
  onEnter,
}: {
  field: RefObject<HTMLInputElement | null>
  label: string
  value: string
  less: string
  more: string
  onType: (typed: string) => void
  onStep: (by: 1 | -1) => void
  onEnter: () => void
}) {
  const button = (by: 1 | -1, name: string) => (
    <ActionIcon variant="default" size={56} aria-label={name} onClick={() => onStep(by)}>
      {by === 1 ? (
        <IconPlus size={22} aria-hidden="true" />
      ) : (
        <IconMinus size={22} aria-hidden="true" />
      )}
    </ActionIcon>
  )
  return (
    <div className="lp-dk-stepper">
      {button(-1, less)}
      <TextInput
        ref={field}
        size="xl"
        aria-label={label}
        inputMode="decimal"
        autoComplete="off"
        maxLength={8}
        value={value}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          onEnter()
        }}
      />
      {button(1, more)}
    </div>
  )
}

/** What the grid can promise, and what it is thought to cost; or what is in the way, and where it would fit. */
function PromiseWords({
  promised,
  needKind,
}: {
  promised: Promised | undefined
  needKind: NeedKind
}) {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const refusalWords = useBookingRefusalWords()
  const placeName = usePlaceName()
  const now = useNow(30_000)
  if (promised === undefined)
    return (
      <p className="lp-soft lp-dk-promise" role="status">
        {t('strip.asking')}
      </p>
    )
  const { promise, refusals, alternatives } = promised
  if (promise === null)
    return (
      <div className="lp-dk-promise lp-dk-refused" role="status">
        <strong>{t('strip.cannot')}</strong>
        {refusals.map((refusal) => (
          <span key={refusal.code}>{refusalWords(refusal)}</span>
        ))}
        {alternatives.slice(0, 2).map((other) => (
          <span key={`${other.stationId}/${other.connectorId}/${other.departsAt}`}>
            {t('strip.wouldFit', {
              place: placeName(other),
              until: format.end(now, other.departsAt, now),
            })}
          </span>
        ))}
      </div>
    )
  const until = format.end(now, promise.departsAt, now)
  return (
    <div className="lp-dk-promise" role="status">
      <span>
        {t(needKind === 'energy' ? 'strip.promise' : 'strip.promiseUntil', { until })}{' '}
        <span className="lp-soft">
          {t('strip.thought', { energy: inWords(format.energy(promise.thoughtWh)) })}
        </span>
      </span>
      {promise.price === null ? null : (
        <Money minor={promise.price.inclMinor} currency={promise.price.currency} size="large" />
      )}
    </div>
  )
}
