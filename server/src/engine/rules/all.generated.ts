// Generated from the folders of the groups by `npm run generate`. Do not edit.

import { adoptionNoUsageCheck } from './adoption/no-usage-check.ts'
import { adoptionPlaybookIncomplete } from './adoption/playbook-incomplete.ts'
import { adoptionPlaybookMissing } from './adoption/playbook-missing.ts'
import { adoptionRoleUntrained } from './adoption/role-untrained.ts'
import { changeNoFriction } from './change/no-friction.ts'
import { changePlanMissing } from './change/plan-missing.ts'
import { changeWishful } from './change/wishful.ts'
import { conditionsMostlyWithdrawn } from './conditions/mostly-withdrawn.ts'
import { conditionsNoProductionPath } from './conditions/no-production-path.ts'
import { conditionsUndecided } from './conditions/undecided.ts'
import { conditionsUndocumented } from './conditions/undocumented.ts'
import { ownersChampionLeaving } from './owners/champion-leaving.ts'
import { ownersDeliveryOwnerMissing } from './owners/delivery-owner-missing.ts'
import { ownersDeliveryScopeIncomplete } from './owners/delivery-scope-incomplete.ts'
import { ownersDeliveryWithoutMandate } from './owners/delivery-without-mandate.ts'
import { ownersFunctionsUncovered } from './owners/functions-uncovered.ts'
import { ownersItLate } from './owners/it-late.ts'
import { ownersItMissing } from './owners/it-missing.ts'
import { ownersOperatorFromVendor } from './owners/operator-from-vendor.ts'
import { ownersOperatorInIt } from './owners/operator-in-it.ts'
import { ownersOperatorIsSponsor } from './owners/operator-is-sponsor.ts'
import { ownersOperatorMissing } from './owners/operator-missing.ts'
import { ownersOperatorNamedLate } from './owners/operator-named-late.ts'
import { ownersOperatorNotAPerson } from './owners/operator-not-a-person.ts'
import { ownersOperatorNotAccountable } from './owners/operator-not-accountable.ts'
import { ownersOperatorOutsideTeam } from './owners/operator-outside-team.ts'
import { ownersOperatorShared } from './owners/operator-shared.ts'
import { ownersPartnerLeaves } from './owners/partner-leaves.ts'
import { ownersProductionOwnerLate } from './owners/production-owner-late.ts'
import { ownersProductionOwnerMissing } from './owners/production-owner-missing.ts'
import { ownersSponsorMissing } from './owners/sponsor-missing.ts'
import { ownersSponsorWithoutAuthority } from './owners/sponsor-without-authority.ts'
import { productionNoRunbook } from './production/no-runbook.ts'
import { productionParallel } from './production/parallel.ts'
import { productionUndefined } from './production/undefined.ts'
import { stageOverstayed } from './stage/overstayed.ts'
import { workflowHabits } from './workflow/habits.ts'
import { workflowNewLogin } from './workflow/new-login.ts'
import { workflowNoSystems } from './workflow/no-systems.ts'
import { workflowShadowing } from './workflow/shadowing.ts'
import { workflowUnmapped } from './workflow/unmapped.ts'
import { workflowWorkaroundIgnored } from './workflow/workaround-ignored.ts'
import type { Rule } from './rule.ts'

/** Every rule, by group and name. */
export const rules: readonly Rule[] = [
  adoptionNoUsageCheck,
  adoptionPlaybookIncomplete,
  adoptionPlaybookMissing,
  adoptionRoleUntrained,
  changeNoFriction,
  changePlanMissing,
  changeWishful,
  conditionsMostlyWithdrawn,
  conditionsNoProductionPath,
  conditionsUndecided,
  conditionsUndocumented,
  ownersChampionLeaving,
  ownersDeliveryOwnerMissing,
  ownersDeliveryScopeIncomplete,
  ownersDeliveryWithoutMandate,
  ownersFunctionsUncovered,
  ownersItLate,
  ownersItMissing,
  ownersOperatorFromVendor,
  ownersOperatorInIt,
  ownersOperatorIsSponsor,
  ownersOperatorMissing,
  ownersOperatorNamedLate,
  ownersOperatorNotAPerson,
  ownersOperatorNotAccountable,
  ownersOperatorOutsideTeam,
  ownersOperatorShared,
  ownersPartnerLeaves,
  ownersProductionOwnerLate,
  ownersProductionOwnerMissing,
  ownersSponsorMissing,
  ownersSponsorWithoutAuthority,
  productionNoRunbook,
  productionParallel,
  productionUndefined,
  stageOverstayed,
  workflowHabits,
  workflowNewLogin,
  workflowNoSystems,
  workflowShadowing,
  workflowUnmapped,
  workflowWorkaroundIgnored,
]
