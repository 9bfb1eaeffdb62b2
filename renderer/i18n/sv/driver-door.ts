import type { words as en } from '../en/driver-door.ts'
import type { SameWords } from '../same-words.ts'

/** Hur förarens sida öppnas. */
export const words: SameWords<typeof en> = {
  title: 'Så här är det nu',
  state: { closed: 'Stängd', open: 'Öppen', failed: 'Kunde inte öppnas' },
  closedMore:
    'Ingen når sidan: ingenting lyssnar efter telefoner. Så förblir det tills du öppnar den här.',
  openMore: 'Förare når sidan på den här adressen. Sätt den på skyltar eller låt dem skanna den.',
  failedMore: 'Ingen når sidan just nu.',
  todo: 'Gör så här',
  address: 'Sidans adress',
  otherAddresses: 'Datorns andra adresser',
  scan: 'Sidan, att skanna',
  facts: {
    exposure: 'Vilka som når den',
    listensAt: 'Lyssnar på',
    certUntil: 'Certifikatet går ut',
    watched: 'Telefoner som följer den nu',
    turnedAway: 'Avvisade anrop',
    turnedAwayHint: 'För många på för kort tid, sedan den öppnades',
  },
  certSoon:
    'Certifikatet går ut om {{left}}. Lägg ett nytt på dess plats före {{when}}: därefter vägrar telefoner visa sidan.',
  certOver: 'Certifikatet har gått ut. Telefoner vägrar visa sidan tills det finns ett nytt.',
  certToday: 'mindre än ett dygn',
  certDays_one: '{{count}} dag',
  certDays_other: '{{count}} dagar',
  lanWarning:
    'Inte krypterat: den som avlyssnar nätverket kan läsa registreringsnummer och telefonnummer. Att betala är ändå säkert: den sidan är Stripes egen, över https.',
  again: 'Försök igen',
  change: 'Ändra…',
  close: 'Stäng sidan…',
  closeTitle: 'Stänga förarens sida?',
  closeAct: 'Stäng sidan',
  closeBody:
    'Från och med nu når ingen telefon den: varken de som vill boka eller de som har bokat. Bokningar finns kvar, och det som är betalt förblir betalt; förare kan varken se eller ändra dem förrän den öppnas igen. Länkar och skyltar stämmer fortfarande.',
  said: {
    opened: 'Öppnade förarens sida',
    failed: 'Förarens sida kunde inte öppnas',
    closed: 'Stängde förarens sida',
  },
  fault: {
    portTaken: 'Ett annat program lyssnar på port {{port}}.',
    noSuchAddress: 'Datorn har inte den adress som den ska lyssna på.',
    certUnreadable: 'Certifikatets fil går inte att läsa.',
    keyUnreadable: 'Den privata nyckelns fil går inte att läsa.',
    certBad: 'Det som står i certifikatets fil är inget certifikat.',
    keyBad: 'Det som står i nyckelns fil är ingen privat nyckel.',
    keyOfAnother: 'Den privata nyckeln hör till ett annat certifikat.',
    certExpired: 'Certifikatet har gått ut.',
    noPublicUrl: 'Ingen publik adress är angiven.',
    noProxy: 'Ingen proxy är angiven.',
  },
  help: {
    portTaken:
      'Välj en annan port eller avsluta det andra programmet. Skyltar med den gamla porten måste skrivas ut på nytt.',
    noSuchAddress: 'Starta Laddplan med ett annat --host, eller utan.',
    certUnreadable: 'Se över sökvägen, och låt användaren som kör Laddplan läsa filen.',
    keyUnreadable: 'Se över sökvägen, och låt användaren som kör Laddplan läsa filen.',
    certBad:
      'Ange en PEM-fil med certifikatet först och sedan dess kedja, till exempel fullchain.pem.',
    keyBad: 'Ange en PEM-fil med den privata nyckeln, utan lösenfras, till exempel privkey.pem.',
    keyOfAnother: 'Ange båda filerna till samma certifikat.',
    certExpired: 'Förnya det, lägg det nya på dess plats och försök igen.',
    noPublicUrl: 'Fyll i adressen som förare ska använda.',
    noProxy: 'Fyll i adressen som proxyn anropar från.',
  },
  exposure: {
    off: { name: 'Ingen' },
    lan: {
      name: 'Bara i det här nätverket',
      when: 'För att prova, eller där förarna är på anläggningens eget wifi.',
      note: 'Inget mer behövs. Det är inte krypterat; betalsidorna är Stripes egna, över https.',
    },
    proxy: {
      name: 'Bakom en omvänd proxy med TLS',
      when: 'Där Caddy, nginx eller liknande redan finns, eller kan finnas: det vanliga sättet ut på internet.',
      note: 'Proxyn har certifikatet och den publika adressen. Vad den behöver visas, att kopiera.',
    },
    tls: {
      name: 'Inbyggd TLS med ett certifikat',
      when: 'Där den här datorn nås utifrån under ett eget namn.',
      note: 'Du har certifikatet och dess nyckel som filer, och ser till att de förnyas.',
    },
  },
  wizard: {
    title: 'Öppna den',
    lead: 'Sidan är avstängd tills någon har sagt här hur telefoner når den. Från varje steg går det att backa; inget är öppet före det sista.',
    steps: { choose: 'Välj', fill: 'Fyll i', check: 'Kontrollera', open: 'Öppna' },
    step: 'Steg {{at}} av {{of}}: {{name}}',
    choose: 'Vilka når den?',
    back: 'Tillbaka',
    next: 'Nästa',
    leave: 'Låt det vara',
    open: 'Öppna sidan',
    reopen: 'Öppna den så',
    wrong: 'Något ovanför saknas eller är fel.',
    opening: 'Det som fyllts i sparas, vare sig sidan går att öppna så eller inte.',
  },
  field: {
    slug: 'Ord i adressen',
    slugHint: 'Står i adressen och på skyltar: {{url}}',
    slugBad: 'Ange 1 till 40 små bokstäver, siffror och bindestreck, till exempel norra-garaget.',
    slugTaken: 'Det ordet använder sidan själv. Välj ett annat.',
    port: 'Port',
    portHint: 'Som datorn lyssnar på. Den står på skyltarna där ingen publik adress är angiven.',
    portBad: 'Ange ett heltal från 0 till 65535.',
    portFree: '0 tar en ny port vid varje start: därefter skulle skyltarna vara fel.',
    publicUrl: 'Publik adress',
    publicUrlHint: 'Som förare skriver den: https och ingen sökväg',
    publicUrlBad:
      'Ange adressen med https och utan sökväg, till exempel https://ladda.example.com.',
    publicUrlNeeded:
      'Ange adressen som förare ska använda, till exempel https://ladda.example.com.',
    trustedProxies: 'Proxyns adresser',
    trustedProxiesHint:
      'En per rad: varifrån proxyn anropar, till exempel 127.0.0.1 om den körs på den här datorn. Bara dessa blir trodda om vem de betjänar.',
    trustedProxiesBad:
      '”{{line}}” är varken en IP-adress som 192.168.1.10 eller ett nät som 10.0.0.0/24.',
    trustedProxiesNeeded: 'Ange adressen som proxyn anropar från.',
    trustedProxiesMany: 'Ange högst {{most}}.',
    certFile: 'Certifikatet och dess kedja',
    certFileHint:
      'En PEM-fil på den här datorn, till exempel /etc/letsencrypt/live/…/fullchain.pem',
    certFileNeeded: 'Ange certifikatets sökväg.',
    keyFile: 'Privat nyckel',
    keyFileHint:
      'En PEM-fil på den här datorn, till exempel …/privkey.pem. Den läses här och visas ingenstans.',
    keyFileNeeded: 'Ange den privata nyckelns sökväg.',
    tooLong: 'Det är för långt.',
  },
  example: {
    title: 'Vad proxyn behöver',
    which: 'Proxy',
    lead: 'Med värdena ovan. Ladda om proxyn när det är på plats.',
    copyCaddy: 'Caddyfile',
    copyNginx: 'Server i nginx',
    incomplete: 'Fyll i den publika adressen först: exemplet görs med den.',
  },
  check: {
    willBe: 'Förare kommer att nå den på',
    lan: {
      phones: 'Telefonerna måste vara i det här nätverket. Utifrån kommer ingen in.',
      plain: 'Det är inte krypterat. Betalsidorna är Stripes egna, över https.',
      fixed:
        'Datorn behåller sin adress: låt routern alltid ge den samma, annars blir skyltarna fel.',
    },
    proxy: {
      set: 'Proxyn är inställd som visat, med ett certifikat som telefoner litar på.',
      name: 'Namnet leder till proxyn, även utifrån.',
      alone:
        'Ingen annan än proxyn når port {{port}} på den här datorn: låt brandväggen se till det.',
    },
    tls: {
      name: 'Namnet leder till den här datorn, även utifrån, och certifikatet gäller för det namnet.',
      port: 'Brandväggen och routern släpper in port {{port}}.',
      renew: 'Någon förnyar certifikatet i tid. Här varnas du 14 dagar innan det går ut.',
    },
    visible:
      'Förare ser vilka uttag som är lediga, priserna i ord och husreglerna; var och en ser sin egen bokning via en länk som ingen kan gissa. Inget registreringsnummer och inget namn visas för någon annan.',
    rules: 'Vad som får bokas och hur det betalas står i',
    rulesLink: 'husreglerna',
  },
}
