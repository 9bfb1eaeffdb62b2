const en = {
  practice: 'Practice: no money moves',
  practiceMore: 'Nothing that you do here reaches a bank.',
  pay: 'Pay',
  payAmount: (amount: string) => `Pay ${amount}`,
  holdAmount: (amount: string) => `Reserve ${amount}`,
  holdMore: 'The amount is reserved now. Only what is used will be charged.',
  total: 'Total',
  openUntil: (time: string) => `Open until ${time}`,
  card: 'Card',
  cardNumber: 'Card number',
  expiry: 'Expires',
  code: 'Security code',
  name: 'Name on the card',
  testCards: 'Cards to practise with',
  cards: {
    pays: 'Pays',
    declined: 'Declined',
    noFunds: 'No money left',
    asks: 'The bank asks first',
    expired: 'Expired card',
    disputed: 'Disputed later',
    refundFails: 'Refund comes back',
  },
  swish: 'Swish',
  paySwish: 'Pay with Swish',
  wallets: 'Wallets',
  cancel: 'Cancel and go back',
  back: 'Go back to the site',
  paid: 'Paid',
  held: 'Reserved',
  paidMore: (amount: string) => `${amount} has been paid.`,
  heldMore: (amount: string) => `${amount} has been reserved.`,
  closeWindow: 'You may close this window.',
  expiredTitle: 'This page has expired',
  expiredMore: 'Ask the site for a new link.',
  notFound: 'There is nothing here',
  bankTitle: 'Your bank asks: is this you?',
  bankMore: (amount: string) => `A payment of ${amount} is waiting for your answer.`,
  approve: 'Yes, pay',
  refuse: 'No',
  swishTitle: 'Pay with Swish',
  swishMore: (amount: string) =>
    `Scan the code with the Swish app to pay ${amount}. Here, a button stands in for the app.`,
  swishQr: 'Code for the Swish app',
  over: 'This payment is no longer waiting.',
  readers: 'Card readers',
  readersMore: 'What a person would do at the desk.',
  noReaders: 'No reader is registered yet.',
  idle: 'Waiting for the desk',
  offline: 'No connection',
  asksCard: (amount: string) => `Hold a card: ${amount}`,
  asksRefund: 'Hold the card to get the money back',
  pressCancel: 'Press cancel',
  done: 'Accepted',
  failed: 'Failed',
  reload: 'Look again',
  declines: {
    card_declined: 'The card was declined.',
    insufficient_funds: 'There is not enough money on the card.',
    lost_card: 'The card was declined.',
    stolen_card: 'The card was declined.',
    expired_card: 'The card has expired.',
    incorrect_cvc: 'The security code is wrong.',
    incorrect_number: 'There is no such card to practise with.',
    processing_error: 'The bank could not be reached. Try again.',
    payment_intent_authentication_failure:
      'You said no at your bank. Try again or use another card.',
    payment_intent_payment_attempt_failed: 'The payment was turned down in Swish.',
    payment_intent_payment_attempt_expired: 'Nobody paid in Swish in time.',
    customer_canceled: 'Somebody pressed cancel.',
  },
}

/** What the pages say. */
export type Words = typeof en

const sv: Words = {
  practice: 'Övning: inga pengar rör sig',
  practiceMore: 'Inget av det du gör här når någon bank.',
  pay: 'Betala',
  payAmount: (amount) => `Betala ${amount}`,
  holdAmount: (amount) => `Reservera ${amount}`,
  holdMore: 'Beloppet reserveras nu. Bara det som används dras.',
  total: 'Summa',
  openUntil: (time) => `Öppen till ${time}`,
  card: 'Kort',
  cardNumber: 'Kortnummer',
  expiry: 'Giltigt till',
  code: 'Säkerhetskod',
  name: 'Namn på kortet',
  testCards: 'Kort att öva med',
  cards: {
    pays: 'Betalar',
    declined: 'Nekas',
    noFunds: 'Inga pengar kvar',
    asks: 'Banken frågar först',
    expired: 'Kortet har gått ut',
    disputed: 'Bestrids senare',
    refundFails: 'Återbetalning studsar',
  },
  swish: 'Swish',
  paySwish: 'Betala med Swish',
  wallets: 'Plånböcker',
  cancel: 'Avbryt och gå tillbaka',
  back: 'Tillbaka till anläggningen',
  paid: 'Betalt',
  held: 'Reserverat',
  paidMore: (amount) => `${amount} är betalt.`,
  heldMore: (amount) => `${amount} är reserverat.`,
  closeWindow: 'Du kan stänga fönstret.',
  expiredTitle: 'Sidan har gått ut',
  expiredMore: 'Be anläggningen om en ny länk.',
  notFound: 'Här finns ingenting',
  bankTitle: 'Din bank frågar: är det du?',
  bankMore: (amount) => `En betalning på ${amount} väntar på ditt svar.`,
  approve: 'Ja, betala',
  refuse: 'Nej',
  swishTitle: 'Betala med Swish',
  swishMore: (amount) =>
    `Läs av koden med Swish för att betala ${amount}. Här står en knapp i appens ställe.`,
  swishQr: 'Kod för Swish',
  over: 'Betalningen väntar inte längre.',
  readers: 'Kortläsare',
  readersMore: 'Det en person skulle göra vid disken.',
  noReaders: 'Ingen läsare är registrerad än.',
  idle: 'Väntar på disken',
  offline: 'Ingen förbindelse',
  asksCard: (amount) => `Håll fram ett kort: ${amount}`,
  asksRefund: 'Håll fram kortet för att få tillbaka pengarna',
  pressCancel: 'Tryck avbryt',
  done: 'Godkänt',
  failed: 'Misslyckades',
  reload: 'Titta igen',
  declines: {
    card_declined: 'Kortet nekades.',
    insufficient_funds: 'Det finns inte pengar nog på kortet.',
    lost_card: 'Kortet nekades.',
    stolen_card: 'Kortet nekades.',
    expired_card: 'Kortet har gått ut.',
    incorrect_cvc: 'Säkerhetskoden är fel.',
    incorrect_number: 'Det finns inget sådant kort att öva med.',
    processing_error: 'Banken gick inte att nå. Försök igen.',
    payment_intent_authentication_failure:
      'Du sa nej hos banken. Försök igen eller ta ett annat kort.',
    payment_intent_payment_attempt_failed: 'Betalningen avböjdes i Swish.',
    payment_intent_payment_attempt_expired: 'Ingen betalade i Swish i tid.',
    customer_canceled: 'Någon tryckte avbryt.',
  },
}

/** Who reads a page: the words, and how numbers are written. */
export type Reader = { language: 'en' | 'sv'; words: Words }

/** Swedish for whoever would rather read it than English. */
export function readerOf(acceptLanguage: string): Reader {
  const wanted = acceptLanguage
    .split(',')
    .map((each) => each.trim().split(';q='))
    .map(([tag = '', weight = '1']) => ({ tag: tag.slice(0, 2), weight: Number(weight) }))
    .sort((a, b) => b.weight - a.weight)
    .find(({ tag }) => tag === 'sv' || tag === 'en')
  return wanted?.tag === 'sv' ? { language: 'sv', words: sv } : { language: 'en', words: en }
}

/** What is said of a code; the first that has words. */
export function declineWords({ words }: Reader, ...codes: (string | null | undefined)[]): string {
  const known: Record<string, string> = words.declines
  for (const code of codes) {
    const said = known[code ?? '']
    if (said !== undefined) return said
  }
  return words.declines.card_declined
}
