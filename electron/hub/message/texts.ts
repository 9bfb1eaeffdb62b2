import { type WordsFlaw, wordsFlaws } from '../../../shared/domain/message/flaws.ts'
import { originalTexts } from '../../../shared/domain/message/original-texts.ts'
import {
  type MessageTemplate,
  type MessageText,
  messageTextId,
  type MessageWords,
} from '../../../shared/domain/message/template.ts'
import type { VisitLanguage } from '../../../shared/domain/visit/visit.ts'
import type { Lookups } from '../store/reads.ts'
import type { Writes } from '../store/writes.ts'

/** The words of a message: the operator's, where they wrote some, else the original ones. */
export function wordsOfMessage(
  lookups: Lookups,
  template: MessageTemplate,
  language: VisitLanguage,
): MessageWords {
  const { subject, text } =
    lookups.get('messageText', messageTextId(template, language)) ??
    originalTexts[language][template]
  return { subject, text }
}

export type TextWritten =
  | { readonly kind: 'written'; readonly text: MessageText }
  | { readonly kind: 'refused'; readonly flaws: WordsFlaw[] }

/** Writes a message in other words. */
export function writeText(
  tx: Writes,
  { template, language, ...words }: MessageWords & Pick<MessageText, 'template' | 'language'>,
): TextWritten {
  const flaws = wordsFlaws(template, words)
  if (flaws.length > 0) return { kind: 'refused', flaws }
  const id = messageTextId(template, language)
  const before = wordsOfMessage(tx, template, language)
  const text: MessageText = {
    ...{ id, template, language, updatedAt: tx.now },
    ...{ subject: words.subject.trim(), text: words.text.trim() },
  }
  if (tx.get('messageText', id) === undefined) tx.insert('messageText', text)
  else tx.update('messageText', id, text)
  tx.journal({ act: 'messageText.update', noun: 'messageText', nounId: id, before, after: text })
  return { kind: 'written', text }
}

/** Goes back to the original words. */
export function restoreText(tx: Writes, template: MessageTemplate, language: VisitLanguage): void {
  const id = messageTextId(template, language)
  const before = tx.get('messageText', id)
  if (before === undefined) return
  tx.remove('messageText', id)
  tx.journal({ act: 'messageText.restore', noun: 'messageText', nounId: id, before })
}
