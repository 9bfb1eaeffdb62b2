import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { inert } from '../../../ui/mark/inert.ts'
import type { CommandOutcome } from './command-outcome.ts'

/** Puts how a command stands into a sentence. What the charger said itself is quoted inert. */
export function useOutcomeWords(): (outcome: CommandOutcome) => string {
  const { t } = useTranslation('station')
  return useCallback(
    (outcome) => {
      switch (outcome.kind) {
        case 'waiting':
          return t(`command.step.${outcome.step}`)
        case 'answer':
          return t(`answer.${outcome.answer}`)
        case 'configuration': {
          const read = t('answer.configuration', { count: outcome.keys })
          if (outcome.unknownKeys.length === 0) return read
          const keys = inert(outcome.unknownKeys.join(', '), 200).text
          return `${read}; ${t('answer.unknownKeys', { keys })}`
        }
        case 'unclear':
          return t('answer.unclear', { said: inert(outcome.said, 120).text })
        case 'callError': {
          const errorCode = inert(outcome.errorCode, 60).text
          if (outcome.description === '') return t('answer.callError', { errorCode })
          const description = inert(outcome.description, 160).text
          return t('answer.callErrorSaying', { errorCode, description })
        }
        case 'failed':
          return t(`failure.${outcome.failure}`)
      }
    },
    [t],
  )
}
