import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useMay } from '../../live/session-store.ts'
import { rightsOfScreens } from '../../navigation/rights.ts'
import type { JournalFilter } from '../../navigation/journal-address.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { Facts } from '../../ui/frame/facts.tsx'
import { InertText } from '../../ui/mark/inert-text.tsx'
import { Inspector } from '../../ui/frame/inspector.tsx'
import { changesOf } from './changes.ts'
import { thingRoute } from './thing-route.ts'
import type { JournalWords } from './use-journal-words.ts'
import { useValueWords } from './use-value-words.ts'

/** One entry of the journal: who, when, why, and which values it changed; and the ways on from it. */
export function JournalInspector({
  entry,
  words,
  onNarrow,
  onClose,
}: {
  entry: JournalEntry
  words: JournalWords
  onNarrow: (filter: JournalFilter) => void
  onClose: () => void
}) {
  const { t } = useTranslation('journal')
  const format = useFormat()
  const { actor, act, noun, nounId } = entry
  const valueWords = useValueWords(words, currencyIn(entry))
  const changes = changesOf(entry.before, entry.after)
  const route = thingRoute(noun, nounId)
  const mayGo = useMay(route === null ? 'look' : rightsOfScreens[route.screen])
  const name = words.subject(entry) || words.noun(noun)
  return (
    <Inspector
      title={words.act(act)}
      subtitle={`${format.day(entry.at)} ${format.clockSeconds(entry.at)}`}
      onClose={onClose}
    >
      <Facts
        rows={[
          [t('actor'), words.actor(actor)],
          [
            t('subject'),
            route === null || !mayGo ? (
              name
            ) : (
              <a key="thing" href={hrefOf(route)}>
                {t('open', { name })}
              </a>
            ),
          ],
          [t('reason'), <InertText key="reason" text={entry.reason} max={400} />],
        ]}
      />
      {changes.length === 0 ? (
        <p className="lp-soft">{t('noChanges')}</p>
      ) : (
        <table className="lp-journal-changes">
          <thead>
            <tr>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('before')}</th>
              <th scope="col">{t('after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row" title={field}>
                  {words.field(field)}
                </th>
                <td>{valueWords(field, before)}</td>
                <td>{valueWords(field, after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="lp-journal-ways">
        <Button variant="default" onClick={() => onNarrow({ noun, nounId })}>
          {t('onlyThis', { name })}
        </Button>
        <Button variant="default" onClick={() => onNarrow({ actor })}>
          {t('onlyThem', { name: words.actor(actor) })}
        </Button>
      </div>
    </Inspector>
  )
}

/** The currency that an entry's money is in, where it says so. */
function currencyIn({ before, after }: JournalEntry): string | null {
  for (const side of [after, before]) {
    if (typeof side !== 'object' || side === null || !('currency' in side)) continue
    if (typeof side.currency === 'string' && /^[A-Z]{3}$/.test(side.currency)) return side.currency
  }
  return null
}
