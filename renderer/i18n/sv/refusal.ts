import type { words as en } from '../en/refusal.ts'
import type { SameWords } from '../same-words.ts'

/** Refusals by their code, each a sentence that says what to do. */
export const words: SameWords<typeof en> = {
  HUB_LOST: 'Navet kan inte nås just nu. Inget ändrades; försök igen när det är tillbaka.',
  NOT_FOUND: 'Det finns inte längre. Någon kan ha tagit bort det under tiden.',
  BAD_REQUEST: 'Navet förstod inte det. Kontrollera det du angav.',
  STORE_READ_ONLY:
    'Navet kan inte skriva till disken, så inget ändrades. Frigör utrymme och försök igen.',
  LOCKED: 'Fönstret är låst. Logga in och försök igen.',
  FORBIDDEN: 'Din roll får inte göra det. {{roles}}',
  NAME_TAKEN:
    'Namnet är eller har varit någons. Lägg till en bokstav, så att journalen skiljer dem åt.',
  FIRST_SUPERVISOR: 'Den första användaren måste vara arbetsledare.',
  LAST_SUPERVISOR: 'Det är den enda arbetsledaren. Gör någon annan till arbetsledare först.',
  PIN_WRONG: 'Det är inte rätt PIN-kod.',
  LOCKED_OUT:
    'För många felaktiga PIN-koder. Vänta en stund, eller be en arbetsledare sätta en ny.',
  NOBODY_IN: 'Ingen är inloggad, så det finns ingen PIN-kod att byta.',
  MAY_NOT_APPROVE: 'Bara en arbetsledare kan godkänna det.',
  APPROVAL_NEEDED: 'Det är över gränsen. En arbetsledare måste godkänna det.',
  STATION_ID_TAKEN:
    'En annan station har redan det laddar-id:t. Ge den här ett annat, eller avveckla den andra först.',
  PAYS_NOT_OFFERED: 'Anläggningen erbjuder inte det sättet att betala vid disken.',
  TOO_LONG: 'Så länge tas ingen in vid disken. Välj en tidigare tid.',
  NOT_NOW: 'Det går inte längre med det här uppehållet. Se hur det står till nu.',
  NOTHING_TO_HAND_BACK: 'Det finns inget att lämna tillbaka kontant.',
  NOTHING_TO_STOP: 'Inget laddar där som kan stoppas. Lås upp uttaget i stället.',
  STATION_OFFLINE: 'Laddaren är inte ansluten. Försök igen när den är det.',
  STATION_RETIRED:
    'Stationen är tagen ur anläggningen; bara dess historik finns kvar. Lägg till den igen för att använda den.',
  STATION_CHARGING:
    'En transaktion pågår på stationen. Stoppa den först; är laddaren borta för gott, avsluta den för hand på dess egen sida.',
  TRANSACTION_FINISHED: 'Transaktionen har redan slutat.',
  TRANSACTION_STOPPABLE:
    'Laddaren är ansluten. Stoppa transaktionen från stationen först; har laddaren vägrat eller inte svarat kan den avslutas för hand.',
  COMMANDS_WAITING: 'För många kommandon väntar redan på laddaren. Låt den svara på dem först.',
  CANDIDATE_GONE: 'Laddaren väntar inte längre. Låt den ansluta igen.',
  CANDIDATE_HAS_NO_PASSWORD: 'Laddaren skickar inget lösenord att behålla. Ge den en ny nyckel.',
  PLATE_TAKEN: 'Ett annat fordon har det registreringsnumret. Öppna det, eller slå ihop de två.',
  VEHICLE_ARCHIVED: 'Fordonet är arkiverat. Ta tillbaka det först.',
  VEHICLE_BOOKED:
    'Fordonet har bokningar framöver. Avboka dem först, och avsluta det som återkommer.',
  SAME_VEHICLE: 'Ett fordon kan inte slås ihop med sig självt.',
  CUSTOMER_ARCHIVED: 'Kunden är arkiverad. Ta tillbaka kunden först.',
  CUSTOMER_HAS_VEHICLES: 'Kunden har fordon kvar. Arkivera dem, eller ge dem till någon annan.',
  SAME_CUSTOMER: 'En kund kan inte slås ihop med sig själv.',
  RECURRING_REFUSED:
    'En sådan regel kan inte finnas. Kontrollera dagarna och platsen; den kan ha avslutats under tiden.',
  LOAD_TOO_FINE:
    'Det är mer än som kan visas på en gång. Välj en kortare tid eller dela upp mindre.',
  FEEDER_LOOP:
    'En matning kan inte hänga på sig själv eller på en som hänger på den. Välj en annan.',
  NO_SUCH_FEEDER: 'Den matningen finns inte längre. Välj en annan.',
  LIMIT_PAST: 'Den tiden har redan varit. Ange ett slut framåt i tiden.',
  SERIES_EMPTY: 'Ingen rad i filen kunde läsas.',
  BILL_CHARGING: 'Laddningen är inte stoppad. Stoppa den först; sedan kan bilen ha åkt.',
  BILL_NOT_FINAL: 'Vistelsen är inte slut, så det finns inget att rätta än.',
  BILL_BELOW_ZERO: 'Då skulle räkningen bli mindre än noll.',
  BILL_PAID: 'Något är redan betalt eller på väg att betalas. Återbetala eller avbryt det först.',
  BILL_NEEDS_CUSTOMER: 'Ange vilken kund som får fakturan.',
  BILL_SETTLED: 'Inget är längre obetalt på den räkningen.',
  ABOVE_DUE: 'Det är mer än vad som är obetalt.',
  BELOW_MINIMUM: 'Stripe tar inte så små betalningar. Ta det kontant, eller bjud på det.',
  MEANS_NOT_TAKEN: 'Anläggningen tar inte det betalsättet. Se Inställningar → Betalningar.',
  SWISH_ONLY_SEK: 'Swish betalar bara i svenska kronor.',
  ALREADY_PAYING: 'En betalning av räkningen pågår. Vänta på den, eller avbryt den först.',
  STRIPE_NOT_SET_UP:
    'Ingen Stripe-nyckel är satt. Ange en i Inställningar → Betalningar, eller ta betalt för hand.',
  STRIPE_LOCKED: 'Stripe-nyckeln väntar på sin lösenfras. Lås upp den, eller ta betalt för hand.',
  STRIPE_UNREACHABLE: 'Stripe kan inte nås just nu. Försök igen när det går.',
  STRIPE_REFUSED: 'Stripe nekade: {{message}}',
  NO_SUCH_READER: 'Den kortläsaren finns inte.',
  READER_OFFLINE: 'Kortläsaren är frånkopplad. Se över ström och nät, eller använd en annan.',
  READER_BUSY: 'Kortläsaren är upptagen med en annan betalning.',
  TENDERED_TOO_LITTLE: 'Det är mindre än vad som ska betalas.',
  REASON_NEEDED: 'Ange varför det bjuds på.',
  REFERENCE_NEEDED: 'Ange slippens eller fakturans nummer.',
  CUSTOMER_NEEDED: 'Ange vilken kund som får fakturan.',
  PAYMENT_NOT_OPEN: 'Den kan inte avbrytas längre.',
  PAYMENT_NOT_HELD: 'Inget är reserverat med den betalningen.',
  ABOVE_HELD: 'Det är mer än vad som är reserverat.',
  NOT_PAID: 'Inget har dragits med den betalningen, så inget kan återbetalas.',
  ABOVE_REFUNDABLE: 'Det är mer än vad som är kvar av betalningen.',
  PAYMENT_DISPUTED:
    'Kortinnehavarens bank bestrider betalningen. Det den beslutar kommer i stället för en återbetalning.',
  PAYMENT_UNKNOWN: 'Ingen vet än vad som hände med betalningen. Red ut det först.',
  OTHER_MODE:
    'Betalningen gjordes med en annan sorts nyckel (test eller skarp) än den som är satt nu.',
  NOT_UNKNOWN: 'Det är redan känt vad som hände.',
  FOUND_AT_STRIPE: 'Stripe har den ändå, så den varken skickas igen eller ges upp.',
  NO_OPEN_SHIFT:
    'Kontanter kräver ett öppet kassapass. Välj fönstrets kassa under Kassa och öppna ett pass där.',
  CASH_OF_ANOTHER_CURRENCY:
    'Kassan räknar i en annan valuta, så de här kontanterna kan inte läggas i den.',
  TILL_NAME_TAKEN: 'En annan kassa heter så.',
  TILL_ARCHIVED: 'Den kassan används inte längre. Välj en annan.',
  SHIFT_OPEN: 'Det finns redan ett öppet pass i den kassan.',
  SHIFT_CLOSED: 'Det passet har stängts under tiden.',
  SHIFT_OF_ANOTHER: 'Någon annan svarar för kassalådan. Ta över passet först.',
  STILL_TO_COUNT:
    'Det har kommit in, eller kan ännu komma in, pengar som hör till kassans nästa pass. Öppna och stäng ett först.',
  NOTE_UNREAD: 'Förra passet har lämnat ett meddelande. Läs det först.',
  PAYMENTS_UNDER_WAY:
    'Kassan har betalningar på gång. Vänta på dem, avbryt dem eller ta reda på vad som hände med dem.',
  COUNT_NEEDED: 'Något har rört sig i kassalådan sedan den räknades. Räkna igen.',
  VARIANCE_REASON_NEEDED: 'Kassan stämmer inte. Ange varför.',
  NO_Z_REPORT: 'Det finns ingen Z-rapport med det numret.',
  FEE_OF_TERMINAL: 'Bara en terminal tar avgift av det som redovisas.',
  NOTHING_PAID: 'Inget är betalt än, så det finns inget kvitto att skriva.',
  NO_RECEIPT: 'Det finns inget kvitto med det numret.',
  PAYMENT_INVOICED: 'De pengarna begärs på en faktura. Kreditera fakturan i stället.',
  SELLER_MISSING:
    'En faktura anger vem som säljer. Ange företagsnamn och organisationsnummer under Inställningar → Betalningar först.',
  VAT_NUMBER_MISSING:
    'En faktura med moms anger säljarens momsregistreringsnummer. Ange det under Inställningar → Betalningar först.',
  NOTHING_LEFT: 'Det finns inget kvar att betala på den fakturan.',
  ABOVE_LEFT:
    'Det är mer än vad som återstår på fakturan. Bokför det som återstår här, och betala tillbaka resten eller bokför det på en annan faktura.',
  ALREADY_UNDONE: 'Den betalningen är redan ångrad.',
  NOT_CREDITABLE: 'Det finns inget kvar att kreditera.',
  NUMBERS_BEGUN: 'Det första numret kan inte ändras när en faktura är gjord.',
  NAMES_DIFFER: 'Ett kontonummer har två namn. Ge båda raderna samma namn.',
  ACCOUNTS_UNMAPPED:
    'Några konton saknar nummer i bokföringen. Ange dem under Inställningar → Bokföring.',
  CDR_TERMS_MISSING:
    'Laddunderlagen anger operatör och plats. Fyll i dem under Inställningar → Bokföring.',
  NO_SUCH_ACCOUNT: 'Det är inget av våra konton.',
  TARIFF_ARCHIVED: 'Taxan är undanlagd. Ta fram den igen först.',
  TARIFF_ASSIGNED:
    'Den gäller fortfarande för någon. Ta bort det först, eller ge dem en annan taxa.',
  TARIFF_IN_THE_PAST:
    'Den kan inte gälla bakåt i tiden: laddningar har börjat utan den. Ange en tid framåt, eller nu.',
  TARIFF_ENDS_FIRST: 'Den slutar innan den börjar. Ange ett senare slut.',
  TARIFF_VERSION_HOLDS:
    'Versionen gäller redan, och laddningar som började med den behåller den. Gör en ny version i stället.',
  TARIFF_LAST_VERSION: 'Det är taxans enda version. Lägg undan taxan i stället.',
  TARIFF_UNREADABLE:
    'OCPI 2.2.1 har bara priser före moms, och de här går inte att ange exakt så. Exportera 2.3 i stället.',
  UNEXPECTED: 'Det gick inte, och navet sade inte varför: {{message}}',
  TERMS_REFUSED:
    'Det går inte ihop: en server behöver sitt namn och en avsändare, och TLS om den inte är den här datorns egen.',
  WORDS_REFUSED: 'De orden går inte att skicka som de är. Se vad som står bredvid dem.',
  MESSAGE_NOT_NOW:
    'Det gäller inte längre, det är redan på väg, eller så går det inte att skriva till föraren.',
  BAD_RECEIVER: 'Det är varken en adress eller ett telefonnummer.',
}
