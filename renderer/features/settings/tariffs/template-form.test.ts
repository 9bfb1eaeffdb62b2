import { expect, test } from 'vitest'
import { templateKinds } from '../../../../shared/domain/tariff/templates.ts'
import {
  emptyTemplate,
  figureKinds,
  figuresOf,
  templateFlaws,
  templateFormOf,
  templateOfForm,
} from './template-form.ts'

const filled = {
  ...emptyTemplate,
  figures: {
    ...emptyTemplate.figures,
    perKwh: '3,20',
    perMinute: '0.5',
    dayPerKwh: '4',
    nightPerKwh: '2,50',
    dayFrom: '630',
    idlePerMinute: '1',
    perSession: '50',
    reservationFee: '25',
    noShowFee: '100',
  },
}

test('only the fields that a kind asks for have to be filled in', () => {
  expect(templateFlaws(emptyTemplate)).toEqual(['perKwh'])
  expect(templateFlaws({ ...emptyTemplate, kind: 'free' })).toEqual([])
  expect(templateFlaws({ ...emptyTemplate, kind: 'free', vat: '101' })).toEqual(['vat'])
  for (const kind of templateKinds) {
    expect(templateFlaws({ ...filled, kind })).toEqual([])
    for (const figure of figuresOf[kind]) {
      const wrong = figureKinds[figure] === 'clock' ? '25:00' : '-1'
      const figures = { ...filled.figures, [figure]: wrong }
      expect(templateFlaws({ ...filled, kind, figures })).toEqual([figure])
    }
  }
})

test('a form says a template, and a template shows as that form', () => {
  for (const kind of templateKinds) {
    const template = templateOfForm({ ...filled, kind }, 'SEK')
    if (!template) throw new Error(`${kind} says nothing`)
    expect(template).toMatchObject({ kind, currency: 'SEK', taxIncluded: true, vatPct: 25 })
    const shown = templateFormOf(template, ',')
    expect(templateOfForm(shown, 'SEK')).toEqual(template)
  }
  expect(templateOfForm({ ...filled, kind: 'dayNight' }, 'SEK')).toMatchObject({
    nightPerKwh: 2.5,
    dayFrom: '06:30',
  })
  expect(
    templateFormOf(
      { ...emptyTemplate, kind: 'perKwh', perKwh: 3.2, currency: 'SEK', vatPct: 8.1 },
      ',',
    ),
  ).toMatchObject({ vat: '8,1', figures: { perKwh: '3,2' } })
  expect(templateOfForm(emptyTemplate, 'SEK')).toBeNull()
})
