import { Select } from '@mantine/core'
import type { ComboboxData } from '@mantine/core'

/** Of a long list that can be searched no more are offered at once; more letters find the others. */
const OFFERED = 100

/** A field over a list that narrows it to one choice; emptied it narrows nothing. */
export function FilterSelect({
  label,
  every,
  width,
  value,
  data,
  searchable = false,
  onChange,
}: {
  /** What is chosen: "Station". */
  label: string
  /** What it says while nothing is chosen: "Every station". */
  every: string
  width: number
  value: string | null
  data: ComboboxData
  searchable?: boolean
  onChange: (value: string | null) => void
}) {
  return (
    <Select
      size="sm"
      w={width}
      aria-label={label}
      placeholder={every}
      clearable
      clearButtonProps={{ 'aria-label': every }}
      searchable={searchable}
      limit={searchable ? OFFERED : Infinity}
      value={value}
      data={data}
      onChange={onChange}
    />
  )
}
