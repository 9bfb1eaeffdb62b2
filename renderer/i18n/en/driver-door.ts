/** Words of how the driver's page is laid open. */
export const words = {
  title: 'How it stands',
  state: { closed: 'Closed', open: 'Open', failed: 'Could not be opened' },
  closedMore:
    'Nobody can reach the page: nothing listens for phones. It stays so until you open it here.',
  openMore: 'Drivers reach the page at this address. Print it on signs, or let them scan it.',
  failedMore: 'Nobody can reach the page just now.',
  todo: 'What to do',
  address: 'Address of the page',
  otherAddresses: 'Other addresses of this computer',
  scan: 'The page, to be scanned',
  facts: {
    exposure: 'Who can reach it',
    listensAt: 'Listens at',
    certUntil: 'Certificate ends',
    watched: 'Phones that follow it now',
    turnedAway: 'Requests turned away',
    turnedAwayHint: 'Too many in too short a time, since it was opened',
  },
  certSoon:
    'The certificate ends in {{left}}. Put a new one in its place before {{when}}: from then on phones refuse the page.',
  certOver: 'The certificate has ended. Phones refuse the page until there is a new one.',
  certToday: 'less than a day',
  certDays_one: '{{count}} day',
  certDays_other: '{{count}} days',
  lanWarning:
    'Not encrypted: whoever listens on this network can read plates and phone numbers. Paying is safe nevertheless: that page is Stripe’s own, over https.',
  again: 'Try again',
  change: 'Change…',
  close: 'Close the page…',
  closeTitle: 'Close the driver’s page?',
  closeAct: 'Close the page',
  closeBody:
    'From now on no phone reaches it: not those who want to book, and not those who have. Bookings stay, and what was paid stays paid; drivers can neither see nor change them until it is open again. Links and signs stay right.',
  said: {
    opened: 'Opened the driver’s page',
    failed: 'The driver’s page could not be opened',
    closed: 'Closed the driver’s page',
  },
  fault: {
    portTaken: 'Another program listens on port {{port}}.',
    noSuchAddress: 'This computer doesn’t have the address it is to listen on.',
    certUnreadable: 'The file of the certificate can’t be read.',
    keyUnreadable: 'The file of the private key can’t be read.',
    certBad: 'What is in the file of the certificate is none.',
    keyBad: 'What is in the file of the private key is none.',
    keyOfAnother: 'The private key belongs to another certificate.',
    certExpired: 'The certificate has ended.',
    noPublicUrl: 'No public address is given.',
    noProxy: 'No proxy is named.',
  },
  help: {
    portTaken:
      'Choose another port, or end the other program. Signs with the old port have to be printed anew.',
    noSuchAddress: 'Start Laddplan with another --host, or with none.',
    certUnreadable: 'Look at the path, and let the user that runs Laddplan read the file.',
    keyUnreadable: 'Look at the path, and let the user that runs Laddplan read the file.',
    certBad:
      'Give a PEM file with the certificate first and its chain after it, such as fullchain.pem.',
    keyBad: 'Give a PEM file with the private key and without a passphrase, such as privkey.pem.',
    keyOfAnother: 'Give both files of the same certificate.',
    certExpired: 'Renew it, put the new one in its place, and try again.',
    noPublicUrl: 'Fill in the address that drivers are to use.',
    noProxy: 'Fill in the address from which the proxy calls.',
  },
  exposure: {
    off: { name: 'Nobody' },
    lan: {
      name: 'Only on this network',
      when: 'To try it out, or where drivers are on the site’s own Wi-Fi.',
      note: 'Nothing else is needed. It is not encrypted; payment pages are Stripe’s own, over https.',
    },
    proxy: {
      name: 'Behind a reverse proxy with TLS',
      when: 'Where Caddy, nginx or the like runs already, or may: the usual way to the internet.',
      note: 'The proxy has the certificate and the public address. What it needs is shown, to be copied.',
    },
    tls: {
      name: 'Built-in TLS with a certificate',
      when: 'Where this computer is reached from outside by a name of its own.',
      note: 'You have the certificate and its key as files, and see to it that they are renewed.',
    },
  },
  wizard: {
    title: 'Lay it open',
    lead: 'The page is off until a person has said here how phones reach it. Each step can be gone back from; nothing is open before the last.',
    steps: { choose: 'Choose', fill: 'Fill in', check: 'Check', open: 'Open' },
    step: 'Step {{at}} of {{of}}: {{name}}',
    choose: 'Who can reach it?',
    back: 'Back',
    next: 'Next',
    leave: 'Leave as it is',
    open: 'Open the page',
    reopen: 'Open it so',
    wrong: 'Something is missing or wrong above.',
    opening: 'What was typed is kept, whether or not the page can be opened so.',
  },
  field: {
    slug: 'Word in the address',
    slugHint: 'Stands in the address and on signs: {{url}}',
    slugBad: 'Give 1 to 40 small letters, digits and hyphens, such as north-garage.',
    slugTaken: 'That word is one of the page’s own. Choose another.',
    port: 'Port',
    portHint:
      'On which this computer listens. Signs have it in them where no public address is given.',
    portBad: 'Give a whole number from 0 to 65535.',
    portFree: '0 takes another port at each start: signs would be wrong after it.',
    publicUrl: 'Public address',
    publicUrlHint: 'As drivers type it: https, and no path',
    publicUrlBad:
      'Give the address with https and without a path, such as https://charge.example.com.',
    publicUrlNeeded:
      'Give the address that drivers are to use, such as https://charge.example.com.',
    trustedProxies: 'Addresses of the proxy',
    trustedProxiesHint:
      'One a line: from where the proxy calls, such as 127.0.0.1 where it runs on this computer. Only these are believed whom they serve.',
    trustedProxiesBad:
      '“{{line}}” is no IP address such as 192.168.1.10, and no network such as 10.0.0.0/24.',
    trustedProxiesNeeded: 'Give the address from which the proxy calls.',
    trustedProxiesMany: 'Give at most {{most}}.',
    certFile: 'Certificate and its chain',
    certFileHint: 'A PEM file on this computer, such as /etc/letsencrypt/live/…/fullchain.pem',
    certFileNeeded: 'Give the path of the certificate.',
    keyFile: 'Private key',
    keyFileHint:
      'A PEM file on this computer, such as …/privkey.pem. It is read here and shown nowhere.',
    keyFileNeeded: 'Give the path of the private key.',
    tooLong: 'That is too long.',
  },
  example: {
    title: 'What the proxy needs',
    which: 'Proxy',
    lead: 'With the values above. Reload the proxy when it is in its place.',
    copyCaddy: 'Caddyfile',
    copyNginx: 'Server of nginx',
    incomplete: 'Fill in the public address first: the example is made with it.',
  },
  check: {
    willBe: 'Drivers will reach it at',
    lan: {
      phones: 'Phones have to be on this network. From outside nobody gets in.',
      plain: 'It is not encrypted. Payment pages are Stripe’s own, over https.',
      fixed:
        'This computer keeps its address: let the router always give it the same one, or signs go wrong.',
    },
    proxy: {
      set: 'The proxy is set up as shown, with a certificate that phones trust.',
      name: 'The name leads to the proxy, from outside too.',
      alone:
        'Nobody but the proxy reaches port {{port}} of this computer: let the firewall see to that.',
    },
    tls: {
      name: 'The name leads to this computer, from outside too, and the certificate is for that name.',
      port: 'The firewall and the router let port {{port}} in.',
      renew: 'Somebody renews the certificate in time. You are warned here 14 days before it ends.',
    },
    visible:
      'Drivers see which connectors are free, prices in words and the house rules; each sees their own booking by a link that nobody can guess. No plate and no name is shown to anybody else.',
    rules: 'What may be booked and how it is paid is said in the',
    rulesLink: 'house rules',
  },
}
