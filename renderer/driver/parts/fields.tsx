import { useEffect, useId, useState } from 'preact/hooks'

interface Field {
  label: string
  says?: string | undefined
  /** What is the matter with it. */
  problem?: string | null | undefined
}

/** A text to type. */
export function TextField({
  label,
  says,
  problem,
  value,
  onType,
  type = 'text',
  optional,
  isPlate = false,
  autocomplete,
  maxLength,
}: Field & {
  value: string
  onType: (value: string) => void
  type?: 'text' | 'tel' | 'email'
  /** The word that says that it may be left out. */
  optional?: string
  /** Capital letters and digits, which no spelling knows. */
  isPlate?: boolean
  autocomplete: 'off' | 'tel' | 'email'
  maxLength: number
}) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional !== undefined && <span class="soft"> ({optional})</span>}
      </label>
      <input
        {...{ autocomplete, maxLength, spellcheck: !isPlate }}
        autocapitalize={isPlate ? 'characters' : 'none'}
        id={id}
        type={type}
        list={undefined}
        value={value}
        aria-describedby={`${id}-says`}
        aria-invalid={problem ? true : undefined}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      <FieldSays id={`${id}-says`} says={says} problem={problem} />
    </div>
  )
}

/** A number, with its unit beside it; nothing typed is null. */
export function NumberField({
  label,
  says,
  problem,
  value,
  unit,
  onType,
}: Field & { value: number | null; unit: string; onType: (value: number | null) => void }) {
  const id = useId()
  const [text, setText] = useState(() => textOf(value))
  // What is typed stands as long as it says the same: "12," is 12 on the way to 12,5.
  useEffect(() => setText((typed) => (valueOf(typed) === value ? typed : textOf(value))), [value])
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <span class="with-unit">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={text}
          aria-describedby={`${id}-says`}
          aria-invalid={problem ? true : undefined}
          onInput={(event) => {
            setText(event.currentTarget.value)
            onType(valueOf(event.currentTarget.value))
          }}
        />
        <span class="unit" aria-hidden="true">
          {unit}
        </span>
      </span>
      <FieldSays id={`${id}-says`} says={says} problem={problem} />
    </div>
  )
}

/** A share, to be pulled to. */
export function ShareField({
  label,
  value,
  onPull,
}: {
  label: string
  value: number
  onPull: (value: number) => void
}) {
  const id = useId()
  return (
    <div class="field share">
      <label for={id}>{label}</label>
      <output for={id}>{value} %</output>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={5}
        value={value}
        aria-valuetext={`${value} %`}
        onInput={(event) => onPull(Number(event.currentTarget.value))}
      />
    </div>
  )
}

function FieldSays({
  id,
  says,
  problem,
}: {
  id: string
  says?: string | undefined
  problem?: string | null | undefined
}) {
  return (
    <span id={id} class={problem ? 'field-says problem' : 'field-says'}>
      {problem || says}
    </span>
  )
}

function textOf(value: number | null): string {
  return value === null ? '' : String(Math.round(value * 100) / 100)
}

function valueOf(text: string): number | null {
  const trimmed = text.trim().replace(',', '.')
  const value = Number(trimmed)
  return trimmed === '' || Number.isNaN(value) ? null : value
}
