import baseline from '../../../../schemas/baseline.schema.json' with { type: 'json' }
import board from '../../../../schemas/board.schema.json' with { type: 'json' }
import config from '../../../../schemas/config.schema.json' with { type: 'json' }
import map from '../../../../schemas/import-map.schema.json' with { type: 'json' }
import pilot from '../../../../schemas/pilot.schema.json' with { type: 'json' }
import report from '../../../../schemas/report.schema.json' with { type: 'json' }
import { type ExitCode, exit } from '../exit.ts'
import type { Io } from '../io.ts'
import { jsonText } from '../report/json.ts'

export type SchemaName = 'pilot' | 'config' | 'report' | 'baseline' | 'board' | 'map'

const schemas: Readonly<Record<SchemaName, object>> = { pilot, config, report, baseline, board, map }

export const schemaNames: readonly SchemaName[] = ['pilot', 'config', 'report', 'baseline', 'board', 'map']

/** Prints one of our JSON Schemas, for a tool that takes one. */
export function printSchema(name: SchemaName, io: Io): ExitCode {
  io.out(jsonText(schemas[name]))
  return exit.clean
}
