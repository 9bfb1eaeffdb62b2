import { Button, Radio, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../../../shared/domain/site/site.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { SaveFoot } from '../save-foot.tsx'
import { useSiteForm } from '../use-site-form.ts'
import { PeriodFields } from './period-fields.tsx'
import {
  priceKinds,
  type PricesForm,
  pricesFlaws,
  pricesFormOf,
  pricesPatchOf,
  type TypedPeriod,
  usualPeriod,
} from './prices-form.ts'
import { SeriesPanel } from './series-panel.tsx'

const ways = { formOf: pricesFormOf, flawsOf: pricesFlaws, patchOf: pricesPatchOf }

/** What energy costs the site and when. */
export function PricesPart({ site }: { site: Site }) {
  const { t } = useTranslation('grid')
  const { held, saving, savedAt } = useSiteForm(site, ways, t('prices.said'))
  const { form, setForm } = held
  return (
    <>
      <div className="lp-panel lp-form-panel">
        <form className="lp-form lp-grid-wide" onSubmit={held.onSubmit} noValidate>
          <Radio.Group
            label={t('prices.kind')}
            value={form.kind}
            onChange={(value) => {
              const kind = priceKinds.find((known) => known === value)
              if (kind) setForm({ ...form, kind })
            }}
          >
            <div className="lp-grid-kinds">
              {priceKinds.map((kind) => (
                <Radio
                  key={kind}
                  value={kind}
                  label={t(`prices.kinds.${kind}`)}
                  description={t(`prices.kindSays.${kind}`)}
                />
              ))}
            </div>
          </Radio.Group>
          {form.kind === 'periods' ? (
            <Periods form={form} currency={site.currency} onChange={setForm} />
          ) : null}
          {form.kind !== 'none' && site.planObjective === 'flattest' ? (
            <p className="lp-soft">
              {t('prices.objectiveEven')}{' '}
              <a href={hrefOf({ screen: 'settings', section: 'grid' })}>
                {t('prices.objectiveGo')}
              </a>
            </p>
          ) : null}
          <ErrorNote error={saving.error} />
          <SaveFoot label={t('prices.save')} held={held} busy={saving.busy} savedAt={savedAt} />
        </form>
      </div>
      {form.kind === 'series' ? (
        <SeriesPanel
          kind="price"
          currency={site.currency}
          used={site.priceSignal.kind === 'series'}
        />
      ) : null}
    </>
  )
}

function Periods({
  form,
  currency,
  onChange,
}: {
  form: PricesForm
  currency: string
  onChange: (form: PricesForm) => void
}) {
  const { t } = useTranslation('grid')
  const flaws = pricesFlaws(form)
  const put = (periods: TypedPeriod[]) => onChange({ ...form, periods })
  return (
    <>
      <ol className="lp-periods">
        {form.periods.map((period, index) => (
          <PeriodFields
            // oxlint-disable-next-line react/no-array-index-key -- a period is nothing but its place, which counts
            key={index}
            number={index + 1}
            period={period}
            unit={`${currency}/kWh`}
            flaws={flaws.flatMap((flaw) =>
              typeof flaw === 'object' && flaw.index === index ? [flaw.what] : [],
            )}
            onChange={(changed) =>
              put(form.periods.map((known, at) => (at === index ? changed : known)))
            }
            onRemove={() => put(form.periods.filter((_, at) => at !== index))}
          />
        ))}
      </ol>
      <Button
        variant="default"
        className="lp-grid-add"
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={() => put([...form.periods, usualPeriod])}
      >
        {t('prices.add')}
      </Button>
      <TextInput
        label={t('prices.otherwise')}
        className="lp-grid-price"
        value={form.otherwise}
        inputMode="decimal"
        rightSection={<span className="lp-soft">{`${currency}/kWh`}</span>}
        rightSectionWidth={76}
        error={flaws.includes('otherwise') ? t('prices.priceBad') : null}
        onChange={(event) => onChange({ ...form, otherwise: event.currentTarget.value })}
      />
    </>
  )
}
