/** The nouns of positions: `Plant Manager`, `Head of Sales`. */
export const positionWords: ReadonlySet<string> = new Set([
  ...[
    'analyst',
    'chair',
    'chief',
    'coordinator',
    'deputies',
    'deputy',
    'director',
    'executive',
    'foreman',
    'head',
    'lead',
  ],
  ...[
    'leader',
    'manager',
    'officer',
    'operator',
    'owner',
    'planner',
    'president',
    'sponsor',
    'supervisor',
    'vp',
    'svp',
    'evp',
  ],
  ...[
    'accountant',
    'adjuster',
    'administrator',
    'adviser',
    'advisor',
    'agent',
    'architect',
    'auditor',
    'buyer',
  ],
  ...['clerk', 'colleague', 'consultant', 'contractor', 'controller', 'developer', 'dispatcher', 'employee'],
  ...[
    'engineer',
    'handler',
    'nurse',
    'partner',
    'representative',
    'scheduler',
    'scientist',
    'specialist',
    'stakeholder',
  ],
  ...['superintendent', 'technician', 'underwriter', 'user'],
  ...['chef', 'coach', 'editor', 'headmaster', 'headteacher', 'librarian'],
  ...['pharmacist', 'principal', 'secretary', 'teacher'],
  ...['leiter', 'leiterin', 'bürgermeister', 'bürgermeisterin'],
  ...['ceo', 'cdo', 'cfo', 'chro', 'cio', 'ciso', 'cmo', 'coo', 'cpo', 'cto'],
])

/** What stands in front of a position. */
export const positionRanks: ReadonlySet<string> = new Set([
  ...[
    'acting',
    'assistant',
    'associate',
    'deputy',
    'external',
    'general',
    'interim',
    'internal',
    'junior',
    'managing',
    'senior',
    'vice',
  ],
])

/** Where a position is held. Without a position beside them they are names as well: `Ward`, `Line`, `Branch`. */
export const positionPlaces: ReadonlySet<string> = new Set([
  ...[
    'account',
    'area',
    'branch',
    'brand',
    'case',
    'category',
    'charge',
    'clinic',
    'day',
    'depot',
    'district',
  ],
  ...[
    'duty',
    'floor',
    'hospital',
    'hotel',
    'key',
    'kitchen',
    'late',
    'line',
    'night',
    'restaurant',
    'school',
  ],
  ...['shift', 'shop', 'site', 'store', 'ward'],
  ...['farm', 'fire', 'library', 'pharmacy', 'police', 'sous'],
  // Trades that are family names as well.
  ...['baker', 'brewer', 'farmer', 'cook', 'gardener'],
])

/** How German words for positions end: `Amtsleiterin`, `Küchenchef`. */
export const POSITION_ENDING: RegExp =
  /^\p{L}{3,}(?:(?:leiter|führer|chef|arbeiter|bearbeiter|koordinator|direktor|manager)(?:in)?|arzt|ärztin|beauftragter?)$/u

/** Regions that follow a position: what stands behind `Head of Sales` is one of them, or a name. */
export const regionWords: ReadonlySet<string> = new Set([
  ...['africa', 'america', 'americas', 'apac', 'asia', 'australia', 'benelux', 'central', 'dach', 'east'],
  ...[
    'eastern',
    'emea',
    'europe',
    'european',
    'france',
    'germany',
    'india',
    'international',
    'latin',
    'middle',
  ],
  ...['new', 'nordics', 'north', 'northern', 'pacific', 'south', 'southern', 'uk', 'us', 'usa', 'west'],
  ...['western', 'worldwide'],
])

/** Words that join the others and name nothing. */
export const joiningWords: ReadonlySet<string> = new Set(['all', 'and', 'for', 'in', 'of', 'our', 'the'])

/** What stands behind the comma of one person's name. */
export const nameEndings: ReadonlySet<string> = new Set([
  ...[
    'phd',
    'dphil',
    'md',
    'mba',
    'msc',
    'bsc',
    'ma',
    'ba',
    'rn',
    'cpa',
    'pe',
    'pmp',
    'esq',
    'jr',
    'sr',
    'ii',
    'iii',
    'iv',
  ],
  ...['inc', 'llc', 'ltd', 'gmbh', 'ag', 'plc', 'corp'],
])

/** What stands in front of a name. */
export const nameTitles: ReadonlySet<string> = new Set([
  'dr',
  'prof',
  'professor',
  'mr',
  'mrs',
  'ms',
  'mx',
  'sir',
  'dame',
])

/** Words that hold the place of a name. */
export const vacantWords: ReadonlySet<string> = new Set([
  ...[
    'anyone',
    'everybody',
    'everyone',
    'multiple',
    'n/a',
    'na',
    'nobody',
    'no one',
    'none',
    'open',
    'hiring',
  ],
  ...['pending', 'somebody', 'someone', 'unassigned', 'undecided', 'unfilled', 'unknown', 'unspecified'],
  ...['unstaffed', 'vacancy', 'vacant', 'various', 'new hire', 'open position', 'to follow', 'to hire'],
  ...['n.n.', 'n. n.', 'nn', 'vakant', 'unbesetzt', 'offen', 'noch offen', 'à définir', 'à recruter'],
  ...[
    'folgt',
    'noch zu benennen',
    'wird noch benannt',
    'por definir',
    'por designar',
    'por confirmar',
    'pendiente',
  ],
])
