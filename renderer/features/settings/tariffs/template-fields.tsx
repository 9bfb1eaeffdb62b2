import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ClockInput } from '../../../ui/input/clock-input.tsx'
import {
  type Figure,
  figureKinds,
  figuresOf,
  figureUnits,
  type TemplateFlaw,
  type TemplateForm,
} from './template-form.ts'

/** The few figures of a tariff of a usual kind. An empty figure is no mistake before anything was sent. */
export function TemplateFields({
  form,
  flaws,
  tried,
  currency,
  onChange,
}: {
  form: TemplateForm
  flaws: readonly TemplateFlaw[]
  tried: boolean
  currency: string
  onChange: (form: TemplateForm) => void
}) {
  const { t } = useTranslation('tariff')
  return (
    <div className="lp-tariff-figures">
      {figuresOf[form.kind].map((figure) => {
        const typed = form.figures[figure]
        const bad = flaws.includes(figure) && (tried || typed !== '')
        return (
          <FigureField
            key={figure}
            figure={figure}
            value={typed}
            error={bad ? t(`editor.bad.${figureKinds[figure]}`) : null}
            currency={currency}
            onChange={(value) =>
              onChange({ ...form, figures: { ...form.figures, [figure]: value } })
            }
          />
        )
      })}
    </div>
  )
}

function FigureField({
  figure,
  value,
  error,
  currency,
  onChange,
}: {
  figure: Figure
  value: string
  error: string | null
  currency: string
  onChange: (value: string) => void
}) {
  const { t } = useTranslation('tariff')
  const label = t(`editor.figures.${figure}`)
  const kind = figureKinds[figure]
  if (kind === 'clock')
    return <ClockInput label={label} value={value} error={error} onChange={onChange} />
  const unit = kind === 'minutes' ? 'min' : `${currency}${figureUnits[figure] ?? ''}`
  return (
    <TextInput
      label={label}
      value={value}
      inputMode="decimal"
      autoComplete="off"
      rightSection={<span className="lp-soft">{unit}</span>}
      rightSectionWidth={kind === 'minutes' ? 44 : 76}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
