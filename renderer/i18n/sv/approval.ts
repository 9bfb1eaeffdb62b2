import type { words as en } from '../en/approval.ts'
import type { SameWords } from '../same-words.ts'

/** Words of a supervisor's word on what lies above a limit. */
export const words: SameWords<typeof en> = {
  title: 'En arbetsledare måste godkänna',
  who: 'Vilken arbetsledare?',
  act: 'Godkänn: {{what}}',
  journal:
    'I journalen står vem som gjorde det och vem som godkände. Gäller en gång, bara för detta.',
  limit: {
    refund: 'Gränsen för en återbetalning är {{limit}}.',
    shiftRefunds:
      'Med den skulle {{sum}} vara återbetalt under skiftet; gränsen för ett skift är {{limit}}.',
    void: 'Gränsen för det som dras av på en räkning för hand är {{limit}}.',
    variance: 'Kassan skiljer {{sum}} från det väntade; gränsen är {{limit}}.',
  },
}
