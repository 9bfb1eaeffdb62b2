import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export interface Choice<Value> {
  readonly value: Value
  readonly label: string
  readonly says?: string | undefined
}

/** One of a few, each a place for a thumb. @param look `cards` with a second line, `chips` a word each */
export function Choices<Value extends string | number>({
  legend,
  hidesLegend = false,
  options,
  value,
  onChoose,
  look = 'cards',
}: {
  legend: string
  hidesLegend?: boolean
  options: readonly Choice<Value>[]
  value: Value
  onChoose: (value: Value) => void
  look?: 'cards' | 'rows' | 'chips'
}) {
  const name = useId()
  return (
    <fieldset class={look}>
      <legend class={hidesLegend ? 'hidden' : ''}>{legend}</legend>
      <div class="options">
        {options.map((option) => (
          <label key={option.value} class="option">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span class="option-face">
              <span class="option-label">{option.label}</span>
              {option.says !== undefined && <span class="option-says">{option.says}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Something that is so or not. */
export function Tick({
  label,
  says,
  isOn,
  onTurn,
}: {
  label: string
  says?: ComponentChildren
  isOn: boolean
  onTurn: (isOn: boolean) => void
}) {
  const id = useId()
  return (
    <label class="tick">
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        aria-describedby={says === undefined ? undefined : id}
        onChange={(event) => onTurn(event.currentTarget.checked)}
      />
      <span class="tick-mark" aria-hidden="true" />
      <span class="tick-label">
        {label}
        {says !== undefined && (
          <span class="option-says" id={id}>
            {says}
          </span>
        )}
      </span>
    </label>
  )
}
