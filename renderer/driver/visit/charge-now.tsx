import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { useSays } from '../words/words.ts'
import { Curve } from './curve.tsx'

/** A charge as it goes: power, energy against the need, what it costs so far, when it is ready. */
export function ChargeNow({ view, now }: { view: VisitView; now: Instant }) {
  const { words, format } = useSays()
  const say = words.visit.now
  const { charge, needWh, money } = view
  if (charge === null) return null
  const got = format.meteredKWh(charge.energyWh)
  const isOver = view.state === 'over' || view.idle !== null
  return (
    <section aria-label={say.title} class="charge">
      {!isOver && <Curve charge={charge} now={now} />}
      <dl class="figures">
        {!isOver && (
          <Figure
            name={say.power}
            value={charge.powerW === null ? '–' : format.meteredKW(charge.powerW)}
            more={
              charge.sampledAt === null ? say.silent : say.measured(format.clock(charge.sampledAt))
            }
          />
        )}
        <Figure
          name={say.energy}
          value={got}
          more={needWh === null ? null : say.ofNeed(format.kWh(needWh))}
        />
        {money !== null && money.settlement === 'pay' && (
          <Figure
            name={money.isFinal ? words.visit.money.final : say.cost}
            value={format.money(
              money.isFinal ? money.estimatedMinor : money.soFarMinor,
              money.currency,
            )}
            more={
              money.isFinal ? null : say.total(format.money(money.estimatedMinor, money.currency))
            }
          />
        )}
        {!isOver && charge.readyAt !== null && (
          <Figure name={say.ready} value={format.moment(charge.readyAt, now)} more={null} />
        )}
        {charge.socPct !== null && (
          <Figure name={say.soc} value={`${format.number(charge.socPct)} %`} more={null} />
        )}
      </dl>
      {needWh !== null && needWh > 0 && (
        <progress
          max={needWh}
          value={Math.min(charge.energyWh, needWh)}
          aria-label={say.progress(got, format.kWh(needWh))}
        />
      )}
    </section>
  )
}

function Figure({ name, value, more }: { name: string; value: string; more: string | null }) {
  const [, number = value, unit = ''] =
    /^([\d\s.,\u00a0\u202f–-]+?)\s*([a-zA-Z%]+)$/.exec(value) ?? []
  return (
    <div class="figure">
      <dt>{name}</dt>
      <dd>
        <span class="figure-number">{number}</span>
        {unit !== '' && <span class="figure-unit"> {unit}</span>}
        {more !== null && <span class="figure-more">{more}</span>}
      </dd>
    </div>
  )
}
