import type { verifyWords as en } from '../en/ledger-verify.ts'
import type { SameWords } from '../same-words.ts'

/** Words of verifying the ledger. */
export const verifyWords: SameWords<typeof en> = {
  act: 'Kontrollera huvudboken',
  stop: 'Stoppa',
  step: '{{step}}: {{done}} av {{of}}',
  chain: 'Läser kedjan',
  check: 'Jämför {{step}}',
  intact: 'Huvudboken är intakt: {{entries}} verifikationer, {{lines}} rader, varje summa noll.',
  hash: 'Kontrollsumma för slutet, att anteckna och jämföra med senare',
  found_one: '{{count}} sak är inte som den ska:',
  found_other: '{{count}} saker är inte som de ska:',
  stopped: 'Stoppad innan den var klar.',
  what: 'Går igenom varje verifikation från den första och jämför räkningar, betalningar och Z-rapporter med den.',
  noun: {
    ledgerEntry: 'Verifikation {{id}}',
    ledgerLine: 'Rad {{id}}',
    bill: 'Räkning {{id}}',
    payment: 'Betalning {{id}}',
    refund: 'Återbetalning {{id}}',
    payout: 'Utbetalning {{id}}',
    zReport: 'Z-rapport {{id}}',
    shift: 'Pass {{id}}',
  },
  code: {
    gap: 'en verifikation saknas före den',
    chain: 'den följer inte på den före',
    altered: 'den ändrades efter att den skrevs',
    unbalanced: 'dess rader blir inte noll',
    unreadable: 'den går inte att läsa',
    endMissing: 'de sista verifikationerna saknas',
    beyondEnd: 'det finns verifikationer efter slutet',
    strayLine: 'en rad hör inte till någon verifikation',
    zGap: 'en Z-rapport saknas före den',
    zChain: 'den följer inte på den före',
    zAltered: 'den ändrades efter att passet stängdes',
    zOff: 'den stämmer inte med det som hände i passet',
    zMissing: 'passet är stängt och saknar Z-rapport',
    movementOff: 'en kassa räknar ett annat belopp',
    movementMissing: 'den räknas inte i något pass',
  },
}
