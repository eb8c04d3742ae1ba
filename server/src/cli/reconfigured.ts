import { loadConfig } from '../engine/config/load.ts'
import { type Finding, outweighs, type Severity } from '../engine/finding.ts'
import { fingerprintsIn } from '../engine/fingerprint.ts'
import type { ReadResult } from '../engine/ports.ts'
import { type Checked, type Hidden, type Results, toldIn } from './checked.ts'
import type { Files, Io } from './io.ts'
import { uriOf } from './paths.ts'
import type { Base, Reconfigured } from './since.ts'

/** The texts that files had in a commit, by their paths: `undefined` for one that was not there. */
export type FormerTexts = ReadonlyMap<string, string | undefined>

/** The former texts of configurations and of what they extended; nothing where Git cannot give all of them. */
export async function formerTexts(
  { configs, ids }: Reconfigured,
  { root }: Pick<Base, 'root'>,
  { history, files }: Pick<Io, 'history' | 'files'>,
): Promise<FormerTexts | undefined> {
  const former = new Map<string, string | undefined>()
  let isComplete = configs.length > 0
  const take = async (path: string): Promise<void> => {
    const id = ids.get(path)
    if (id === undefined || former.has(path)) return
    const text = isText(id) ? (await history.texts?.(uriOf(root), [id]))?.get(id) : undefined
    if (isText(id) && text === undefined) isComplete = false
    former.set(path, text)
  }
  const read = async (path: string): Promise<ReadResult> => {
    await take(path)
    return withFormer(former, files).read(path, root)
  }
  for (const path of configs) {
    // What a submodule held then, only its own repository knows.
    if (!ids.has(path)) isComplete = false
    await take(path)
    if (former.get(path) !== undefined) await loadConfig(path, { root, read })
  }
  return isComplete ? former : undefined
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
