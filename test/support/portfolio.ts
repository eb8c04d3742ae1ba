import type { Analysis } from '../../server/src/engine/analyze.ts'
import { recommended } from '../../server/src/engine/config/settings.ts'
import {
  atOnce,
  type PortfolioAnalysis,
  type PortfolioCircumstances,
} from '../../server/src/engine/portfolio/analyze-portfolio.ts'
import { extract, type Places } from '../../server/src/engine/portfolio/facts.ts'
import { Neighbours } from '../../server/src/engine/portfolio/neighbours.ts'
import type { Member } from '../../server/src/engine/portfolio/portfolio.ts'
import { portfolioRules } from '../../server/src/engine/rules/all.generated.ts'
import { PilotFile } from '../../server/src/lsp/pilot-file.ts'
import type { Judged } from '../../server/src/lsp/portfolio.ts'
import { analysisOf, complete, TODAY } from './check.ts'

export interface TestMember extends Member {
  readonly analysis: Analysis
  readonly places: Places
}

/** The members of a portfolio of fragments by their names. */
export function membersOf(pilots: Readonly<Record<string, string>>): readonly TestMember[] {
  return Object.entries(pilots).map(([name, yaml]) => {
    const analysis = analysisOf(complete(yaml, name), { rules: [] })
    return { file: `pilots/${name}.pilot.yaml`, analysis, ...extract(analysis.pilot, analysis.syntax) }
  })
}

/** A pilot of the workspace as the server has it; without a version, as it stands on disk. */
export function memberOf(file: string, text: string, version: number | null = 1): Judged {
  const content = { kind: 'text', text: complete(text) } as const
  const source = new PilotFile(`file:///work/${file}.pilot.yaml`, version, content)
  const circumstances = { today: TODAY, settings: recommended, rules: [] }
  return { file: source.uri, source, circumstances, analysis: source.analysis(circumstances, {}) }
}

/** What all rules over the portfolio find, or those that are given. */
export function portfolioAnalysis(
  members: readonly Member[],
  circumstances: Partial<PortfolioCircumstances> = {},
): PortfolioAnalysis {
  const usual = { today: TODAY, settings: recommended, rules: portfolioRules }
  const neighbours = new Neighbours(members, { ...usual, ...circumstances })
  atOnce(neighbours.ask())
  return neighbours.analysis()
}

/** The findings as lines `file rule severity`. */
export function told({ findings }: PortfolioAnalysis): readonly string[] {
  return Array.from(findings).flatMap(([file, found]) =>
    found.map(({ rule, severity }) => `${file.replace(/^pilots\/|\.pilot\.yaml$/g, '')} ${rule} ${severity}`),
  )
}
