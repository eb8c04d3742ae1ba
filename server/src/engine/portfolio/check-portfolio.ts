import type { Analysis, Circumstances } from '../analyze.ts'
import type { Settings } from '../config/settings.ts'
import { pilotNameOf } from '../pilot/file-name.ts'
import { isSameList } from '../same-list.ts'
import { compareTexts } from '../text/compare.ts'
import { analyzePortfolio, type PortfolioAnalysis, type PortfolioCircumstances } from './analyze-portfolio.ts'
import { commonSettings } from './common-settings.ts'
import { type Extract, extract, type Facts, type Places } from './facts.ts'
import { Neighbours } from './neighbours.ts'
import { type FromPortfolio, withPortfolio } from './place.ts'
import type { Member } from './portfolio.ts'

/** A file with its own analysis, as one of all pilots. */
export interface PortfolioFile {
  /** What the caller knows the file by. */
  readonly file: string
  readonly analysis: Analysis
  readonly circumstances: Circumstances
  /** Where it was taken from the analysis before. */
  readonly extract?: Extract | undefined
}

/** What the rules over all pilots are given beside them. */
export type Around = Omit<PortfolioCircumstances, 'settings' | 'settingsOf'>

/** Whether the same holds around the pilots. */
export function isSameAround(a: Around, b: Around): boolean {
  if (a.today !== b.today || a.registry !== b.registry || a.rules !== b.rules) return false
  const isSame = isSameList(a.departed, b.departed) && isSameList(a.unread, b.unread)
  return a.noHistory === b.noHistory && isSame
}

/** The analyses of all files with what the rules over all pilots find in them, in the order given. */
export function checkPortfolio(files: readonly PortfolioFile[], around: Around): readonly Analysis[] {
  const members = membersOf(files)
  const portfolio = askAll(members, { ...around, unread: unreadIn(files, around) })
  const byFile = new Map(members.map((member) => [member.file, member]))
  const placesOf = (other: string): Places | undefined => byFile.get(other)?.places
  return files.map(({ file, analysis, circumstances }) => {
    const member = byFile.get(file)
    if (!member) return analysis
    const { findings, notRun, ran } = whatItSays(portfolio, member)
    return withPortfolio(analysis, { findings, notRun, ran, places: member.places, placesOf }, circumstances)
  })
}

/** What the rules over all pilots have to say about one of them. */
export function whatItSays(
  portfolio: PortfolioAnalysis,
  member: Member,
): Pick<FromPortfolio, 'findings' | 'ran' | 'notRun'> {
  const { findings, notRun, ran } = portfolio
  return { findings: findings.get(member.file) ?? [], notRun, ran: () => ran(member) }
}

/** The pilots among the files, each with what the rules over all pilots need of it. */
export function membersOf(files: readonly PortfolioFile[]): readonly (PortfolioFile & Extract & Asked)[] {
  return files.filter(isMember).map(({ file, analysis, circumstances, extract: known }) => {
    const { facts, places } = known ?? extract(analysis.pilot, analysis.syntax)
    return { file, analysis, circumstances, facts, places, settings: circumstances.settings }
  })
}

/** Whether a file is one of the pilots: a text that cannot be read says nothing about any. */
export function isMember({ analysis }: Pick<PortfolioFile, 'analysis'>): boolean {
  return analysis.readable
}

/**
 * The names of the pilots that cannot be read, in small letters: their own, where that can be told, and those of their files. Those that
 * were not to be read are among them.
 */
export function unreadIn(
  files: readonly Pick<PortfolioFile, 'file' | 'analysis'>[],
  { unread = [] }: Pick<Around, 'unread'> = {},
): readonly string[] {
  const names = files.flatMap((each) => {
    if (isMember(each)) return []
    const own = pilotNameOf(each.file)
    return [own, each.analysis.called.name ?? own].map((name) => name.toLowerCase())
  })
  return [...unread, ...names]
}

/** One of all pilots, as the rules over them are asked. */
interface Asked {
  readonly file: string
  readonly facts: Facts
  readonly settings: Settings
}

/** Asks the rules over all pilots. Options are those that hold for most; severities are those of each file. */
export function askAll(members: readonly Asked[], around: Around): PortfolioAnalysis {
  return analyzePortfolio(members, circumstancesOf(members, around))
}

/** The pilots, for who asks again when one of them has changed. */
export function neighboursOf(members: readonly Asked[], around: Around): Neighbours {
  return new Neighbours(members, circumstancesOf(members, around))
}

/** What holds for pilots among each other. */
function circumstancesOf(
  members: readonly Pick<Asked, 'file' | 'settings'>[],
  around: Around,
): PortfolioCircumstances {
  const sorted = members.toSorted((a, b) => compareTexts(a.file, b.file))
  const settings = commonSettings(sorted.map((member) => member.settings))
  const byFile = new Map(members.map((member) => [member.file, member.settings]))
  const settingsOf = (file: string): Settings => byFile.get(file) ?? settings
  return { ...around, settings, settingsOf }
}
