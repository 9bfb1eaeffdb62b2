import type { words as en } from '../en/walk-up-terms.ts'
import type { SameWords } from '../same-words.ts'

/** Words of the terms on which walk-ups are taken in. */
export const words: SameWords<typeof en> = {
  title: 'Bilar utan bokning vid disken',
  pays: 'Betalsätt som disken erbjuder',
  paysBad: 'Välj minst ett.',
  pay: {
    ask: 'Före laddning: med länk, i kortläsare eller med Swish',
    hold: 'Reserveras på kort och dras när uppehållet är slut',
    take: 'För hand: kontant, faktura, annan terminal eller bjudet',
    later: 'Senare, när uppehållet är slut',
  },
  startsBeforePaid: 'Starta innan det är betalt',
  startsBeforePaidHint: 'Laddningen startar genast, medan kunden ännu ska betala',
  hold: 'Reserveras på kort',
  holdHint: 'Tomt: enligt betalvillkoren, eller efter beräkningen',
  holdNone: 'Efter beräkningen',
  holdBad: 'Ange ett belopp eller lämna tomt.',
  need: 'Det som föreslås',
  needHint: 'Den som aldrig varit här; en stamkund föreslås det den tog senast',
  needs: {
    full: 'Så mycket som går i',
    energy: 'Så många kWh',
    for: 'Så länge',
  },
  kWh: 'Energi',
  stayMin: 'Uppehåll',
  needBad: 'Ange ett tal över noll; ett uppehåll är minst 15 minuter.',
  fullStayMin: 'En bil som tar allt den kan står',
  fullStayMinHint: 'Så länge hålls uttaget, och så beräknas priset i förväg',
  mostStayMin: 'Det längsta uppehållet',
  mostStayMinHint: 'Ingen tas in för längre tid',
  waitForCarMin: 'Vänta på bilen',
  waitForCarMinHint: 'Ansluts inget på så länge är det över, och pengarna går tillbaka',
  timeBad: 'Ange {{least}} till {{most}} minuter.',
  save: 'Spara villkoren för disken',
  said: 'Villkoren för disken sparade',
}
