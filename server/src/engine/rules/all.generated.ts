// Generated from the folders of the groups by `npm run generate`. Do not edit.

import { ownersOperatorMissing } from './owners/operator-missing.ts'
import type { Rule } from './rule.ts'

/** Every rule, by group and name. */
export const rules: readonly Rule[] = [
  ownersOperatorMissing,
]
