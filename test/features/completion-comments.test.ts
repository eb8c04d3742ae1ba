import { type CompletionCase, itOffers } from '../support/completion.ts'

const cases: readonly CompletionCase[] = [
  { name: 'nothing in a comment', yaml: '# Nobody knows |', offers: [] },
  { name: 'nothing in a comment that has just begun', yaml: '# |', offers: [], options: { trigger: ' ' } },
  {
    name: 'what silences a rule',
    yaml: '# pil|\nname: a\n',
    offers: ['pilots-ignore-next-line', 'pilots-ignore-file'],
    accept: ['pilots-ignore-file', '# pilots-ignore-file \nname: a\n'],
  },
  {
    name: 'only the next line below the first key',
    yaml: 'name: a\n# pilots|\n',
    offers: ['pilots-ignore-next-line'],
    never: ['pilots-ignore-file'],
  },
  {
    name: 'the rules that report something on the next line first',
    yaml: 'stage: ownership\n# pilots-ignore-next-line own|\nowners: { operator: { name: Kim & Pete }, sponsor: { name: Dana Whitfield } }\nvalue: { statement: Things get better. }\n',
    offers: ['owners/it-missing', 'owners/operator-not-accountable'],
    accept: [
      'owners/operator-shared',
      'stage: ownership\n# pilots-ignore-next-line owners/operator-shared -- why\nowners: { operator: { name: Kim & Pete }, sponsor: { name: Dana Whitfield } }\nvalue: { statement: Things get better. }\n',
    ],
  },
  {
    name: 'the name of a rule alone where the reason stands',
    yaml: '# pilots-ignore-file | -- It is so\n',
    offers: [],
    never: ['yaml/syntax'],
    accept: ['acme/cost-centre', '# pilots-ignore-file acme/cost-centre -- It is so\n'],
  },
  {
    name: 'until when',
    yaml: '# pilots-ignore-file owners/it-late until |',
    offers: ['2026-07-01', '2026-08-30'],
  },
  { name: 'nothing in the reason', yaml: '# pilots-ignore-file owners/it-late -- It |', offers: [] },
]

describe('completion in comments', () => itOffers(cases))
