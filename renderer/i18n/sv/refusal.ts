import type { words as en } from '../en/refusal.ts'
import type { SameWords } from '../same-words.ts'

/** Refusals by their code, each a sentence that says what to do. */
export const words: SameWords<typeof en> = {
  HUB_LOST: 'Navet kan inte nås just nu. Inget ändrades; försök igen när det är tillbaka.',
  NOT_FOUND: 'Det finns inte längre. Någon kan ha tagit bort det under tiden.',
  BAD_REQUEST: 'Navet förstod inte det. Kontrollera det du angav.',
  STORE_READ_ONLY:
    'Navet kan inte skriva till disken, så inget ändrades. Frigör utrymme och försök igen.',
  STATION_ID_TAKEN:
    'En annan station har redan det laddar-id:t. Ge den här ett annat, eller avveckla den andra först.',
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
  UNEXPECTED: 'Det gick inte, och navet sade inte varför: {{message}}',
}
