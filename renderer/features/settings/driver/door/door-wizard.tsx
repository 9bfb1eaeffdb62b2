import { Button, Radio } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DriverDoor } from '../../../../../shared/domain/driver-door/driver-door.ts'
import { tellAct } from '../../../../live/last-act.ts'
import { useAct } from '../../../../live/use-act.ts'
import { useClient } from '../../../../live/use-live.ts'
import { useQuery } from '../../../../live/use-query.ts'
import { ErrorNote } from '../../../../ui/frame/error-note.tsx'
import type { DoorNow } from '../use-driver-door.ts'
import { CheckStep } from './check-step.tsx'
import { doorFlaws, doorFormOf, doorPatchOf, exposures } from './door-form.ts'
import type { DoorForm } from './door-form.ts'
import { DoorFields } from './door-fields.tsx'
import { hostIn } from './host-in.ts'
import { ProxyExample } from './proxy-example.tsx'

const steps = ['choose', 'fill', 'check'] as const
type Step = (typeof steps)[number]
const names = [...steps, 'open'] as const

/** The steps that lay the page open: who can reach it, what that takes, a last look. Nothing is open before the last. */
export function DoorWizard({
  door,
  listensAt,
  onTold,
  onLeave,
}: {
  door: DriverDoor
  listensAt: string | null
  onTold: (now: DoorNow) => void
  /** Null where there is nothing to go back to: the page is closed. */
  onLeave: (() => void) | null
}) {
  const { t } = useTranslation('driverPage')
  const hub = useClient()
  const [step, setStep] = useState<Step>(door.exposure === 'off' ? 'choose' : 'fill')
  const [form, setForm] = useState(() => doorFormOf(door))
  const [isAsked, setIsAsked] = useState(false)
  const info = useQuery('hub.info', (signal) => hub.hub.info(undefined, { signal }))
  const host = hostIn(info.data?.ocppUrls[0] ?? listensAt)
  const flaws = doorFlaws(form)
  const isGood = Object.keys(flaws).length === 0
  const open = useAct((wanted: DoorForm) => hub.driverDoor.set(doorPatchOf(wanted, door)))
  const heading = useHeadingFocus(step)
  const forward = async () => {
    if (step === 'choose') return setStep('fill')
    if (step === 'fill') {
      setIsAsked(true)
      return isGood ? setStep('check') : undefined
    }
    const told = await open.run(form)
    if (told === undefined) return
    tellAct(t(told.state.state === 'open' ? 'door.said.opened' : 'door.said.failed'))
    onTold(told)
  }
  const at = steps.indexOf(step)
  return (
    <section className="lp-panel lp-block lp-wizard" aria-labelledby="door-wizard">
      <h2 id="door-wizard">{t('door.wizard.title')}</h2>
      {door.exposure === 'off' ? <p className="lp-soft lp-lead">{t('door.wizard.lead')}</p> : null}
      <ol className="lp-steps">
        {names.map((name, index) => (
          <li
            key={name}
            aria-current={name === step ? 'step' : undefined}
            data-done={index < at || undefined}
          >
            <span aria-hidden="true">{index + 1}</span> {t(`door.wizard.steps.${name}`)}
          </li>
        ))}
      </ol>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void forward()
        }}
      >
        <h3 ref={heading} tabIndex={-1}>
          {step === 'choose'
            ? t('door.wizard.choose')
            : t('door.wizard.step', {
                at: at + 1,
                of: names.length,
                name: t(`door.exposure.${form.exposure}.name`),
              })}
        </h3>
        {step === 'choose' ? <Choose form={form} onChange={setForm} /> : null}
        {step === 'fill' ? (
          <>
            <DoorFields form={form} flaws={isAsked ? flaws : {}} host={host} onChange={setForm} />
            {form.exposure === 'proxy' ? <ProxyExample form={form} host={host} /> : null}
          </>
        ) : null}
        {step === 'check' ? <CheckStep form={form} host={host} /> : null}
        <ErrorNote error={open.error} />
        <div className="lp-wizard-foot">
          <Button type="submit" loading={open.busy}>
            {step === 'check'
              ? t(door.exposure === 'off' ? 'door.wizard.open' : 'door.wizard.reopen')
              : t('door.wizard.next')}
          </Button>
          {at === 0 ? null : (
            <Button variant="default" onClick={() => setStep(steps[at - 1] ?? 'choose')}>
              {t('door.wizard.back')}
            </Button>
          )}
          {onLeave === null ? null : (
            <Button variant="subtle" color="gray" onClick={onLeave}>
              {t('door.wizard.leave')}
            </Button>
          )}
          <span className="lp-soft" role="status">
            {step === 'fill' && isAsked && !isGood ? t('door.wizard.wrong') : ''}
            {step === 'check' ? t('door.wizard.opening') : ''}
          </span>
        </div>
      </form>
    </section>
  )
}

/** The heading of a step, which has the focus once one has gone to it, so that a reader hears where they are. */
function useHeadingFocus(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [step])
  return heading
}

function Choose({ form, onChange }: { form: DoorForm; onChange: (form: DoorForm) => void }) {
  const { t } = useTranslation('driverPage')
  return (
    <Radio.Group
      aria-label={t('door.wizard.choose')}
      value={form.exposure}
      onChange={(value) =>
        onChange({
          ...form,
          exposure: exposures.find((known) => known === value) ?? form.exposure,
        })
      }
    >
      <div className="lp-exposures">
        {exposures.map((exposure) => (
          <div
            key={exposure}
            className="lp-exposure"
            data-chosen={form.exposure === exposure || undefined}
          >
            <Radio
              value={exposure}
              aria-describedby={`exposure-${exposure}`}
              label={t(`door.exposure.${exposure}.name`)}
            />
            <span id={`exposure-${exposure}`}>
              <span>{t(`door.exposure.${exposure}.when`)}</span>
              <span className="lp-soft">{t(`door.exposure.${exposure}.note`)}</span>
            </span>
          </div>
        ))}
      </div>
    </Radio.Group>
  )
}
