import { atMost } from './at-most.ts'
import { weigh } from './config/presets.ts'
import type { Settings } from './config/settings.ts'
import { withoutCovered } from './cover.ts'
import { doubtsOf } from './doubt.ts'
import { type Finding, parserFinding } from './finding.ts'
import type { Remembered } from './history/source.ts'
import type { NotRun } from './not-run.ts'
import { ofEach } from './once.ts'
import type { IsoDate } from './pilot/dates.ts'
import { type Identity, identityOf } from './pilot/identity.ts'
import { lowerPilot } from './pilot/lower.ts'
import type { Pilot } from './pilot/model.generated.ts'
import { standingOf } from './pilot/stages.ts'
import { type DueRule, rulebookOf } from './rulebook.ts'
import type { Report, Rule, Scene } from './rules/rule.ts'
import { asMeant } from './schema/as-meant.ts'
import { checkSchema, emptyFile } from './schema/check.ts'
import { specific } from './specific.ts'
import { ownKeysIn, type Suppressed, screen } from './suppress.ts'
import { withBeginnings } from './templates/beginning.ts'
import { brief } from './text/brief.ts'
import { type LineIndex, lineIndex } from './text/line-index.ts'
import { firstLine, type Span, touches } from './text/span.ts'
import { conflictMarkers } from './yaml/conflict.ts'
import type { Syntax, SyntaxProblem } from './yaml/node.ts'
import { parse } from './yaml/parse.ts'

/** Everything that is known about one text. A value: nothing in it changes. */
export interface Analysis {
  readonly text: string
  readonly lines: LineIndex
  readonly syntax: Syntax
  readonly pilot: Pilot
  /** Also of a text that cannot be read, as far as that can be told. */
  readonly called: Identity
  /** Whether there is a pilot in the text; without one it is a guess. */
  readonly readable: boolean
  /** In the order of their places. */
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  /** What is said of blocks and keys that the file does not have, where one finding stands for all of them. */
  readonly covered: readonly Finding[]
  /** What general rules say where another one speaks; absent where nobody keeps it. */
  readonly hidden?: readonly Finding[] | undefined
  readonly notRun: readonly NotRun[]
  /** The day on which the text was judged. */
  readonly today: IsoDate
  /** The currency of the file; the configured one where it names none. */
  readonly currency: string
  /** The keys that lead to its places, as `waysIn` wrote them down; absent where they are to be read in the tree. */
  readonly ways?: string | undefined
  /** What a report shows of the pilot beside its findings, as its maker wrote it down; absent where it is to be read in the tree. */
  readonly computed?: string | undefined
}

/** A text with what Git remembers of its file; without a history the rules that need one are listed as not run. */
export interface Input extends Remembered {
  readonly text: string
  /** The file name without folders; absent for text that is no file. */
  readonly name?: string | undefined
}

export interface Circumstances {
  readonly today: IsoDate
  readonly settings: Settings
  readonly rules: readonly Rule[]
  /** The names of rules that are asked elsewhere, as those over all pilots are: a suppression may name them too. */
  readonly otherRules?: readonly string[]
  /** Whether the findings are compared with a baseline: of many files is kept what they are told apart by. */
  readonly isCompared?: boolean
}

/** Text in, findings out. Never throws, whatever the text holds; reads no clock, no file and no global. */
export function analyze(input: Input, circumstances: Circumstances): Analysis {
  return judge(understand(input), circumstances)
}

/** A text as far as it means the same on every day and under every configuration. */
export interface Understood {
  readonly input: Input
  readonly lines: LineIndex
  readonly syntax: Syntax
  readonly pilot: Pilot
  /** What the schema says. */
  readonly findings: readonly Finding[]
}

/** The first half of an analysis: what is to be done once for a text, however many days it is judged for. */
export function understand(input: Input): Understood {
  const syntax = parse(input.text)
  const findings = schemaFindings(syntax)
  return { input, lines: lineIndex(input.text), syntax, pilot: pilotMeant(syntax, findings), findings }
}

/** The pilot that the author means; `said` is what the schema says of its file. */
export function pilotMeant({ text, root }: Pick<Syntax, 'text' | 'root'>, said: readonly Finding[]): Pilot {
  return lowerPilot({ text, root: asMeant(root, said) })
}

/** The first half of an analysis that was made before: its text is not parsed again. */
export function understoodOf(
  { text, lines, syntax, pilot }: Analysis,
  file: Omit<Input, 'text'>,
): Understood {
  return { input: { ...file, text }, lines, syntax, pilot, findings: schemaFindings(syntax) }
}

/** How a rule is asked. */
export type Ask = (rule: Rule, pilot: Pilot, scene: Scene) => Iterable<Report>

