import { type Finding, outweighs, type Severity } from '../engine/finding.ts'
import { fingerprintsIn } from '../engine/fingerprint.ts'
import { type Checked, type Hidden, type Results, toldIn } from './checked.ts'
import type { Files, Io } from './io.ts'
import { uriOf } from './paths.ts'
import type { Base } from './since.ts'

/** The texts that files had in a commit, by their paths: `undefined` for one that was not there. */
export type FormerTexts = ReadonlyMap<string, string | undefined>

/** The texts of files by the ids that they had; nothing where Git cannot give all of them. */
export async function formerTexts(
  ids: ReadonlyMap<string, string>,
  { root }: Pick<Base, 'root'>,
  { history }: Pick<Io, 'history'>,
): Promise<FormerTexts | undefined> {
  if (ids.size === 0) return undefined
  const texts = await history.texts?.(uriOf(root), [...ids.values()].filter(isText))
  const isKnown = (id: string): boolean => !isText(id) || texts?.has(id) === true
  if (![...ids.values()].every(isKnown)) return undefined
  return new Map(Array.from(ids, ([path, id]) => [path, texts?.get(id)]))
}

/** Git writes zeros where there was no text. */
function isText(id: string): boolean {
  return !/^0+$/.test(id)
}

/** The files as they are, but for these. */
export function withFormer(former: FormerTexts, files: Files): Files {
  return {
    ...files,
    async kindOf(path) {
      if (!former.has(path)) return files.kindOf(path)
      return former.get(path) === undefined ? 'missing' : 'file'
    },
    async read(path, folder) {
      if (!former.has(path)) return files.read(path, folder)
      const text = former.get(path)
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text }
    },
  }
}

/** What is new or worse under the former configurations, and is not found under the present ones, or weighs less. */
export function hiddenIn(present: Results, former: Results): readonly Hidden[] {
  // What a configuration with mistakes would report, nobody can tell.
  if (former.configs.some(({ findings }) => findings.length > 0)) return []
  const byPath = new Map(present.files.map((each) => [each.path, each]))
  return former.files.flatMap((file) => {
    const found = toldIn(file)
    const now = byPath.get(file.path)
    const shown = now && found.length > 0 ? weightsIn(now) : new Map<string, Severity>()
    const prints = fingerprintsIn('', file.analysis)
    const isHidden = (finding: Finding): boolean => {
      const weight = shown.get(prints.get(finding) ?? '')
      return weight === undefined || outweighs(finding.severity, weight)
    }
    return found.filter(isHidden).map(({ rule, severity, message }) => {
      return { path: file.path, rule, severity, message }
    })
  })
}

function weightsIn({ analysis }: Checked): ReadonlyMap<string, Severity> {
  const prints = fingerprintsIn('', analysis)
  return new Map(analysis.findings.map((finding) => [prints.get(finding) ?? '', finding.severity]))
}
