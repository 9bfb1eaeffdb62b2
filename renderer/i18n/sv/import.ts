import type { words as english } from '../en/import.ts'
import type { SameWords } from '../same-words.ts'

/** Ord för att läsa in CSV-filer. */
export const words: SameWords<typeof english> = {
  title: 'Läs in CSV',
  kind: {
    label: 'Vad filen innehåller',
    vehicle: 'Fordon',
    idToken: 'Taggar',
    booking: 'Bokningar',
  },
  choose: 'Välj en fil',
  another: 'En annan fil',
  again: 'Läs in en fil till',
  template: 'Spara en mall',
  templateSaved: 'Sparade mallen',
  templateName: { vehicle: 'fordon', idToken: 'taggar', booking: 'bokningar' },
  notSaved: 'Filen kunde inte sparas.',
  empty: {
    vehicle: 'Läs in fordon från en fil',
    idToken: 'Läs in taggar från en fil',
    booking: 'Läs in bokningar från en fil',
    text: 'Släpp en CSV-fil här eller välj en. Du ser vad som händer med varje rad innan något skrivs. Komma, semikolon eller tabb, svenska eller engelska rubriker; mallen visar dem.',
  },
  known: {
    vehicle:
      'Fordon känns igen på registreringsnumret: ett som redan finns ändras, det blir inte två. Tomma celler ändrar ingenting.',
    idToken:
      'Taggar känns igen på sin text: en som redan finns ändras, det blir inte två. Tomma celler ändrar ingenting.',
    booking:
      'Bokningar känns igen på sin referens, eller på vem som kommer var och när: ingen görs två gånger. Utan laddare väntar de bland de oplacerade.',
  },
  drop: 'Släpp filen för att titta på den',
  reading: 'Tittar på {{name}}…',
  fault: {
    empty:
      'Det finns inga rader i {{name}}. Första raden ska ha kolumnernas namn, och rader ska följa.',
    tooManyRows: 'Det finns {{rows}} rader i {{name}}. Högst {{most}} tas på en gång: dela filen.',
    tooLarge: '{{name}} är för stor. Dela filen eller ta bort kolumner som inte behövs.',
    tooManyColumns:
      'Det finns {{columns}} kolumner i {{name}}, fler än {{most}}. Är det en CSV-fil?',
    badQuote:
      'I raden på rad {{line}} i {{name}} står ett citattecken fel: det avslutas inte, eller något följer efter det. Rätta det i filen.',
    unmapped: 'Ingen kolumn verkar innehålla: {{fields}}. Välj vilken som gör det.',
    unreadable: '{{name}} kunde inte läsas från disken.',
  },
  columns: {
    title: 'Kolumner',
    found: '{{found}} av {{all}} läses',
    none: 'Finns inte i filen',
    example: 't.ex. {{text}}',
    required: 'krävs',
  },
  field: {
    vehicle: {
      plate: 'Registreringsnummer',
      name: 'Namn',
      customerId: 'Kund',
      batteryWh: 'Batteri',
      maxAcW: 'Högsta AC',
      maxDcW: 'Högsta DC',
      acPhases: 'Faser',
      standards: 'Kontakter',
      departsAt: 'Klar till',
      costCentre: 'Kostnadsställe',
      note: 'Anteckning',
    },
    idToken: {
      idToken: 'Tagg',
      label: 'Vems den är',
      status: 'Status',
      parentIdToken: 'Grupp',
      expiresAt: 'Sista dag',
      vehicleId: 'Fordon',
      customerId: 'Kund',
    },
    booking: {
      reference: 'Referens',
      plate: 'Registreringsnummer',
      station: 'Laddare',
      connectorId: 'Uttag',
      arrivesAt: 'Ankomst',
      departsAt: 'Avfärd',
      latestDepartsAt: 'Senaste avfärd',
      energyWh: 'Energi',
      customerId: 'Kund',
      idToken: 'Tagg',
      priority: 'Prioritet',
      note: 'Anteckning',
    },
  },
  filter: { label: 'Vilka rader som visas', all: 'Alla {{number}}' },
  fate: { create: 'Ny', change: 'Ändras', same: 'Finns redan', refused: 'Avvisad' },
  fateCount: {
    create: 'Nya {{number}}',
    change: 'Ändras {{number}}',
    same: 'Finns redan {{number}}',
    refused: 'Avvisade {{number}}',
  },
  table: {
    label: 'Filens rader',
    line: 'Rad',
    fate: 'Vad som händer',
    subject: 'Vilken',
    why: 'Varför',
    noRows: 'Inga sådana rader',
  },
  changes: 'Ändrar: {{fields}}',
  row: {
    title: 'Rad {{line}}',
    why: 'Varför den avvisas',
    notes: 'Att veta',
    changes: 'Vad som ändras',
  },
  problem: {
    missing: '{{field}} saknas.',
    notANumber: '{{field}}: ”{{value}}” är inget tal. Skriv det som 7,4 eller 7.4.',
    outOfRangeLeast: '{{field}}: ”{{value}}” är för litet, minst {{bound}}.',
    outOfRangeMost: '{{field}}: ”{{value}}” är för mycket, högst {{bound}}.',
    tooLong: '{{field}}: högst {{most}} tecken.',
    notATime: '{{field}}: ”{{value}}” är ingen tid. Skriv den som {{example}}.',
    skippedTime:
      '{{field}}: klockan {{value}} finns inte, klockorna ställs fram förbi den. Ange en tid före eller efter.',
    notAChoice: '{{field}}: ”{{value}}” är inget av {{choices}}.',
    unknown: '{{field}}: ”{{value}}” finns inte här. Lägg till den först eller rätta stavningen.',
    ambiguous: '{{field}}: flera heter ”{{value}}”. Ange numret eller id:t i stället.',
    duplicate: 'Samma som rad {{otherLine}}. Ta bort den ena.',
    tooManyCells:
      '{{cells}} celler men bara {{columns}} kolumner. Står det ett skiljetecken i en text utan citattecken?',
    cancelledSince:
      'Den har lästs in förut och avbokats sedan dess. Ge den en annan referens för att boka igen.',
    noSuchConnector: 'Laddaren har inget uttag {{connector}}. Rätta numret.',
    bookingOtherLine: '{{reason}} Det är rad {{otherLine}} i den här filen.',
  },
  note: {
    repeatedTime: '{{field}}: {{value}} kommer två gånger den natten; den första gäller.',
    differsHere:
      'Den finns redan här men med andra uppgifter; det som finns här gäller. Med en referens kan filen ändra den.',
  },
  apply: {
    none: 'Inget att läsa in',
    act_one: 'Läs in {{number}} rad',
    act_other: 'Läs in {{number}} rader',
    progress: '{{done}} av {{total}} rader',
    label: 'Hur långt inläsningen har kommit',
    stop: 'Stoppa',
    stopping: 'Stoppar…',
    said_one: 'Läste in {{number}} rad',
    said_other: 'Läste in {{number}} rader',
  },
  outcome: {
    done: '{{created}} nya, {{changed}} ändrade, {{same}} fanns redan.',
    refused_one: '{{number}} rad avvisades.',
    refused_other: '{{number}} rader avvisades.',
    stopped: 'Stoppad: {{left}} rader hanns inte med. Läs in samma fil igen för att ta resten.',
    saveRefused_one: 'Spara den avvisade raden',
    saveRefused_other: 'Spara de {{number}} avvisade raderna',
    refusedName: '{{name}}-avvisade',
    savedRefused: 'Sparade de avvisade raderna',
    headLine: 'rad',
    headReason: 'orsak',
  },
}
