import type { disputeWords as en } from '../en/dispute.ts'
import type { SameWords } from '../same-words.ts'

/** Words of disputes. */
export const disputeWords: SameWords<typeof en> = {
  title: 'Tvist',
  status: {
    warning_needs_response: 'förfrågan, svara',
    warning_under_review: 'förfrågan granskas',
    warning_closed: 'förfrågan avslutad',
    needs_response: 'svara',
    under_review: 'banken avgör',
    won: 'vunnen',
    lost: 'förlorad',
    prevented: 'avvärjd',
  },
  todo: {
    warning_needs_response:
      'Banken frågar bara än så länge, inga pengar har dragits. Svara hos Stripe med kvittot och laddloggen.',
    warning_under_review: 'Banken läser ditt svar. Inget att göra.',
    warning_closed: 'Banken lät det vara. Inget att göra.',
    needs_response:
      'Svara hos Stripe före dagen nedan med kvittot, laddloggen och bokningen; utan svar är den förlorad.',
    under_review: 'Banken läser ditt svar, i upp till tre månader. Inget att göra.',
    won: 'Pengarna är tillbaka. Inget att göra.',
    lost: 'Pengarna stannar hos kortinnehavaren. Det går inte att överklaga.',
    prevented: 'Den löstes innan den började. Inget att göra.',
  },
  reason: {
    bank_cannot_process: 'Banken kan inte behandla den',
    check_returned: 'En check kom tillbaka',
    credit_not_processed: 'En återbetalning kom inte fram',
    customer_initiated: 'Kunden vill ha tillbaka den',
    debit_not_authorized: 'Inte tillåten av betalaren',
    duplicate: 'Betald två gånger',
    fraudulent: 'Inte gjord av kortinnehavaren',
    general: 'Inget skäl angivet',
    incorrect_account_details: 'Fel konto',
    insufficient_funds: 'Inte tillräckligt med pengar',
    noncompliant: 'Mot kortnätets regler',
    product_not_received: 'Inget togs emot',
    product_unacceptable: 'Inte som utlovat',
    subscription_canceled: 'Ett abonnemang avslutades',
    unrecognized: 'Kortinnehavaren känner inte igen den',
  },
  withdrawn: 'Draget från ditt saldo',
  fee: 'Avgift',
  due: 'Svara senast',
  left: '{{when}}, {{left}} kvar',
  over: '{{when}}, för sent',
  none: 'ingen dag angiven',
  open: 'Svara hos Stripe',
  toPayment: 'Se betalningen',
  notOurs: 'Dragningen gjordes inte av det här programmet.',
}
