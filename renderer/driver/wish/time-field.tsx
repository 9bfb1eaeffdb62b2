import { useId } from 'preact/hooks'
import type { Wall } from '../time/site-time.ts'
import { useSays } from '../words/words.ts'

/** A day and a time by the site's clock, with the phone's own ways to choose them. */
export function TimeField({
  legend,
  hidesLegend = false,
  value,
  earliest,
  latest,
  problem,
  onChange,
}: {
  legend: string
  hidesLegend?: boolean
  value: Wall
  /** The first and the last day that can be chosen, yyyy-mm-dd. */
  earliest: string
  latest: string
  problem?: string | null
  onChange: (value: Wall) => void
}) {
  const { words } = useSays()
  const id = useId()
  return (
    <fieldset class="when">
      <legend class={hidesLegend ? 'hidden' : ''}>{legend}</legend>
      <div class="when-parts">
        <div class="field">
          <label for={`${id}-date`}>{words.site.wish.date}</label>
          <input
            id={`${id}-date`}
            type="date"
            required
            min={earliest}
            max={latest}
            value={value.date}
            aria-describedby={`${id}-says`}
            onInput={(event) => onChange({ ...value, date: event.currentTarget.value })}
          />
        </div>
        <div class="field">
          <label for={`${id}-time`}>{words.site.wish.clock}</label>
          <input
            id={`${id}-time`}
            type="time"
            required
            step={300}
            value={value.time}
            aria-describedby={`${id}-says`}
            onInput={(event) => onChange({ ...value, time: event.currentTarget.value.slice(0, 5) })}
          />
        </div>
      </div>
      <span id={`${id}-says`} class="field-says problem">
        {problem}
      </span>
    </fieldset>
  )
}
