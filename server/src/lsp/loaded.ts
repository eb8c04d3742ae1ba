import { type CustomChecks, withRefusals } from '../engine/config/custom.ts'
import { type ConfigSource, type Configuration, loadConfig } from '../engine/config/load.ts'
import { type Resolver, resolverOf } from '../engine/config/resolve.ts'
import type { ReadResult } from '../engine/ports.ts'
import type { Rule } from '../engine/rules/rule.ts'

/** A configuration with what it took to load it. An immutable value. */
export interface Loaded {
  readonly configuration: Configuration
  readonly resolver: Resolver
  /** Its custom rules; none where they may not be compiled. */
  readonly rules: readonly Rule[]
  readonly customChecks: CustomChecks | undefined
  readonly root: string
  /** What was read on the way. */
  readonly reads: ReadonlyMap<string, ReadResult>
  readonly read: ConfigSource['read']
}

/** Loads a configuration as the command line does. Without `customChecks` its custom rules are only known by name. */
export async function loadConfiguration(
  path: string,
  { root, read }: ConfigSource,
  customChecks: CustomChecks | undefined,
): Promise<Loaded> {
  const reads = new Map<string, ReadResult>()
  const remembered = async (file: string): Promise<ReadResult> => {
    const result = await read(file)
    reads.set(file, result)
    return result
  }
  const configuration = await loadConfig(path, { root, read: remembered })
  const resolver = resolverOf(configuration)
  const compiled = (await customChecks?.compile(resolver.resolve(path).customRules)) ?? {
    rules: [],
    refused: [],
  }
  return {
    configuration: withRefusals(configuration, compiled),
    resolver,
    rules: compiled.rules,
    customChecks,
    root,
    reads,
    read,
  }
}
