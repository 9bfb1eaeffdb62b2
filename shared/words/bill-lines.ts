import type { BillLineKind } from '../domain/bill/bill.ts'

/** What a line of a bill is for, as its payer reads it. */
export const billLineWords: Record<'en' | 'sv', Record<BillLineKind, string>> = {
  en: {
    energy: 'Energy',
    time: 'Time',
    parking: 'Idle time',
    flat: 'Start fee',
    reservation: 'Reservation',
    noShow: 'No-show fee',
    adjustment: 'Correction',
  },
  sv: {
    energy: 'Energi',
    time: 'Tid',
    parking: 'Tid utan laddning',
    flat: 'Startavgift',
    reservation: 'Reservation',
    noShow: 'Avgift för utebliven',
    adjustment: 'Rättelse',
  },
}
