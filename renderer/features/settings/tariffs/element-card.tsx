import { ActionIcon, Checkbox, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TariffDimension } from '../../../../shared/domain/tariff/ocpi-tariff.ts'
import type { TariffProblem } from '../../../../shared/domain/tariff/read-tariff.ts'
import { ConditionFields } from './condition-fields.tsx'
import { dimensionAt, dimensions, type TypedComponent, type TypedElement } from './element-form.ts'

/** One element: what it prices, and when it counts. */
export function ElementCard({
  element,
  index,
  count,
  taxed,
  problems,
  tried,
  currency,
  onChange,
  onMove,
  onRemove,
}: {
  element: TypedElement
  index: number
  count: number
  taxed: boolean
  problems: readonly TariffProblem[]
  tried: boolean
  currency: string
  onChange: (element: TypedElement) => void
  onMove: (to: number) => void
  onRemove: () => void
}) {
  const { t } = useTranslation('tariff')
  const number = index + 1
  const here = `elements[${index}]`
  const mine = problems.filter(({ path }) => path === here || path.startsWith(`${here}.`))
  const acts = [
    ['up', IconArrowUp, () => onMove(index - 1), index === 0],
    ['down', IconArrowDown, () => onMove(index + 1), number === count],
    ['remove', IconX, onRemove, count === 1],
  ] as const
  return (
    <div className="lp-tariff-element" role="group" aria-label={t('elements.one', { number })}>
      <header>
        <h3>{t('elements.one', { number })}</h3>
        {acts.map(([act, Icon, run, disabled]) => (
          <ActionIcon
            key={act}
            variant="subtle"
            color="gray"
            disabled={disabled}
            aria-label={t(`elements.${act}`, { number })}
            onClick={run}
          >
            <Icon size={16} aria-hidden="true" />
          </ActionIcon>
        ))}
      </header>
      <ComponentTable
        element={element}
        taxed={taxed}
        currency={currency}
        badOf={(dimension) => badFields(mine, here, element, dimension, tried)}
        onChange={onChange}
      />
      <ConditionFields
        conditions={element.conditions}
        problems={mine}
        onChange={(conditions) => onChange({ ...element, conditions })}
      />
      <FlawWords problems={mine} element={element} here={here} tried={tried} />
    </div>
  )
}

type Field = 'price' | 'vat' | 'step'

function ComponentTable({
  element,
  taxed,
  currency,
  badOf,
  onChange,
}: {
  element: TypedElement
  taxed: boolean
  currency: string
  badOf: (dimension: TariffDimension) => ReadonlySet<Field>
  onChange: (element: TypedElement) => void
}) {
  const { t } = useTranslation('tariff')
  const put = (dimension: TariffDimension, change: Partial<TypedComponent>) =>
    onChange({
      ...element,
      components: {
        ...element.components,
        [dimension]: { ...element.components[dimension], ...change },
      },
    })
  return (
    <table className="lp-tariff-components">
      <thead>
        <tr>
          <th />
          <th scope="col">{t('elements.price')}</th>
          <th scope="col">{taxed ? t('elements.vat') : null}</th>
          <th scope="col">{t('elements.step')}</th>
        </tr>
      </thead>
      <tbody>
        {dimensions.map((dimension) => {
          const { on, price, vat, step } = element.components[dimension]
          const what = t(`elements.dimension.${dimension}`)
          const bad = badOf(dimension)
          const field = (name: Field, value: string, unit: string, label: string) => (
            <TextInput
              aria-label={label}
              value={value}
              disabled={!on}
              inputMode="decimal"
              autoComplete="off"
              error={bad.has(name)}
              rightSection={unit ? <span className="lp-soft">{unit}</span> : null}
              rightSectionWidth={name === 'price' ? 76 : 36}
              onChange={(event) => put(dimension, { [name]: event.currentTarget.value })}
            />
          )
          return (
            <tr key={dimension}>
              <th scope="row">
                <Checkbox
                  label={what}
                  checked={on}
                  onChange={(event) => put(dimension, { on: event.currentTarget.checked })}
                />
              </th>
              <td>
                {field(
                  'price',
                  price,
                  `${currency}${t(`elements.unit.${dimension}`)}`,
                  t('elements.priceNamed', { what }),
                )}
              </td>
              <td>{taxed ? field('vat', vat, '%', t('elements.vatNamed', { what })) : null}</td>
              <td>
                {dimension === 'FLAT'
                  ? null
                  : field(
                      'step',
                      step,
                      t(`elements.stepUnit.${dimension}`),
                      t('elements.stepNamed', { what }),
                    )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The fields of a component that are wrong; one that is empty only once somebody has tried to save. */
function badFields(
  problems: readonly TariffProblem[],
  here: string,
  element: TypedElement,
  dimension: TariffDimension,
  tried: boolean,
): ReadonlySet<Field> {
  const found = new Set<Field>()
  for (const { path } of problems) {
    const [, index, name] =
      /\.price_components\[(\d+)\]\.(price|vat|step_size)$/.exec(path.slice(here.length)) ?? []
    if (index === undefined || dimensionAt(element, Number(index)) !== dimension) continue
    const field: Field = name === 'step_size' ? 'step' : name === 'vat' ? 'vat' : 'price'
    if (tried || element.components[dimension][field] !== '') found.add(field)
  }
  return found
}

/** What is wrong with an element, in words under it. */
function FlawWords({
  problems,
  element,
  here,
  tried,
}: {
  problems: readonly TariffProblem[]
  element: TypedElement
  here: string
  tried: boolean
}) {
  const { t } = useTranslation('tariff')
  const words = new Set<string>()
  for (const dimension of dimensions)
    for (const field of badFields(problems, here, element, dimension, tried))
      words.add(t(`elements.bad.${field}`))
  for (const { path } of problems) {
    const last = path.slice(here.length)
    if (last === '.price_components') words.add(t('elements.bad.empty'))
    if (last.endsWith('].type')) words.add(t('elements.bad.reservation'))
    if (/\.(start|end)_time$/.test(last)) words.add(t('elements.bad.clock'))
    if (/\.(start|end)_date$/.test(last)) words.add(t('elements.bad.dates'))
    if (/\.(min|max)_/.test(last)) words.add(t('elements.bad.bound'))
    if (last.endsWith('.day_of_week')) words.add(t('elements.bad.days'))
  }
  if (words.size === 0) return null
  return (
    <div className="lp-tariff-bad" role="alert">
      {[...words].map((word) => (
        <p key={word}>{word}</p>
      ))}
    </div>
  )
}
