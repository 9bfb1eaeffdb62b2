import { Button, Checkbox, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inert } from '../../../../ui/mark/inert.ts'
import { SearchField } from '../../../../ui/table/search-field.tsx'
import type { SignPlaces } from './signs-of.ts'

/** Which connectors get a sign: all, or those that are ticked. */
export function PlaceChoice({
  places,
  chosen,
  onChange,
}: {
  places: SignPlaces
  /** Codes of connectors; null: all. */
  chosen: ReadonlySet<string> | null
  onChange: (chosen: ReadonlySet<string> | null) => void
}) {
  const { t } = useTranslation('driverPage')
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLowerCase()
  const found = places.filter(
    ({ name, code }) =>
      name.toLowerCase().includes(wanted) || code.toLowerCase().startsWith(wanted),
  )
  const tick = (codes: readonly string[], isOn: boolean) => {
    const next = new Set(chosen ?? [])
    for (const code of codes) {
      if (isOn) next.add(code)
      else next.delete(code)
    }
    onChange(next)
  }
  return (
    <div>
      <Radio.Group
        label={t('signs.which')}
        value={chosen === null ? 'all' : 'some'}
        onChange={(value) => onChange(value === 'all' ? null : new Set())}
      >
        <Stack gap={8} mt={6}>
          <Radio value="all" label={t('signs.all')} />
          <Radio value="some" label={t('signs.some')} />
        </Stack>
      </Radio.Group>
      {chosen === null ? null : (
        <fieldset className="lp-places">
          <legend className="lp-soft">
            {t('signs.chosen', { count: chosen.size, of: places.length })}
          </legend>
          <div className="lp-places-acts">
            <SearchField label={t('signs.search')} value={typed} onChange={setTyped} width={180} />
            <Button
              variant="default"
              size="compact-sm"
              onClick={() =>
                tick(
                  found.map(({ code }) => code),
                  true,
                )
              }
            >
              {t('signs.chooseAll')}
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => onChange(new Set())}>
              {t('signs.chooseNone')}
            </Button>
          </div>
          <ul>
            {found.map(({ name, code }) => (
              <li key={code}>
                <Checkbox
                  size="xs"
                  label={inert(name, 30).text}
                  aria-label={t('signs.choose', { name: inert(name, 30).text })}
                  checked={chosen.has(code)}
                  onChange={(event) => tick([code], event.currentTarget.checked)}
                />
              </li>
            ))}
          </ul>
        </fieldset>
      )}
    </div>
  )
}
