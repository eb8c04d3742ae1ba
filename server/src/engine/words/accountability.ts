import { type WordList, wordList } from './word-list.ts'

/** Words by which a statement can be checked: a goal, a number, a review, a quantity. */
export const measures: WordList = wordList([
  ...[
    'goal*',
    'objective*',
    'target*',
    'bonus*',
    'kpi*',
    'okr*',
    'quota',
    'scorecard*',
    'appraisal*',
    'compensation',
    'salary',
  ],
  ...['performance', 'metric*', 'measured', 'annual review', 'yearly review', 'rating*', 'gate*', 'baseline'],
  ...['per', 'rate', 'rates', 'share', 'number of', 'percent', 'cost', 'costs', 'revenue', 'margin'],
  ...['accuracy', 'errors', 'backlog', 'turnaround', 'throughput', 'savings', 'usage'],
])
