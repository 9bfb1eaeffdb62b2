import { Choices } from '../parts/choices.tsx'
import { NumberField, ShareField } from '../parts/fields.tsx'
import { useSays } from '../words/words.ts'
import { carUses, type NeedForm, needOf } from './need-form.ts'

const KILOMETRES = [50, 100, 200, 300]
const KILOWATT_HOURS = [10, 20, 30, 50]

/** How much: as much as possible, how far, energy, or a share of the battery. */
export function NeedFields({
  form,
  isThere,
  showsProblem,
  hidesLegend = false,
  onChange,
}: {
  form: NeedForm
  /** Whether the car is there already, so that what it has is what it has now. */
  isThere: boolean
  showsProblem: boolean
  hidesLegend?: boolean
  onChange: (form: NeedForm) => void
}) {
  const { words } = useSays()
  const say = words.site.wish
  const need = needOf(form)
  const problem = showsProblem && typeof need === 'string' ? say[need] : null
  return (
    <>
      <Choices
        legend={say.howMuch}
        hidesLegend={hidesLegend}
        value={form.kind}
        onChoose={(kind) => onChange({ ...form, kind })}
        options={[
          { value: 'full', label: say.full, says: say.fullSays },
          { value: 'distance', label: say.distance, says: say.distanceSays },
          { value: 'energy', label: say.energy, says: say.energySays },
          { value: 'soc', label: say.soc, says: say.socSays },
        ]}
      />
      {form.kind === 'distance' && <Distance {...{ form, problem, onChange }} />}
      {form.kind === 'energy' && (
        <Amount
          {...{ legend: say.kWh, unit: words.common.unit.kWh, steps: KILOWATT_HOURS, problem }}
          value={form.kWh}
          onType={(kWh) => onChange({ ...form, kWh })}
        />
      )}
      {form.kind === 'soc' && <Battery {...{ form, isThere, problem, onChange }} />}
    </>
  )
}

interface Part {
  form: NeedForm
  problem: string | null
  onChange: (form: NeedForm) => void
}

function Distance({ form, problem, onChange }: Part) {
  const { words, format } = useSays()
  const say = words.site.wish
  const uses = (whPerKm: number) => say.per100(format.number(whPerKm / 10, whPerKm % 10 ? 1 : 0))
  return (
    <>
      <Amount
        {...{ legend: say.km, unit: words.common.unit.km, steps: KILOMETRES, problem }}
        value={form.km}
        onType={(km) => onChange({ ...form, km })}
      />
      <Choices
        legend={say.car}
        look="rows"
        value={form.whPerKm}
        onChoose={(whPerKm) => onChange({ ...form, whPerKm })}
        options={[
          { value: carUses.small, label: say.carSmall, says: uses(carUses.small) },
          { value: carUses.middle, label: say.carMiddle, says: uses(carUses.middle) },
          { value: carUses.large, label: say.carLarge, says: uses(carUses.large) },
        ]}
      />
    </>
  )
}

/** A few round numbers to press, and a field for any other. */
function Amount({
  legend,
  unit,
  steps,
  value,
  problem,
  onType,
}: {
  legend: string
  unit: string
  steps: readonly number[]
  value: number | null
  problem: string | null
  onType: (value: number | null) => void
}) {
  const { words } = useSays()
  return (
    <div class="amount">
      <Choices
        legend={legend}
        look="chips"
        value={value ?? 0}
        onChoose={onType}
        options={steps.map((step) => ({ value: step, label: `${step} ${unit}` }))}
      />
      <NumberField label={words.site.wish.other} {...{ unit, value, problem, onType }} />
    </div>
  )
}

function Battery({ form, isThere, problem, onChange }: Part & { isThere: boolean }) {
  const { words } = useSays()
  const say = words.site.wish
  return (
    <div class="battery">
      <ShareField
        label={isThere ? say.from : say.fromAhead}
        value={form.fromPct}
        onPull={(fromPct) => onChange({ ...form, fromPct })}
      />
      <ShareField
        label={say.to}
        value={form.toPct}
        onPull={(toPct) => onChange({ ...form, toPct })}
      />
      <NumberField
        label={say.battery}
        unit={words.common.unit.kWh}
        value={form.batteryKWh}
        problem={problem}
        onType={(batteryKWh) => onChange({ ...form, batteryKWh })}
      />
    </div>
  )
}
