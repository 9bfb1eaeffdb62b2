import { useTranslation } from 'react-i18next'
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Facts } from '../../ui/facts.tsx'
import { InertText } from '../../ui/inert-text.tsx'
import { Inspector } from '../../ui/inspector.tsx'
import { useActorWords } from '../../ui/use-actor-words.ts'
import { changesOf } from './journal-changes.ts'
import { isKnownAct } from './journal-words.ts'

/** One entry of the journal: who, when, why, and which values it changed. */
export function JournalInspector({ entry, onClose }: { entry: JournalEntry; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const actorWords = useActorWords()
  const changes = changesOf(entry.before, entry.after)
  return (
    <Inspector
      title={isKnownAct(entry.act) ? t(`journal.acts.${entry.act}`) : entry.act}
      subtitle={`${format.day(entry.at)} ${format.clockSeconds(entry.at)}`}
      onClose={onClose}
    >
      <Facts
        rows={[
          [t('journal.actor'), actorWords(entry.actor)],
          [t('journal.act'), <code key="act">{entry.act}</code>],
          [t('journal.subject'), <code key="id">{entry.nounId}</code>],
          [t('journal.reason'), <InertText key="reason" text={entry.reason} max={400} />],
        ]}
      />
      {changes.length === 0 ? (
        <p className="lp-soft">{t('journal.noChanges')}</p>
      ) : (
        <table className="lp-diff">
          <thead>
            <tr>
              <th scope="col">{t('journal.field')}</th>
              <th scope="col">{t('journal.before')}</th>
              <th scope="col">{t('journal.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.field}>
                <th scope="row">{change.field}</th>
                <td>
                  <InertText text={change.before} max={400} />
                </td>
                <td>
                  <InertText text={change.after} max={400} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Inspector>
  )
}
