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
    refund: 'Med den skulle {{sum}} vara återbetalt av räkningen; gränsen är {{limit}}.',
    shiftRefunds:
      'Med den skulle {{sum}} vara återbetalt i passet; gränsen för ett pass är {{limit}}.',
    void: 'Med det skulle {{sum}} vara avdraget på räkningen för hand; gränsen är {{limit}}.',
    variance: 'Kassan skiljer {{sum}} från det väntade; gränsen är {{limit}}.',
  },
}
