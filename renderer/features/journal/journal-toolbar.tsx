import { Button } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/locale.ts'
import { useRows } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import type { JournalFilter } from '../../navigation/journal-address.ts'
import { FilterSelect } from '../../ui/table/filter-select.tsx'
import { dayAt } from '../../ui/input/period.ts'
import { PeriodSelect } from '../../ui/input/period-select.tsx'
import { SearchField } from '../../ui/table/search-field.tsx'
import { periodOf, periodText } from './journal-query.ts'
import { knownActs, knownNouns, nounOfAct } from './known-words.ts'
import type { JournalWords } from './use-journal-words.ts'

/** The machines that stand in the journal. */
const machines = ['desk', 'api', 'hub'] as const

/** What the journal is narrowed by. Each choice is a place to come back to, but not each letter that is typed. */
export function JournalToolbar({
  filter,
  words,
  onChange,
}: {
  filter: JournalFilter
  words: JournalWords
  onChange: (filter: JournalFilter, how?: { replace: boolean }) => void
}) {
  const { t } = useTranslation('journal')
  const { language, timeZone } = useLocale()
  const users = useRows('user')
  const now = useNow(60_000)
  const [typed, setTyped] = useState(filter.search ?? '')
  const search = useDebouncedCallback(
    (text: string) => onChange({ ...filter, search: text.trim() }, { replace: true }),
    300,
  )
  const byWords = (one: { label: string }, other: { label: string }) =>
    one.label.localeCompare(other.label, language)
  const choices = (
    values: readonly string[],
    chosen: string | undefined,
    of: (v: string) => string,
  ) =>
    [...new Set([...values, ...(chosen === undefined ? [] : [chosen])])].map((value) => ({
      value,
      label: of(value),
    }))
  const { actor, act, noun, nounId } = filter
  const acts = knownActs.filter((known) => noun === undefined || nounOfAct(known) === noun)
  const narrowed = Object.values(filter).some((value) => value !== undefined && value !== '')
  const choose = (name: keyof JournalFilter) => (value: string | null) =>
    onChange({ ...filter, [name]: value ?? '' })
  return (
    <>
      <SearchField
        label={t('search')}
        value={typed}
        onChange={(text) => (setTyped(text), search(text))}
        width={250}
      />
      <FilterSelect
        label={t('actor')}
        every={t('anybody')}
        width={150}
        searchable
        value={actor ?? null}
        data={choices(
          [...users.map(({ name }) => name).toSorted(), ...machines],
          actor,
          words.actor,
        )}
        onChange={choose('actor')}
      />
      <FilterSelect
        label={t('noun')}
        every={t('anything')}
        width={180}
        searchable
        value={noun ?? null}
        data={choices(knownNouns, noun, words.noun).toSorted(byWords)}
        onChange={(value) => onChange({ ...filter, noun: value ?? '', nounId: '', act: '' })}
      />
      <FilterSelect
        label={t('act')}
        every={t('anyAct')}
        width={210}
        searchable
        value={act ?? null}
        data={choices(acts.length > 0 ? acts : knownActs, act, words.act).toSorted(byWords)}
        onChange={choose('act')}
      />
      <PeriodSelect
        value={periodOf(filter.period)}
        today={dayAt(now, timeZone).toString()}
        onChange={(period) => onChange({ ...filter, period: periodText(period) })}
      />
      {nounId === undefined ? null : (
        <span className="lp-journal-only">
          {t('only', { name: words.name(nounId) ?? nounId.slice(0, 13) })}
        </span>
      )}
      {narrowed ? (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconX size={16} aria-hidden="true" />}
          onClick={() => (setTyped(''), onChange({}))}
        >
          {t('clear')}
        </Button>
      ) : null}
    </>
  )
}
