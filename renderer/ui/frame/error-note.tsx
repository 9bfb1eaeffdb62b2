import { Alert, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '../words/refusal-words.ts'

/** Why an act or a question failed, as a sentence in the reader's language; nothing when it did not. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('ui')
  const wordsOf = useRefusalWords()
  if (error === null || error === undefined) return null
  return (
    <Alert variant="outline" color="ink" className="lp-error-note" role="alert" p="xs">
      <span>{wordsOf(error)}</span>
      {onRetry ? (
        <Button variant="default" size="compact-sm" ml="sm" onClick={onRetry}>
          {t('retry')}
        </Button>
      ) : null}
    </Alert>
  )
}
