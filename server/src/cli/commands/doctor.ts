import type { ConfigOptions } from '../configurations.ts'
import { examineCache } from '../doctor/cache.ts'
import { examineMachine } from '../doctor/machine.ts'
import { examinePilots } from '../doctor/pilots.ts'
import { examineRepository } from '../doctor/repository.ts'
import { type ExitCode, exit } from '../exit.ts'
import type { Io } from '../io.ts'
import { doctorText } from '../report/doctor.ts'
import { jsonText } from '../report/json.ts'
import { styleFor } from '../report/style.ts'

export interface DoctorOptions extends ConfigOptions {
  readonly format: 'pretty' | 'json'
}

/** Says what is there and what is not; fails when something does not work that should. */
export async function doctor(options: DoctorOptions, io: Io): Promise<ExitCode> {
  const parts = [
    examineMachine(io.machine),
    examineCache(io),
    examineRepository(io),
    examinePilots(options, io),
  ]
  const checks = (await Promise.all(parts)).flat()
  io.out(options.format === 'json' ? jsonText({ version: 1, checks }) : doctorText(checks, styleFor(io)))
  return checks.some(({ state }) => state === 'wrong') ? exit.findings : exit.clean
}
