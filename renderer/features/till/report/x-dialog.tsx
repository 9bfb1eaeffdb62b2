import { useTranslation } from 'react-i18next'
import type { XReport } from '../../../../shared/contract/till.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useRow, useSite } from '../../../live/use-live.ts'
import { PaperDialog } from './paper-dialog.tsx'
import { Sheet } from './report-sheet.tsx'
import { sheetWords } from './sheet-words.ts'
import { SumsPart } from './sums-part.tsx'

/** What a shift has come to by now, as paper; what should be in the drawer only where the hub told it. */
export function XDialog({ x, onClose }: { x: XReport; onClose: () => void }) {
  const { t } = useTranslation('till')
  const timeZone = useLocale((locale) => locale.timeZone)
  const site = useSite()
  const till = useRow('till', x.shift.tillId)
  const terms = useRow('paymentTerms', 'paymentTerms')
  const seller = {
    name: terms?.legalName ?? '',
    organisationNumber: terms?.organisationNumber ?? '',
    vatNumber: terms?.vatNumber ?? '',
    address: terms?.address ?? [],
  }
  const { shift } = x
  return (
    <PaperDialog
      title={t('paper.xTitle')}
      fileName={`${t('paper.xTitle')} ${shift.number}`}
      onClose={onClose}
      sheet={(language, paper) => {
        const words = sheetWords(language, timeZone, shift.currency)
        const { say, at, who, text, money } = words
        return (
          <Sheet
            title={say('x')}
            facts={[
              [say('till'), `${text(site?.name ?? '', 80)} · ${text(till?.name ?? '', 60)}`],
              [say('shift'), String(shift.number)],
              [say('opened'), [at(shift.openedAt), who(shift.openedBy)].filter(Boolean).join(', ')],
              [say('made'), at(x.at)],
              [say('float'), money(x.floatMinor)],
              [say('moves'), money(x.movedMinor)],
              ...(x.expectedMinor === null
                ? []
                : [[say('expected'), money(x.expectedMinor)] as const]),
            ]}
            seller={seller}
            modes={x.modes}
            language={language}
            paper={paper}
            words={words}
          >
            <SumsPart sums={x} words={words} />
          </Sheet>
        )
      }}
    />
  )
}
