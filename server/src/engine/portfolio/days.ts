import type { Analysis } from '../analyze.ts'
import { hearDay } from '../heard-day.ts'
import type { IsoDate } from '../pilot/dates.ts'
import type { PortfolioReport, PortfolioRule } from '../rules/rule.ts'
import type { PortfolioAnalysis } from './analyze-portfolio.ts'
import {
  type Around,
  askAll,
  membersOf,
  type PortfolioFile,
  unreadIn,
  whatItSays,
} from './check-portfolio.ts'
import type { Places } from './facts.ts'
import { withPortfolio } from './place.ts'

/** Adds to the analysis of a file alone what concerns all pilots on the same day. */
export type Join = (analysis: Analysis) => Analysis

/**
 * The rules over all pilots on any day, for texts that stay as they are. They are asked once for a day, however many files
 * there are; one that did not look at the date would say the same on any other, and is not asked again. Days that are named ahead are
 * asked for at once, so that no single file is charged for them.
 */
export function portfolioOnDays(
  files: readonly PortfolioFile[],
  around: Around,
  ahead: readonly IsoDate[] = [],
): (file: string) => Join | undefined {
  const members = membersOf(files)
  const byFile = new Map(members.map((member) => [member.file, member]))
  const placesOf = (file: string): Places | undefined => byFile.get(file)?.places
  const [rules, unread] = [around.rules.map(remembered), unreadIn(files, around)]
  const days = new Map<IsoDate, PortfolioAnalysis>()
  const on = (today: IsoDate): PortfolioAnalysis => {
    const known = days.get(today) ?? askAll(members, { ...around, rules, unread, today })
    days.set(today, known)
    return known
  }
  for (const day of ahead) on(day)
  return (file) => {
    const member = byFile.get(file)
    if (!member) return undefined
    const { places, circumstances } = member
    return (analysis) => {
      const { today } = analysis
      const from = { ...whatItSays(on(today), member), places, placesOf }
      return withPortfolio(analysis, from, { ...circumstances, today })
    }
  }
}

function remembered(rule: PortfolioRule): PortfolioRule {
  let known: readonly PortfolioReport[] | undefined
  return {
    ...rule,
    check(portfolio, scene) {
      if (known) return known
      const day = hearDay(scene)
      const reports = [...rule.check(portfolio, day.scene)]
      if (!day.wasAsked()) known = reports
      return reports
    },
  }
}
