import { HOUR } from '../../../../shared/time/instant.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import '../../../ui/chart/chart.css'

/** What stands at the hour under the pointer, in words. */
export function PlotTip({
  at,
  told,
}: {
  at: number
  told: readonly (readonly [name: string, value: string])[]
}) {
  const format = useFormat()
  return (
    <div className="lp-chart-tip">
      <div className="lp-soft">
        {format.clock(at)}–{format.clock(at + HOUR)}
      </div>
      {told.map(([name, value]) => (
        <div key={name} className="lp-day-tipline">
          <span>{name}</span>
          <strong>{value}</strong>
        </div>
      ))}
    </div>
  )
}
