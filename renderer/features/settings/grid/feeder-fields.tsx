import { Select, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { inert } from '../../../ui/mark/inert.ts'
import { useRows } from '../../../live/use-live.ts'
import { type FeederFlaw, type FeederForm, possibleParents } from './feeder-form.ts'

/** Stands for the site's own connection among the feeders to choose from. */
const SITE = 'site'

/** What people tell of a feeder. */
export function FeederFields({
  feederId,
  form,
  flaws,
  tried,
  onChange,
}: {
  /** Null for a new one. */
  feederId: string | null
  form: FeederForm
  flaws: readonly FeederFlaw[]
  /** Whether an empty name is told already. */
  tried: boolean
  onChange: (form: FeederForm) => void
}) {
  const { t } = useTranslation('grid')
  const feeders = useRows('feeder')
  const parents = possibleParents(feeders, feederId)
  return (
    <Stack gap="md">
      <TextInput
        label={t('feeders.name')}
        value={form.name}
        autoFocus={feederId === null}
        error={flaws.includes('name') && (tried || form.name !== '') ? t('feeders.nameBad') : null}
        onChange={(event) => onChange({ ...form, name: event.currentTarget.value })}
      />
      <Select
        label={t('feeders.parent')}
        data={[
          { value: SITE, label: t('feeders.site') },
          ...parents.map(({ id, name }) => ({ value: id, label: inert(name, 60).text })),
        ]}
        value={form.parentId ?? SITE}
        allowDeselect={false}
        searchable={parents.length > 10}
        onChange={(value) =>
          value !== null && onChange({ ...form, parentId: value === SITE ? null : value })
        }
      />
      {(['limitKw', 'limitA'] as const).map((name) => (
        <TextInput
          key={name}
          label={t(`feeders.${name}`)}
          description={t('feeders.limitHint')}
          value={form[name]}
          inputMode="decimal"
          rightSection={<span className="lp-soft">{name === 'limitKw' ? 'kW' : 'A'}</span>}
          rightSectionWidth={44}
          error={flaws.includes(name) ? t(`connection.${name}Bad`) : null}
          onChange={(event) => onChange({ ...form, [name]: event.currentTarget.value })}
        />
      ))}
    </Stack>
  )
}
