import { type Configuration, loadConfig } from '../../server/src/engine/config/load.ts'
import type { ReadResult } from '../../server/src/engine/ports.ts'

/** The folder that the files of a test lie in. */
export const ROOT = '/repo'

/** Loads a configuration from files in memory, by their paths below the root; that in force is `pilots.config.yaml`. */
export async function configured(
  files: Readonly<Record<string, string | ReadResult>>,
): Promise<Configuration> {
  const read = async (path: string): Promise<ReadResult> => {
    const content = files[path.slice(ROOT.length + 1)] ?? { kind: 'missing' }
    return typeof content === 'string' ? { kind: 'text', text: content } : content
  }
  return loadConfig(`${ROOT}/pilots.config.yaml`, { root: ROOT, read })
}

/** Every finding of a configuration as `file [text] rule: message`. */
export function complaints({ files }: Configuration): readonly string[] {
  return files.flatMap(({ path, text, findings }) =>
    findings.map(({ rule, message, span }) => {
      return `${path.slice(ROOT.length + 1)} [${text.slice(span.start, span.end)}] ${rule}: ${message}`
    }),
  )
}
