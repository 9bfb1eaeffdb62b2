import { useTranslation } from 'react-i18next'
import type { ImportKind } from '../../../shared/domain/import/kind.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { inert } from '../../ui/mark/inert.ts'
import type { ScreenFault } from './use-import.ts'
import { useRowWords } from './use-problem-words.ts'

/** Gives the sentence for why a file can't be read. */
export function useFaultWords(kind: ImportKind): (fault: ScreenFault, fileName: string) => string {
  const { t } = useTranslation('import')
  const format = useFormat()
  const words = useRowWords(kind)
  return (fault, fileName) => {
    const name = inert(fileName, 80).text
    switch (fault.code) {
      case 'unmapped':
        return t('fault.unmapped', { fields: fault.fields.map(words.field).join(', ') })
      case 'tooManyRows': {
        const [rows, most] = [format.number(fault.rows), format.number(fault.most)]
        return t('fault.tooManyRows', { name, rows, most })
      }
      case 'tooManyColumns':
        return t('fault.tooManyColumns', { name, columns: fault.columns, most: fault.most })
      case 'badQuote':
        return t('fault.badQuote', { name, line: format.number(fault.line) })
      default:
        return t(`fault.${fault.code}`, { name })
    }
  }
}
