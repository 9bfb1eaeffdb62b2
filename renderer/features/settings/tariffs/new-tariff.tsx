import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../../../shared/domain/site/site.ts'
import { madeFor } from '../../../../shared/domain/tariff/choose.ts'
import { tariffName } from '../../../../shared/domain/tariff/tariff.ts'
import { decimalSign, useLocale } from '../../../i18n/locale.ts'
import { tellAct } from '../../../live/last-act.ts'
import { newId } from '../../../live/new-id.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient, useRows } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { Screen } from '../../../ui/frame/screen.tsx'
import { BackTitle } from './back-title.tsx'
import { HoldsFields } from './holds-fields.tsx'
import { usualHolds } from './holds-form.ts'
import { emptyPrice } from './price-form.ts'
import { PriceFields } from './price-fields.tsx'
import { PricePreview } from './price-preview.tsx'
import { useLint } from './use-lint.ts'
import { useVersionForm } from './use-version-form.ts'

const NOBODY = [] as const

/** The form for a tariff that is yet to be added. */
export function NewTariff({ site, onAdded }: { site: Site; onAdded: (id: string) => void }) {
  const { t } = useTranslation('tariff')
  const hub = useClient()
  const { language } = useLocale()
  const now = useNow(5_000)
  const [id] = useState(newId)
  const [name, setName] = useState('')
  const isFirst = useRows('tariffAssignment').every((scope) => madeFor(scope) !== 'site')
  const [forSite, setForSite] = useState(isFirst)
  const form = useVersionForm(
    () => ({
      price: emptyPrice(site.currency, decimalSign(language)),
      holds: usualHolds(site.timeZone, now),
    }),
    site.currency,
    site.timeZone,
    now,
  )
  const findings = useLint(form.words, NOBODY, site)
  const nameBad = !tariffName.safeParse(name).success
  const adding = useAct(async (version: NonNullable<typeof form.version>) => {
    const { idleGraceMin, validFrom, validUntil, ocpi } = version
    const added = await hub.tariff.create({ id, name, ocpi, idleGraceMin, validFrom, validUntil })
    if (forSite) await hub.tariff.assign({ tariffId: id })
    return added
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    form.setTried(true)
    if (nameBad || form.version === null || !(await adding.run(form.version))) return
    tellAct(t('page.said.added', { name: inert(name, 60).text }))
    onAdded(id)
  }
  return (
    <Screen title={<BackTitle title={t('editor.newTitle')} />} padded>
      <div className="lp-tariff-editor">
        <form onSubmit={(event) => void submit(event)} noValidate>
          <TextInput
            label={t('editor.name')}
            description={t('editor.nameHint')}
            value={name}
            autoFocus
            error={nameBad && (form.tried || name !== '') ? t('editor.nameBad') : null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PriceFields
            form={form.price}
            read={form.read}
            tried={form.tried}
            currency={site.currency}
            onChange={form.setPrice}
          />
          <HoldsFields form={form.holds} flaws={form.holdsFlaws} onChange={form.setHolds} />
          <Checkbox
            label={t('editor.forSite')}
            checked={forSite}
            onChange={(event) => setForSite(event.currentTarget.checked)}
          />
          <ErrorNote error={adding.error} />
          <div className="lp-form-foot">
            <Button type="submit" loading={adding.busy}>
              {t('editor.create')}
            </Button>
          </div>
        </form>
        <PricePreview words={form.words} findings={findings} site={site} openedAt={form.openedAt} />
      </div>
    </Screen>
  )
}
