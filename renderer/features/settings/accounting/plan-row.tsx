import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useBookWords } from '../../../ui/words/use-book-words.ts'
import type { PlanFormRow } from './plan-form.ts'

/** One of the ledger's accounts, and the account of the books that it is. */
export function PlanRow({
  row: { id, number, name, isUsed, flaw },
  onType,
}: {
  row: PlanFormRow
  onType: (words: { number: string; name: string }) => void
}) {
  const { t } = useTranslation('accounting')
  const wordsOf = useBookWords()
  const account = wordsOf(id)
  const isMissing = isUsed && number.trim() === ''
  const numberError =
    flaw === 'number'
      ? t('plan.numberBad')
      : flaw === 'namesDiffer'
        ? t('plan.namesDiffer', { number: number.trim() })
        : null
  return (
    <tr>
      <td>
        {account}
        <span className={isMissing ? 'lp-plan-missing' : 'lp-soft'}>
          {t(isMissing ? 'plan.missing' : isUsed ? 'plan.used' : 'plan.unused')}
        </span>
      </td>
      <td>
        <TextInput
          size="sm"
          inputMode="numeric"
          maxLength={4}
          aria-label={t('plan.numberOf', { account })}
          value={number}
          error={numberError}
          onChange={(event) => onType({ number: event.currentTarget.value, name })}
        />
      </td>
      <td>
        <TextInput
          size="sm"
          maxLength={60}
          aria-label={t('plan.nameOf', { account })}
          value={name}
          error={flaw === 'name' ? t('plan.nameBad') : null}
          onChange={(event) => onType({ number, name: event.currentTarget.value })}
        />
      </td>
    </tr>
  )
}
