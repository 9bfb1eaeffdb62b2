import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../shared/time/instant.ts'
import { localTimeOf, readLocalTime } from '../../ui/input/local-time.ts'
import { look } from './load-view.ts'

/** Goes earlier and later, to a day, and back to now. */
export function TimeStepper({
  from,
  at,
  timeZone,
  onStep,
}: {
  from: Instant
  at: Instant | null
  timeZone: string
  /** Null where there is nothing later to be seen. */
  onStep: { before: () => void; after: (() => void) | null }
}) {
  const { t } = useTranslation('load')
  return (
    <div className="lp-load-stepper" title={t('step.keys')}>
      <ActionIcon variant="default" size={32} aria-label={t('step.before')} onClick={onStep.before}>
        <IconChevronLeft size={16} aria-hidden="true" />
      </ActionIcon>
      <TextInput
        size="sm"
        w={136}
        type="date"
        aria-label={t('step.day')}
        value={localTimeOf(from, timeZone).slice(0, 10)}
        onChange={(event) => {
          const day = readLocalTime(`${event.currentTarget.value}T12:00`, timeZone)
          if (day !== null) look({ at: day })
        }}
      />
      <ActionIcon
        variant="default"
        size={32}
        aria-label={t('step.after')}
        disabled={onStep.after === null}
        onClick={() => onStep.after?.()}
      >
        <IconChevronRight size={16} aria-hidden="true" />
      </ActionIcon>
      <Button variant="default" disabled={at === null} onClick={() => look({ at: null })}>
        {t('step.now')}
      </Button>
    </div>
  )
}
