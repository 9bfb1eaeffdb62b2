import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TariffProblem } from '../../../../shared/domain/tariff/read-tariff.ts'
import { newId } from '../../../live/new-id.ts'
import { ElementCard } from './element-card.tsx'
import { type ElementForm, emptyElement, type TypedElement } from './element-form.ts'

const TAXES = [
  ['YES', 'taxIncluded'],
  ['NO', 'taxExcluded'],
  ['N/A', 'taxNone'],
] as const

/** A tariff element by element: all that OCPI knows. */
export function ElementFields({
  form,
  problems,
  tried,
  currency,
  onChange,
}: {
  form: ElementForm
  problems: readonly TariffProblem[]
  tried: boolean
  currency: string
  onChange: (form: ElementForm) => void
}) {
  const { t } = useTranslation('tariff')
  const put = (elements: readonly TypedElement[]) => onChange({ ...form, elements })
  const move = (from: number, to: number) => {
    const moved = [...form.elements]
    moved.splice(to, 0, ...moved.splice(from, 1))
    put(moved)
  }
  const isBad = (path: string) => problems.some((problem) => problem.path.startsWith(path))
  return (
    <>
      <div className="lp-choice">
        <span id="element-tax">{t('editor.prices')}</span>
        <SegmentedControl
          aria-labelledby="element-tax"
          data={TAXES.map(([value, word]) => ({ value, label: t(`editor.${word}`) }))}
          value={form.tax}
          onChange={(value) => onChange({ ...form, tax: value })}
        />
      </div>
      <section className="lp-tariff-elements" aria-label={t('elements.title')}>
        <p className="lp-soft">{t('elements.hint')}</p>
        {form.elements.map((element, index) => (
          <ElementCard
            key={element.key}
            element={element}
            index={index}
            count={form.elements.length}
            taxed={form.tax !== 'N/A'}
            problems={problems}
            tried={tried}
            currency={currency}
            onChange={(changed) =>
              put(form.elements.map((known, at) => (at === index ? changed : known)))
            }
            onMove={(to) => move(index, to)}
            onRemove={() => put(form.elements.filter((_, at) => at !== index))}
          />
        ))}
        <Button
          variant="default"
          className="lp-tariff-add"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => put([...form.elements, emptyElement(newId())])}
        >
          {t('elements.add')}
        </Button>
      </section>
      <fieldset className="lp-tariff-limits">
        <legend>{t('elements.limits')}</legend>
        {(['least', 'most'] as const).map((limit) => (
          <div key={limit} role="group" aria-label={t(`elements.${limit}`)}>
            <span>{t(`elements.${limit}`)}</span>
            {(['before', 'after'] as const).map((side) => (
              <TextInput
                key={side}
                aria-label={`${t(`elements.${limit}`)}, ${t(`elements.${side}`)}`}
                placeholder={t(`elements.${side}`)}
                value={form[limit][side]}
                inputMode="decimal"
                w={140}
                error={isBad(limit === 'least' ? 'min_price' : 'max_price')}
                onChange={(event) =>
                  onChange({
                    ...form,
                    [limit]: { ...form[limit], [side]: event.currentTarget.value },
                  })
                }
              />
            ))}
          </div>
        ))}
        {isBad('min_price') || isBad('max_price') ? (
          <p className="lp-tariff-bad" role="alert">
            {t('elements.bad.limit')}
          </p>
        ) : null}
      </fieldset>
      <TextInput
        label={t('editor.figures.idleGraceMin')}
        value={form.idleGraceMin}
        inputMode="numeric"
        w={220}
        rightSection={<span className="lp-soft">min</span>}
        rightSectionWidth={44}
        error={isBad('idleGraceMin') ? t('editor.bad.minutes') : null}
        onChange={(event) => onChange({ ...form, idleGraceMin: event.currentTarget.value })}
      />
    </>
  )
}
