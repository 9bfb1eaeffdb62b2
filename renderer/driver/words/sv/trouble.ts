import type { trouble as en } from '../en/trouble.ts'

/** Why something can't be so, and what is the matter with the line. */
export const trouble: typeof en = {
  refusal: {
    taken: 'Någon annan har platsen då.',
    gridFull: 'Elnätet är fullt då: så mycket energi kan inte utlovas.',
    outOfService: 'Uttaget är ur drift.',
    offline: 'Laddaren har ingen kontakt just nu.',
    noSuchPlace: 'Uttaget finns inte.',
    closed: 'Anläggningen är stängd då.',
    closedUntil: (opensAt) => `Anläggningen är stängd då. Den öppnar ${opensAt}.`,
    needTooMuch: (most) => `På den tiden går det att ladda högst ${most}.`,
    departureBeforeArrival: 'Avfärden måste vara efter ankomsten.',
    inThePast: 'Den tiden har passerat.',
    tooSoon: (lead) => `Boka minst ${lead} i förväg.`,
    tooFarAhead: (days) => `Boka högst ${days} ${days === 1 ? 'dag' : 'dagar'} i förväg.`,
    tooShort: (least) => `Stanna minst ${least}.`,
    tooLong: (most) => `Stanna högst ${most}.`,
    tooLate: (late) => `Platsen hålls i högst ${late}.`,
    carElsewhere: 'Bilen har redan en bokning då.',
    changedSince: 'Det har ändrats under tiden. Så här är det nu.',
    priceChanged: 'Priset har ändrats.',
    priceChangedTo: (price) => `Priset har ändrats: det kostar ${price} nu.`,
    notTaken: 'Det går inte att göra från telefonen här.',
    noPayment: 'Det går inte att betala så just nu.',
    blocked: 'Det går inte att boka från telefonen. Fråga personalen.',
    tooManyOpen: (most) =>
      `Du har redan ${most} ${most === 1 ? 'öppen bokning' : 'öppna bokningar'}; fler går det inte att ha.`,
    notNow: 'Det går inte som läget är nu.',
    busy: 'Laddaren är upptagen. Försök igen om en stund.',
  },
  invalid: 'Något går inte att läsa. Se över det du har skrivit.',
  broken: 'Något gick fel på anläggningen. Inget har ändrats.',
  notWritable:
    'Anläggningen kan inte spara något just nu, så inget har ändrats. Försök snart igen.',
  tooMany: 'Det blev för många förfrågningar på en gång. Vänta lite och försök igen.',
  unreachable: 'Anläggningen går inte att nå just nu.',
  unsure:
    'Inget svar kom, så det är osäkert om det gick igenom. Försök igen: det görs en gång, hur ofta du än skickar det.',
  retrying: 'Inget svar än. Försöker igen; inget görs eller betalas två gånger.',
  retryingOffline:
    'Telefonen har ingen anslutning. Det skickas när den är tillbaka; inget görs två gånger.',
  retryingBusy: 'Anläggningen är upptagen. Försöker igen av sig självt.',
  offline: 'Telefonen har ingen anslutning.',
  offlineSince: (at) => `Ingen anslutning. Så här var det klockan ${at}.`,
  downSince: (at) => `Anläggningen går inte att nå. Så här var det klockan ${at}.`,
  busySince: (at) => `Anläggningen är upptagen. Så här var det klockan ${at}.`,
  offlineTitle: 'Ingen anslutning',
  offlineSays: 'Telefonen når inte nätet. Sidan fortsätter av sig själv när det är tillbaka.',
  downTitle: 'Anläggningen går inte att nå',
  downSays:
    'Sidan fortsätter av sig själv när anläggningen svarar igen. Det som är bokat gäller, och bilarna laddar vidare.',
  brokenTitle: 'Något gick fel',
  brokenSays: 'Anläggningen klarade inte det här. Nya försök görs av sig självt.',
  tooManyTitle: 'Ett ögonblick',
  tooManySays: 'För många förfrågningar kom härifrån. Nya försök görs av sig självt.',
  goneTitle: 'Länken öppnar ingenting',
  goneSays:
    'Den kan vara felskriven eller ersatt av en annan, eller så är besöket slut sedan länge. Personalen kan skicka en ny.',
  noPageTitle: 'Sidan finns inte',
  noPageSays: 'Skanna koden på skylten vid anläggningen eller på laddaren.',
  backTitle: 'Öppna din egen länk',
  backSays:
    'Den här telefonen minns ingen bokning. Öppna länken som du fick när du bokade, i telefonen som du bokade med eller i ditt meddelande. Har du betalat så gäller betalningen.',
}
