import type { words as en } from '../en/bookkeeping.ts'
import type { SameWords } from '../same-words.ts'

export const words: SameWords<typeof en> = {
  sie: {
    title: 'Verifikationer till bokföringen (SIE 4I)',
    text: 'Allt som huvudboken bokfört under perioden, på kontona i er bokföring. Bokföringsprogrammet läser in filen och numrerar verifikationerna.',
    per: 'Verifikationer',
    perDay: 'En per dag och slag',
    perEntry: 'En per händelse',
    save: 'Spara SIE-fil…',
    fileName: 'verifikationer-{{period}}',
    summary_one: '{{entries}} händelse i huvudboken',
    summary_other: '{{entries}} händelser i huvudboken',
    number: 'Konto',
    name: 'Benämning',
    debit: 'Debet',
    credit: 'Kredit',
    sum: 'Summa',
    none: 'Inget bokfördes i huvudboken under den tiden.',
    unmapped_one: 'Ett konto saknar nummer i bokföringen, så ingen fil kan göras: {{accounts}}.',
    unmapped_other:
      '{{count}} konton saknar nummer i bokföringen, så ingen fil kan göras: {{accounts}}.',
    toPlan: 'Öppna kontoplanen',
    currency: 'Valuta',
    others: 'Det som bokförts i {{currencies}} hamnar i en egen fil: välj valuta nedan.',
  },
  invoices: {
    title: 'Fakturarader (CSV)',
    text: 'Varje laddning på varje faktura och kreditfaktura från perioden, med kostnadsställe och moms.',
    save: 'Spara fakturarader…',
    fileName: 'fakturarader-{{period}}',
  },
  cdr: {
    title: 'Laddunderlag (OCPI 2.2.1 CDR)',
    text: 'Vad som laddats, så som roamingpartner läser det. Det som rättats tas tillbaka av ett kreditunderlag och lämnas på nytt. Ett uttag som ingen har beskrivit anges som typ 2, trefas.',
    save: 'Spara CDR…',
    fileName: 'cdr-{{period}}',
    missing: 'Underlagen anger operatör och plats, och det har ingen fyllt i än.',
    toTerms: 'Fyll i dem',
  },
  noShell: 'Programmet frågar var det ska sparas; en webbläsare kan inte det.',
  lost: 'Hubben går inte att nå.',
}
