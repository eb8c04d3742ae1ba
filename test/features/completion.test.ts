import { type CompletionCase, itOffers } from '../support/completion.ts'

const cases: readonly CompletionCase[] = [
  {
    name: 'whole pilots in an empty file, then its keys, the required ones first',
    yaml: '|',
    offers: [
      'pilot',
      'pilot five stages',
      'pilot ninety days',
      'apiVersion',
      'name',
      'title',
      'stage',
      'useCase',
    ],
    accept: [
      'pilot',
      'apiVersion: pilot-as-code/v1\nname: demand\ntitle: TODO what it does and for whom\nstage: criteria\n',
    ],
  },
  { name: 'whole pilots below comments', yaml: '# Ours.\n\npil|\n', offers: ['pilot'] },
  {
    name: 'no whole pilot beside a key',
    yaml: 'name: demand\n|',
    offers: ['apiVersion', 'title', 'stage'],
    never: ['pilot', 'name'],
  },
  {
    name: 'nothing twice, whether above or below',
    yaml: 'owners:\n  operator: { name: A }\n  |\n  it: { name: B }\n',
    offers: ['sponsor', 'production', 'delivery'],
    never: ['operator', 'it'],
  },
  {
    name: 'a block as a fix inserts it',
    yaml: 'stage: ownership\nowners:\n  op|\n',
    offers: ['sponsor', 'operator'],
    accept: [
      'operator',
      'stage: ownership\nowners:\n  operator:\n    name: TODO full name\n    title: TODO position\n    team: TODO team whose work changes\n    since: 2026-06-01 # TODO yours\n    accountability: TODO their goal with its number and year\n',
    ],
  },
  {
    name: 'a block below its key, from behind the colon',
    yaml: 'owners: |',
    offers: ['sponsor'],
    accept: ['it', 'owners:\n  it:\n    name: TODO full name\n    since: 2026-06-01 # TODO yours'],
  },
  {
    name: 'keys in the quotes that the author began',
    yaml: '{ "name": "a", "sta|" }\n',
    offers: ['apiVersion', 'title', 'stage'],
    accept: ['title', '{ "name": "a", "title":  }\n'],
  },
  {
    name: 'keys on a line that holds nothing but a quote, whatever stands below',
    yaml: 'name: a\n"|\nsummary: "x"\n',
    offers: ['apiVersion', 'title', 'stage'],
    never: ['name', 'summary'],
    accept: ['title', 'name: a\n"title": \nsummary: "x"\n'],
  },
  { name: 'keys in a quote in the first line', yaml: '"|\r\nname: a\r\n', offers: ['apiVersion'] },
  {
    name: 'keys in a quote in a block and in an item',
    yaml: "owners:\n  'i|\n\n  # ours\n  operator: { name: B }\n",
    offers: ['sponsor'],
    never: ['operator'],
  },
  {
    name: 'keys in a quote behind a dash',
    yaml: 'criteria:\n  success:\n    - "|\n      unit: h\n',
    offers: ['metric'],
    never: ['unit'],
  },
  { name: 'no keys in a text of several lines', yaml: 'summary:\n  "|\n  goes on"\n', offers: [] },
  {
    name: 'blocks in them',
    yaml: "owners:\n  'it|'\n",
    offers: ['sponsor'],
    accept: ['it', "owners:\n  'it':\n    name: TODO full name\n    since: 2026-06-01 # TODO yours\n"],
  },
  {
    name: 'another key in them',
    yaml: '"sta|": data\n',
    offers: ['apiVersion'],
    accept: ['title', '"title": data\n'],
  },
  {
    name: 'a block below a comment behind its colon',
    yaml: 'owners: | # agreed, for $5 {a}\n',
    offers: ['sponsor'],
    accept: [
      'it',
      'owners: # agreed, for $5 {a}\n  it:\n    name: TODO full name\n    since: 2026-06-01 # TODO yours\n',
    ],
  },
  {
    name: 'a block with the comment that stands behind its key or dash',
    yaml: 'gates:\n  - |  # the first\r\n',
    offers: ['gate'],
    accept: ['gate', 'gates:\n  - stage: criteria  # the first\r\n    due: 2026-07-01 # TODO yours\r\n'],
  },
  {
    name: 'a word with nothing below it before a comment',
    yaml: 'stage: | # now\n',
    offers: ['criteria'],
    accept: ['data', 'stage: data # now\n'],
  },
  {
    name: 'a block at the indentation of its neighbours',
    yaml: 'owners: |\n    it: { name: B }\n',
    offers: ['sponsor'],
    accept: [
      'champion',
      'owners:\n    champion:\n        name: TODO first and last name of the champion\n    it: { name: B }\n',
    ],
  },
  {
    name: 'no block below a colon that was just typed',
    yaml: 'owners:|',
    offers: [],
    options: { trigger: ':' },
  },
  { name: 'no keys while a line is indented', yaml: 'owners:\n |', offers: [], options: { trigger: ' ' } },
  {
    name: 'the keys of an item behind its dash, and the whole item',
    yaml: 'gates:\n  - |',
    offers: ['gate', 'gate held', 'stage', 'due'],
    accept: ['gate', 'gates:\n  - stage: criteria\n    due: 2026-07-01 # TODO yours'],
  },
  {
    name: 'the whole item by a word that none of its keys is',
    yaml: 'integration:\n  systems:\n    - |\n',
    offers: ['connection', 'system'],
  },
  {
    name: 'only keys where the item has begun',
    yaml: 'gates:\n  - stage: data\n    |',
    offers: ['due', 'held', 'decision'],
    never: ['gate', 'stage'],
  },
  {
    name: 'a key behind a dash that has keys below',
    yaml: 'gates:\n  - |\n    due: 2026-01-01\n',
    offers: ['stage', 'held'],
    never: ['due', 'gate'],
  },
  {
    name: 'the next item without its dash',
    yaml: 'gates:\n  - stage: data\n  |',
    offers: ['- gate', '- gate held'],
    accept: ['- gate', 'gates:\n  - stage: data\n  - stage: criteria\n    due: 2026-07-01 # TODO yours'],
  },
  {
    name: 'common criteria',
    yaml: 'criteria:\n  success:\n    |',
    offers: ['- criterion', '- criterion: processing time'],
  },
  { name: 'the first item from behind the colon', yaml: 'gates: |', offers: ['gate', 'gate held'] },
  {
    name: 'keys in braces on one line',
    yaml: 'next: { what: x, | }',
    offers: ['by'],
    accept: ['by', 'next: { what: x, by:  }'],
  },
  {
    name: 'a block in braces',
    yaml: 'owners: { | }',
    offers: ['sponsor'],
    accept: [
      'production',
      'owners: { production: { team: TODO team that runs it afterwards, since: 2026-06-01 # TODO yours\n   } }',
    ],
  },
  {
    name: 'only the key where its value stands',
    yaml: 'own|er: { it: { name: A } }\n',
    offers: ['apiVersion'],
    accept: ['owners', 'owners: { it: { name: A } }\n'],
  },
  {
    name: 'the file by its braces',
    yaml: '{ name: a, | }',
    offers: ['apiVersion', 'title'],
    never: ['name', 'pilot'],
  },
  { name: 'a line that breaks the file', yaml: 'owners: [\nstage: da|\nx: }\n', offers: ['criteria'] },
  {
    name: 'a byte order mark and line breaks of Windows',
    yaml: '\uFEFFname: a\r\nowners:\r\n  |\r\n',
    offers: ['sponsor'],
    accept: [
      'it',
      '\uFEFFname: a\r\nowners:\r\n  it:\r\n    name: TODO full name\r\n    since: 2026-06-01 # TODO yours\r\n',
    ],
  },
  {
    name: 'characters of two units',
    yaml: 'title: 🚀\nowners: { it: { name: 🚀, ti| } }\n',
    offers: ['title'],
    accept: ['title', 'title: 🚀\nowners: { it: { name: 🚀, title:  } }\n'],
  },
  {
    name: 'blanks for a tab',
    yaml: 'owners:\n  it:\n    name: A\n\t\tti|\n',
    offers: ['title'],
    accept: ['title', 'owners:\n  it:\n    name: A\n    title: \n'],
  },
]

describe('completion of keys', () => itOffers(cases))
