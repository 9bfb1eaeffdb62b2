import type { BillLineKind } from '../../../shared/domain/bill/bill.ts'
import type { PaymentMeans } from '../../../shared/domain/payment/payment.ts'
import { billLineWords } from '../../../shared/words/bill-lines.ts'

/** The languages a receipt's page is written in. */
export type PageLanguage = 'en' | 'sv'

export interface PageWords {
  readonly language: string
  readonly other: string
  readonly receipt: string
  readonly refund: string
  readonly number: string
  readonly issued: string
  readonly place: string
  readonly vehicle: string
  readonly stay: string
  readonly booked: string
  readonly energy: string
  readonly servedBy: string
  readonly item: string
  readonly amount: string
  readonly total: string
  readonly paid: string
  readonly givenBack: string
  readonly rounding: string
  readonly tendered: string
  readonly change: string
  readonly vatRate: string
  readonly net: string
  readonly vat: string
  readonly gross: string
  readonly organisationNumber: string
  readonly vatNumber: string
  readonly copy: string
  readonly practice: string
  readonly test: string
  readonly notCertified: string
  readonly means: Record<PaymentMeans, string>
  readonly lines: Record<BillLineKind, string>
}

/** All that the page says by itself. */
export const pageWords: Record<PageLanguage, PageWords> = {
  en: {
    language: 'Language',
    other: 'Svenska',
    receipt: 'Receipt',
    refund: 'Refund receipt',
    number: 'Receipt no.',
    issued: 'Date and time',
    place: 'Place',
    vehicle: 'Vehicle',
    stay: 'Charged',
    booked: 'Booked',
    energy: 'Energy',
    servedBy: 'Served by',
    item: 'Item',
    amount: 'Amount',
    total: 'Total incl. VAT',
    paid: 'Paid',
    givenBack: 'Given back',
    rounding: 'Rounding',
    tendered: 'Handed over',
    change: 'Change',
    vatRate: 'VAT %',
    net: 'Net',
    vat: 'VAT',
    gross: 'Gross',
    organisationNumber: 'Org. no.',
    vatNumber: 'VAT no.',
    copy: 'COPY',
    practice: 'PRACTICE – NOT A RECEIPT',
    test: 'TEST – NOT A RECEIPT',
    notCertified: 'Not a certified cash register.',
    means: {
      checkout: 'Card, online',
      reader: 'Card',
      swish: 'Swish',
      cash: 'Cash',
      invoice: 'Invoice',
      externalTerminal: 'Card',
      voucher: 'Given away',
    },
    lines: billLineWords.en,
  },
  sv: {
    language: 'Språk',
    other: 'English',
    receipt: 'Kvitto',
    refund: 'Återbetalningskvitto',
    number: 'Kvitto nr',
    issued: 'Datum och tid',
    place: 'Plats',
    vehicle: 'Fordon',
    stay: 'Laddning',
    booked: 'Bokat',
    energy: 'Energi',
    servedBy: 'Betjänad av',
    item: 'Artikel',
    amount: 'Belopp',
    total: 'Totalt inkl. moms',
    paid: 'Betalt',
    givenBack: 'Återbetalt',
    rounding: 'Öresavrundning',
    tendered: 'Erhållet',
    change: 'Växel',
    vatRate: 'Moms %',
    net: 'Netto',
    vat: 'Moms',
    gross: 'Brutto',
    organisationNumber: 'Org.nr',
    vatNumber: 'Momsreg.nr',
    copy: 'KOPIA',
    practice: 'ÖVNING – INGET KVITTO',
    test: 'TEST – INGET KVITTO',
    notCertified: 'Inte ett certifierat kassaregister.',
    means: {
      checkout: 'Kort, online',
      reader: 'Kort',
      swish: 'Swish',
      cash: 'Kontant',
      invoice: 'Faktura',
      externalTerminal: 'Kort',
      voucher: 'Bjudet',
    },
    lines: billLineWords.sv,
  },
}
