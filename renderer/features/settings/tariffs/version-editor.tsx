import { Button } from '@mantine/core'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../../../shared/domain/site/site.ts'
import type { TariffAssignment, TariffVersion } from '../../../../shared/domain/tariff/tariff.ts'
import { holdsBy } from '../../../../shared/domain/tariff/version.ts'
import { decimalSign, useLocale } from '../../../i18n/locale.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { localTimeOf } from '../../../ui/input/local-time.ts'
import { HoldsFields } from './holds-fields.tsx'
import { usualHolds } from './holds-form.ts'
import { priceFormOf } from './price-form.ts'
import { PriceFields } from './price-fields.tsx'
import { PricePreview } from './price-preview.tsx'
import { useLint } from './use-lint.ts'
import { useVersionForm } from './use-version-form.ts'

/**
 * What a version costs, to be changed: one that holds or has held begins the next, one that is ahead is changed itself.
 */
export function VersionEditor({
  name,
  version,
  nextNumber,
  next,
  assignments,
  site,
  now,
  onSaved,
}: {
  /** The tariff's, inert. */
  name: string
  version: TariffVersion
  nextNumber: number
  /** The first that holds after now; what is saved holds until then. */
  next: TariffVersion | null
  assignments: readonly TariffAssignment[]
  site: Site
  now: number
  onSaved: (versionId: string) => void
}) {
  const { t } = useTranslation('tariff')
  const hub = useClient()
  const format = useFormat()
  const { language } = useLocale()
  const { timeZone, currency } = site
  const isAhead = !holdsBy(version, now)
  const form = useVersionForm(
    () => ({
      price: priceFormOf(version, decimalSign(language)),
      holds: isAhead
        ? {
            begins: 'later',
            from: localTimeOf(version.validFrom, timeZone),
            ends: version.validUntil !== null,
            until: version.validUntil === null ? '' : localTimeOf(version.validUntil, timeZone),
          }
        : usualHolds(timeZone, now),
    }),
    currency,
    timeZone,
    now,
    version.ocpi,
  )
  const findings = useLint(form.words, assignments, site)
  const saving = useAct((wanted: NonNullable<typeof form.version>) => {
    const { ocpi, idleGraceMin, validFrom, validUntil } = wanted
    const replaces = isAhead ? version.id : null
    const { tariffId: id } = version
    return hub.tariff.newVersion({ id, ocpi, idleGraceMin, validFrom, validUntil, replaces })
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    form.setTried(true)
    const saved = form.version && (await saving.run(form.version))
    if (!saved) return
    tellAct(t('page.said.version', { number: saved.version, name }))
    onSaved(saved.id)
  }
  const followed =
    next === null || next.id === version.id
      ? null
      : t('editor.followed', { number: next.version, day: format.dateTime(next.validFrom) })
  const isPast = version.validUntil !== null && version.validUntil <= now
  const state = isAhead ? 'editingAhead' : isPast ? 'editingPast' : 'editing'
  return (
    <div className="lp-tariff-editor">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <p className="lp-soft">
          {t(`editor.${state}`, {
            number: version.version,
            day: format.dateTime(version.validFrom),
          })}
          {isAhead ? null : ` · ${t('editor.keeps')}`}
        </p>
        <PriceFields
          form={form.price}
          read={form.read}
          tried={form.tried}
          currency={currency}
          onChange={form.setPrice}
        />
        <HoldsFields form={form.holds} flaws={form.holdsFlaws} onChange={form.setHolds} />
        <ErrorNote error={saving.error} />
        <div className="lp-form-foot">
          <Button type="submit" loading={saving.busy} disabled={!form.isChanged}>
            {isAhead
              ? t('editor.change', { number: version.version })
              : t('editor.save', { number: nextNumber })}
          </Button>
          <span className="lp-soft" role="status">
            {form.isChanged ? followed : t('editor.unchanged')}
          </span>
        </div>
      </form>
      <PricePreview words={form.words} findings={findings} site={site} openedAt={form.openedAt} />
    </div>
  )
}
