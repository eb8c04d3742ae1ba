import type { Append, Fix, Insert, PastChange, Related, Severity } from '../finding.ts'
import type { Departed, FileHistory } from '../history/history.ts'
import type { IsoDate } from '../pilot/dates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import type { SeverityByStage } from '../pilot/stages.ts'
import type { Anchor } from '../portfolio/facts.ts'
import type { Member, Portfolio } from '../portfolio/portfolio.ts'
import type { Registry, RegistryEntry } from '../portfolio/registry.ts'
import type { Suppression } from '../suppress.ts'
import type { Span } from '../text/span.ts'
import type { Entry, Syntax } from '../yaml/node.ts'

/**
 * One question about a pilot: will this keep it from reaching production? Everything about it stands in one constant;
 * its page, hover, `explain` and help are rendered from it, and its examples are its first tests.
 */
export interface RuleInfo {
  /** `group/name`, and the file that it stands in. */
  readonly id: string
  readonly from: SeverityByStage
  /** What the rule has to be given beside the pilot. Without it the rule is listed as not run. */
  readonly needs?: readonly Need[]
  /** The top-level key that it is about, where that is not the name of its group. */
  readonly about?: string
  /** Thresholds that a configuration may change, as they are without one. */
  readonly options?: Readonly<Record<string, number>>
  readonly docs: Docs
}

/** A rule that one file answers, with its history where it needs that. */
export interface Rule extends RuleInfo {
  /** Reports what any text may hold, and is silent where another finding stands at the same place. */
  readonly general?: true
  /** Looks into the history where there is one: what it does not find without need not be gone. */
  readonly recalls?: true
  /** Says once how much is absent: where it speaks, others do not ask for a block that the file lacks, or for a key to be added. */
  readonly covers?: true
  /** Says that what is written will not do, though its fix only adds to it: no other finding stands for it. */
  readonly wrong?: true
  /** What it would have added is owed on any day: it asks for the day only where something is written. */
  readonly owed?: true
  /** Asks for the day for its fix or for what is still to come: what it says of a day of the file holds on any other. */
  readonly lasting?: true
  /** Compares values that it names alone, so that what it says holds whatever else stands in the file. */
  readonly apart?: true
  /** Looks at the text, and so runs on a file that does not parse. */
  readonly broken?: true
  /** A pure function of its arguments. Yields nothing for a field that is absent or of the wrong kind, unless that is its question. */
  check(pilot: Pilot, scene: Scene): Iterable<Report>
  /** The same of one entry of the file, for a rule that looks at each by itself: at its node, and at the text of its lines. */
  checkEntry?(entry: Entry, scene: Scene): Iterable<Report>
}

/** A rule over all pilots. Its severity is that of the pilot on which it reports. */
export interface PortfolioRule extends RuleInfo {
  /** A pure function of its arguments. Yields its reports in the order of the files. */
  check(portfolio: Portfolio, scene: PortfolioScene): Iterable<PortfolioReport>
}

/** Whether a rule is one over all pilots: these and no others need the portfolio. */
export function isPortfolioRule(rule: Rule | PortfolioRule): rule is PortfolioRule {
  return rule.needs?.includes('portfolio') ?? false
}

/** Whether a rule is about suppressions: what it says depends on what the others found. */
export function isAboutSuppressions({ id }: Pick<RuleInfo, 'id'>): boolean {
  return id.startsWith('suppression/')
}

/**
 * `today`: it can turn with the date alone; `history`: Git; `portfolio`: the other pilots; `registry`: known people and systems. A
 * forecast asks a rule that needs neither of the first two once for all days.
 */
export type Need = 'today' | 'history' | 'portfolio' | 'registry'

/** What a rule sees beside the pilot. */
export interface Scene {
  readonly today: IsoDate
  readonly file: SourceFile
  /** The value of an option of the rule that runs. */
  option(name: string): number
  /** Where a pilot takes effect that does not say so itself. */
  readonly jurisdictions: readonly string[]
  /** The currency of a file that names none. */
  readonly currency: string
  /** The suppressions of the file with what they matched; empty until all other rules have run. */
  readonly suppressions: readonly Suppression[]
  /** What Git remembers of the file; a rule that needs it is not run without. */
  readonly history: FileHistory | undefined
}

