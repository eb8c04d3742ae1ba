import { readdirSync, readFileSync } from 'node:fs'
import { analyze } from '../../server/src/engine/analyze.ts'
import type { Board } from '../../server/src/engine/board/board.ts'
import { type BoardFile, boardOf } from '../../server/src/engine/board/board-of.ts'
import { recommended } from '../../server/src/engine/config/settings.ts'
import { checkPortfolio } from '../../server/src/engine/portfolio/check-portfolio.ts'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import type { PastState } from '../../server/src/engine/rules/rule.ts'
import { TODAY } from './check.ts'

export const BROKEN = 'name: b\ntitle: [\n'

/** A pilot with the keys that every one needs; those given replace them. */
export function pilotText(name: string, rest = 'stage: criteria'): string {
  const stage = /^stage:/m.test(rest) ? '' : 'stage: criteria\n'
  return `apiVersion: pilot-as-code/v1\nname: ${name}\ntitle: Pilot ${name}\n${stage}${rest}\n`
}

export interface BoardOptions {
  readonly today?: string
  /** Earlier states of files, by their names. */
  readonly past?: Readonly<Record<string, readonly PastState[]>>
}

/** Texts by the names of their pilots, checked with all rules. */
export function boardFiles(
  texts: Readonly<Record<string, string>>,
  { today = TODAY, past = {} }: BoardOptions = {},
): readonly BoardFile[] {
  const circumstances = {
    today,
    settings: recommended,
    rules,
    otherRules: portfolioRules.map(({ id }) => id),
  }
  const alone = Object.entries(texts).map(([name, text]) => {
    const states = past[name]
    const history = states && historyOf(states)
    const input = { text, name: `${name}.pilot.yaml`, history, noHistory: 'untrusted' as const }
    return {
      file: `pilots/${name}.pilot.yaml`,
      analysis: analyze(input, circumstances),
      circumstances,
      history,
    }
  })
  const analyses = checkPortfolio(alone, { today, rules: portfolioRules, noHistory: 'untrusted' })
  return alone.map((each, index) => {
    const noHistory = each.history ? undefined : ('untrusted' as const)
    return { ...each, analysis: analyses[index] ?? each.analysis, noHistory }
  })
}

/** The board of texts, by the names of their pilots. */
export function boardFrom(texts: Readonly<Record<string, string>>, options: BoardOptions = {}): Board {
  const scene = { asOf: options.today ?? TODAY, portfolioRules, unread: [] }
  return boardOf(boardFiles(texts, options), scene)
}

const folder = new URL('../../examples/pilots/', import.meta.url)

/** The board of the examples, on the day that they are made for. */
export function examplesBoard(): Board {
  const names = readdirSync(folder).sort()
  const texts = names.map((name) => [
    name.replace('.pilot.yaml', ''),
    readFileSync(new URL(name, folder), 'utf8'),
  ])
  return boardFrom(Object.fromEntries(texts), { today: '2026-11-20' })
}

/** Texts that would be markup, script, style or a link where nobody escapes them. */
export const hostileWords: readonly string[] = [
  '<script>alert(1)</script>',
  '</script><img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)" x="',
  "' onfocus='alert(1)' autofocus='",
  'x onclick=alert(1) ',
  '</style><style>*{display:none}</style>',
  '</svg><svg onload=alert(1)>',
  '</title></desc><foreignObject>',
  'javascript:alert(1)//',
  '--><!--',
  ']]><![CDATA[',
  '&quot;&gt;&lt;b&gt;&#60;i&#62;',
  '`${alert(1)}`',
  '\u0000\u2028\u202e\ufeff\ud800',
  '<td><tr></table><form action=//x><input>',
]

/** The board with every text that an author writes changed. */
export function rewritten(board: Board, change: (text: string) => string): Board {
  const maybe = (text: string | undefined): string | undefined => text && change(text)
  return {
    ...board,
    groups: board.groups.map(change),
    owners: board.owners.map((owner) => ({ ...owner, name: maybe(owner.name) })),
    delays: board.delays.map((each) => ({ ...each, currency: change(each.currency) })),
    trend: { notRun: change('why') },
    unread: [{ file: change('file'), problem: change('problem') }],
    pilots: board.pilots.map((pilot) => ({
      ...pilot,
      file: change(pilot.file),
      name: change(pilot.name),
      title: maybe(pilot.title),
      team: maybe(pilot.team),
      owner: maybe(pilot.owner),
      signs: pilot.signs.map(change),
      readiness: { ...pilot.readiness, gaps: pilot.readiness.gaps.map(change) },
      delay: pilot.delay && { ...pilot.delay, currency: change(pilot.delay.currency) },
      criteria: pilot.criteria.map((each) => ({
        ...each,
        metric: change(each.metric),
        unit: maybe(each.unit),
      })),
      findings: pilot.findings.map((each) => ({
        ...each,
        rule: change(each.rule),
        message: change(each.message),
      })),
    })),
  }
}