/** The second half of an analysis: what the rules say on a day. */
export function judge(
  { input, lines, syntax, pilot, findings: schema }: Understood,
  circumstances: Circumstances,
  ask: Ask = askAnew,
): Analysis {
  const [{ history, name }, { today }] = [input, circumstances]
  const unread = gapsOf(syntax)
  const doubts = unread && doubtsOf({ ...syntax, root: asMeant(syntax.root, schema) }, unread, lowerPilot)
  // Nobody knows what is due at a stage that cannot be read.
  const readable = isAsked(syntax) && !doubts?.isStageUnknown
  const book = rulebookOf(circumstances)
  const due = book.due({ standing: standingOf(pilot), today, readable, history })
  const place = (span: Span): Span => firstLine(input.text, span, syntax.comments)
  const subject = { pilot, file: { syntax, name }, history, ask, place }
  const run = runner(doubts ? { ...subject, ...doubts.lend(name) } : subject, circumstances)

  const form = withBeginnings(schema, syntax, { name, today })
  const oneLine = (finding: Finding): Finding => ({ ...finding, span: place(finding.span) })
  const written = [...syntaxFindings(syntax, due.names), ...form].map(oneLine)
  const { findings, hidden } = specific([...written, ...run(due.early, [])], input.text, book)
  const known = (): readonly string[] => namesIn(circumstances)
  const screened = screen(findings, heardIn(syntax, unread), { lines, today, known, ran: due.names })
  const late = run(due.late, screened.suppressions)
  const { told, covered } = withoutCovered(screened.findings, book, pilot)
  const certain = (all: readonly Finding[]): readonly Finding[] => doubts?.certain(all) ?? all
  return {
    text: input.text,
    lines,
    syntax,
    pilot,
    called: identityOf(pilot),
    readable: isReadable(syntax),
    findings: atMost(certain([...told, ...late]), input.text),
    suppressed: screened.suppressed,
    covered: certain(covered),
    hidden,
    notRun: book.notRun(input),
    today,
    currency: pilot.currency?.value ?? circumstances.settings.currency,
  }
}

/** What the rules about suppressions say of some that were judged later than the others. */
export function lateFindings(
  { text, syntax, pilot }: Analysis,
  suppressions: Scene['suppressions'],
  circumstances: Circumstances,
): readonly Finding[] {
  const [readable, { today }] = [isAsked(syntax), circumstances]
  const place = (span: Span): Span => firstLine(text, span)
  const subject = { pilot, file: { syntax, name: undefined }, history: undefined, ask: askAnew, place }
  const { late } = rulebookOf(circumstances).due({ standing: standingOf(pilot), today, readable, ...subject })
  return runner(subject, circumstances)(late, suppressions)
}

function syntaxFindings({ text, problems }: Syntax, ran: ReadonlySet<string>): readonly Finding[] {
  if (problems.length === 0) return []
  // Of a text that Git could not merge only that is worth saying, by the rule that does.
  if (ran.has('file/conflict-markers') && conflictMarkers(text).length > 0) return []
  return problems.map(parserFinding)
}

/** The text with the comments that may silence a finding: none where nothing can be read, since what says so must be seen. */
function heardIn(syntax: Syntax, unread: readonly Span[] | undefined): Syntax {
  if (!isAsked(syntax)) return { ...syntax, comments: [] }
  return unread ? { ...syntax, unread } : syntax
}

/** The places that cannot be read, also those that leave all else readable; `undefined` where there are none. */
function gapsOf({ unread = [], problems }: Syntax): readonly Span[] | undefined {
  if (problems.length === 0) return undefined
  const gaps = [...unread, ...problems.filter(({ rule }) => UNKNOWN.includes(rule)).map(({ span }) => span)]
  return gaps.length > 0 ? gaps : undefined
}

/** What stands for a value that nobody knows. */
const UNKNOWN: readonly string[] = ['alias', 'tag']
const APART: readonly string[] = [...UNKNOWN, 'colon', 'indentation']

function schemaFindings(syntax: Syntax): readonly Finding[] {
  const { text, root, problems, unread } = syntax
  // A key without its colon, and a value that could not be read, say nothing of the others.
  const isApart = ({ rule, span }: SyntaxProblem): boolean =>
    APART.includes(rule) || unread?.some((each) => touches(each, span)) === true
  if (problems.some((problem) => problem.fatal || !isApart(problem))) return []
  return root ? checkSchema(root, ownKeysIn(syntax)) : [emptyFile(text)]
}

/** While the text is broken its tree is a guess, and without a block of keys there is no pilot: no rule is asked. */
export function isAsked({ root, problems }: Syntax): boolean {
  return root?.kind === 'mapping' && !problems.some(({ fatal }) => fatal)
}

/** Whether all of it can be read: what a list shows of a pilot is true of all of it. */
export function isReadable(syntax: Syntax): boolean {
  return isAsked(syntax) && syntax.unread === undefined
}

const askAnew: Ask = (rule, pilot, scene) => rule.check(pilot, scene)

type Run = (rules: readonly DueRule[], suppressions: Scene['suppressions']) => readonly Finding[]

/** What the rules of one file look at. */
interface Subject extends Pick<Scene, 'file' | 'history'> {
  readonly pilot: Pilot
  readonly ask: Ask
  /** What of a place is underlined. */
  place(span: Span): Span
}

function runner({ pilot, file, history, ask, place }: Subject, { today, settings }: Circumstances): Run {
  const { jurisdictions, currency } = settings
  return (rules, suppressions) => {
    const found: Finding[] = []
    for (const { rule, usual, option } of rules) {
      const scene = { today, file, option, jurisdictions, currency, suppressions, history }
      for (const report of ask(rule, pilot, scene)) {
        const severity = weigh(settings, rule.id, report.severity ?? usual)
        if (severity) found.push(finding(report, { rule: rule.id, severity, span: place(report.at) }))
      }
    }
    return found
  }
}

function finding(
  { message, related, fixes, past }: Report,
  where: Pick<Finding, 'rule' | 'severity' | 'span'>,
): Finding {
  const { rule, severity, span } = where
  const said = { rule, severity, message: brief(message), span, related: related ?? [], fixes: fixes ?? [] }
  return past ? { ...said, past } : said
}

/** The names that a suppression may give. A custom rule is known by its setting where nobody could compile it. */
const namesIn = ofEach(({ rules, settings, otherRules }: Circumstances): readonly string[] => {
  return [...rules.map(({ id }) => id), ...(otherRules ?? []), ...settings.rules.keys()]
})
