import { type ConfigOptions, Configurations } from '../configurations.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import { fullPath } from '../inputs.ts'
import type { Io } from '../io.ts'
import { configJson, configTable } from '../report/config.ts'
import { jsonText } from '../report/json.ts'
import { styleFor } from '../report/style.ts'
import { complain } from './check.ts'

export interface ConfigPrintOptions extends ConfigOptions {
  readonly format: 'pretty' | 'json'
}

/** Shows what holds for a file and which line decided it. */
export async function printConfig(file: string, options: ConfigPrintOptions, io: Io): Promise<ExitCode> {
  const full = fullPath(file, io)
  const kind = await io.files.kindOf(full)
  if (kind === 'folder') throw new UsageError(`"${file}" is a folder. Name a pilot file in it.`)
  if (kind !== 'file') throw new UsageError(`There is no file "${file}".`)
  const configurations = new Configurations(options, io)
  const governed = await configurations.of(full)
  const shown = { path: configurations.shown(full), shown: (path: string) => configurations.shown(path) }
  if (options.format === 'json') io.out(jsonText(configJson(governed, shown)))
  else io.out(configTable(governed, shown, styleFor(io)))
  const misnamed = await configurations.misnamed()
  return complain({ configs: configurations.used(), unread: [], misnamed }, io) ? exit.usage : exit.clean
}