/** What a rule over all pilots sees beside them. */
export interface PortfolioScene extends Pick<Scene, 'today' | 'option'> {
  /** The currency of a pilot; where its file names none, that of its configuration. */
  currencyOf(member: Member): string
  /** Whether the rule is on for a pilot. What concerns several pilots and stands in one of them stands in one where it is. */
  isOn(member: Member): boolean
  /** Whether the configuration of a pilot names a registry: only there is a name that no registry knows a mistake. */
  hasRegistry(member: Member): boolean
  /** Known people, teams and systems; absent where there is no registry. */
  readonly registry: Registry | undefined
  /** The pilot files that Git remembers and the folder no longer holds; a rule that needs the history is not run without. */
  readonly departed: readonly Departed[] | undefined
  /** What the pilots are called that are there and cannot be read, in small letters. */
  readonly unread?: readonly string[] | undefined
}

/** What a rule over all pilots found in one of their files. */
export interface PortfolioReport {
  readonly file: string
  readonly at: Anchor
  readonly message: string
  readonly severity?: Severity
  readonly related?: readonly PortfolioRelated[]
  readonly fixes?: readonly PortfolioFix[]
  readonly past?: PastChange
}

/** A fix of the file that is reported, without places in its text. */
export interface PortfolioFix extends Omit<Fix, 'changes'> {
  readonly changes: readonly PortfolioChange[]
}

export type PortfolioChange =
  /** Into the file itself. */
  Omit<Insert, 'into'> | Omit<Append, 'into'> | ReplaceAt

/** Replaces what stands at an anchor; nothing where it is no longer there. */
export interface ReplaceAt {
  readonly do: 'replace'
  readonly at: Anchor
  readonly text: string
}

export interface PortfolioRelated {
  readonly file: string
  readonly at: Anchor
  readonly message: string
}

/** The file behind a pilot. */
export interface SourceFile {
  readonly syntax: Syntax
  /** Without folders; absent for text that is no file. */
  readonly name: string | undefined
}

/** What a rule found. The engine adds the rule and the severity of the stage. */
export interface Report {
  readonly at: Span
  readonly message: string
  readonly severity?: Severity
  readonly related?: readonly Related[]
  readonly fixes?: readonly Fix[]
  readonly past?: PastChange
}

export interface Docs {
  /** What it checks, as one sentence. */
  readonly summary: string
  /** Why pilots die of it, with the figure where there is one: as one of the claims says it. */
  readonly why: string
  /** What to do about it. */
  readonly remedy: string
  /** What its options mean, by their names. */
  readonly options?: Readonly<Record<string, string>>
  /** Which findings of it weigh something else than its stage says, the severity first; absent where none does. */
  readonly except?: string
  readonly sources: readonly Source[]
  /** When a suppression is the right answer; absent where it never is. */
  readonly suppress?: string
  readonly bad: readonly Example[]
  readonly good: readonly Example[]
}

/** A claim that the rule rests on. The letter of its number names the document. */
export interface Source {
  readonly claim: string
  /** What the document says, in our words. */
  readonly says: string
}

/**
 * A fragment of a pilot file; the keys that every file needs are added when they are absent. In a bad one, a comment with
 * carets below a line marks each finding: `#   ^^^^ error: its message`.
 */
export interface Example {
  readonly title: string
  readonly yaml: string
  /** The day on which it is checked; 2026-06-01 when absent. */
  readonly today?: IsoDate
  /** The name of the file; that of the pilot when absent. */
  readonly file?: string
  /** Earlier states of the file, oldest first, each committed on its day. */
  readonly history?: readonly PastState[]
  /** The other pilots of the portfolio, by their names; carets mark the findings in them as well. */
  readonly others?: Readonly<Record<string, string>>
  /** Pilots that were deleted on the day, by their names, as they were last. */
  readonly deleted?: Readonly<Record<string, PastState>>
  readonly registry?: readonly RegistryEntry[]
}

/** A state of the file as it was committed. */
export interface PastState {
  readonly date: IsoDate
  /** Dana Whitfield when absent. */
  readonly author?: string
  readonly yaml: string
}
