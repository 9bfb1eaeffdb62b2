import type { payoutWords as en } from '../en/payout.ts'
import type { SameWords } from '../same-words.ts'

/** Words of payouts. */
export const payoutWords: SameWords<typeof en> = {
  title: 'Utbetalning',
  reconcile: 'Jämför nu',
  reconciled: 'Jämfört med Stripe',
  status: {
    paid: 'på banken',
    pending: 'väntar',
    in_transit: 'på väg',
    canceled: 'avbruten',
    failed: 'misslyckad',
  },
  ok: 'stämmer',
  waits: 'Stripe är inte klar med den',
  manual: 'skickad för hand, kan inte jämföras',
  off: '{{amount}} oförklarat',
  okText: 'Varje rad finns i huvudboken: {{amount}} är förklarat.',
  waitsText: 'Stripe har inte nämnt alla rader än. Den jämförs av sig själv när det är gjort.',
  manualText: 'Bara automatiska utbetalningar nämner sina rader.',
  offText: '{{amount}} av den är inte vad huvudboken har. Raderna nedan säger varför.',
  rows: 'Rader',
  row: {
    charge: 'Kort',
    payment: 'Betalning',
    refund: 'Återbetalning',
    payment_refund: 'Återbetalning',
    adjustment: 'Justering',
    stripe_fee: 'Stripes avgift',
    other: 'Annat: {{type}}',
  },
  fee: 'avgift {{amount}}',
  net: 'Netto',
  difference: {
    notOurs: 'Inte gjord av det här programmet: bokför den för hand.',
    amount: 'Ett annat belopp än huvudboken har: jämför betalningen med Stripe.',
    unposted: 'Känd här, men inte bokförd än: titta igen om en stund.',
  },
}
