import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/locale.ts'
import { useRows } from '../../live/use-live.ts'
import { inert } from '../../ui/mark/inert.ts'
import { look, useLoadView } from './load-view.ts'
import type { LoadOf } from './load-view.ts'

/** Whose load there is to look at, in groups, as a select wants it. */
export function useOfChoices() {
  const { t } = useTranslation('load')
  const language = useLocale((locale) => locale.language)
  const of = useLoadView((view) => view.of)
  const feeders = useRows('feeder')
  const stations = useRows('station')
  const choices = useMemo(() => {
    const collator = new Intl.Collator(language, { numeric: true })
    const named = (scope: 'feeder' | 'station', rows: readonly { id: string; name: string }[]) =>
      rows
        .map((row) => ({ value: `${scope}:${row.id}`, label: inert(row.name, 60).text }))
        .toSorted((a, b) => collator.compare(a.label, b.label))
    const present = stations.filter((row) => row.retiredAt === null || row.id === of.id)
    return [
      {
        group: t('of.whole'),
        items: [
          { value: 'site', label: t('of.site') },
          { value: 'building', label: t('of.building') },
        ],
      },
      ...(feeders.length === 0
        ? []
        : [{ group: t('of.feeders'), items: named('feeder', feeders) }]),
      ...(present.length === 0
        ? []
        : [{ group: t('of.stations'), items: named('station', present) }]),
    ]
  }, [t, language, feeders, stations, of])
  const value = of.id === null ? of.scope : `${of.scope}:${of.id}`
  const onChoose = (chosen: string | null) => look({ of: ofValue(chosen ?? 'site') })
  const label =
    choices.flatMap(({ items }) => items).find((item) => item.value === value)?.label ?? ''
  return { choices, value, label, onChoose }
}

function ofValue(value: string): LoadOf {
  const [scope = 'site', id = null] = value.split(':')
  if (scope === 'feeder' || scope === 'station') return { scope, id }
  return { scope: scope === 'building' ? 'building' : 'site', id: null }
}
