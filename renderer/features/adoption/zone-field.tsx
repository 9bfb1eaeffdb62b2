import { Autocomplete } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRows } from '../../live/use-live.ts'
import { WORDS_MAX } from './adopt-form.ts'

/** Where a station stands: one of the zones there are, or a new word. */
export function ZoneField({
  value,
  onChange,
}: {
  value: string
  onChange: (zone: string) => void
}) {
  const { t } = useTranslation('adoption')
  const stations = useRows('station')
  const zones = useMemo(
    () =>
      [
        ...new Set(stations.map((station) => station.zone).filter((zone) => zone !== '')),
      ].toSorted(),
    [stations],
  )
  return (
    <Autocomplete
      label={t('adopt.zone')}
      description={t('adopt.zoneHint')}
      data={zones}
      value={value}
      onChange={onChange}
      error={value.trim().length > WORDS_MAX ? t('adopt.tooLong', { max: WORDS_MAX }) : null}
    />
  )
}
