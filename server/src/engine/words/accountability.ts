import { type WordList, wordList } from './word-list.ts'

/** Words by which a statement can be checked: a goal, a number, a review, a quantity. */
export const measures: WordList = {
  find: (text) => words.find(text.replace(CARRIED, ' ')),
}

/** How something is sent or said, and not how much of it there is. */
const CARRIED = /\bper (?:e-?mail|mail|phone|post|chat|teams|slack|video|se|default)\b/gi

const words: WordList = wordList([
  ...['goal*', 'objective*', 'target*', 'bonus*', 'kpi*', 'okr*', 'quota', 'scorecard*', 'appraisal*'],
  ...['compensation', 'salary', 'variable pay', 'remuneration', 'incentive*', 'commission'],
  ...['his performance', 'her performance', 'own performance', 'performance review*', 'performance plan'],
  ...['performance assessment', 'performance contract', 'delivery performance', 'on time performance'],
  ...['sales performance', 'line performance', 'service performance', 'supplier performance'],
  ...['performance evaluation', 'performance agreement', 'annual review', 'yearly review', 'year end review'],
  ...['end of year review', 'mid year review', 'metric*', 'measured', 'rating*', 'gate*', 'baseline'],
  ...['per', 'rate', 'rates', 'share', 'number of', 'percent', 'cost', 'costs', 'revenue', 'margin'],
  ...['accuracy', 'errors', 'backlog', 'turnaround', 'throughput', 'savings', 'usage', 'needle time'],
  ...['waiting time*', 'wait time*', 'handling time*', 'cycle time*', 'lead time*', 'response time*'],
  ...['length of stay', 'downtime', 'churn'],
  ...['sla', 'slas', 'service level*', 'nps', 'oee', 'p&l'],
])
