import type { CustomChecks } from '../engine/config/custom.ts'
import { compileRules } from './compile-rules.ts'

/** Loads what compiles custom rules when there are any. */
export const nodeCustomChecks: CustomChecks = {
  async compile(rules) {
    return rules.length === 0 ? { rules: [], refused: [] } : compileRules(rules)
  },
}
