// Generated from the folders of the groups by `npm run generate`. Do not edit.

import { adoptionNoUsageCheck } from './adoption/no-usage-check.ts'
import { adoptionPlaybookIncomplete } from './adoption/playbook-incomplete.ts'
import { adoptionPlaybookMissing } from './adoption/playbook-missing.ts'
import { adoptionRoleUntrained } from './adoption/role-untrained.ts'
import { changeNoFriction } from './change/no-friction.ts'
import { changePlanMissing } from './change/plan-missing.ts'
import { changeWishful } from './change/wishful.ts'
import { complianceArtifactLate } from './compliance/artifact-late.ts'
import { complianceArtifactMissing } from './compliance/artifact-missing.ts'
import { complianceBiasUnresolved } from './compliance/bias-unresolved.ts'
import { complianceNoAuditTrail } from './compliance/no-audit-trail.ts'
import { complianceNotApplicableUnexplained } from './compliance/not-applicable-unexplained.ts'
import { complianceUnassessed } from './compliance/unassessed.ts'
import { conditionsMostlyWithdrawn } from './conditions/mostly-withdrawn.ts'
import { conditionsNoProductionPath } from './conditions/no-production-path.ts'
import { conditionsUndecided } from './conditions/undecided.ts'
import { conditionsUndocumented } from './conditions/undocumented.ts'
import { costBudgetUnderReview } from './cost/budget-under-review.ts'
import { costLinesMissing } from './cost/lines-missing.ts'
import { costNoProductionBudget } from './cost/no-production-budget.ts'
import { costUnderestimated } from './cost/underestimated.ts'
import { criteriaAfterTechnology } from './criteria/after-technology.ts'
import { criteriaAgreedLate } from './criteria/agreed-late.ts'
import { criteriaDeadlinePassed } from './criteria/deadline-passed.ts'
import { criteriaGoUndefined } from './criteria/go-undefined.ts'
import { criteriaMetButUndecided } from './criteria/met-but-undecided.ts'
import { criteriaMislabelled } from './criteria/mislabelled.ts'
import { criteriaMovingAway } from './criteria/moving-away.ts'
import { criteriaNoBaseline } from './criteria/no-baseline.ts'
import { criteriaNoDeadline } from './criteria/no-deadline.ts'
import { criteriaNoMoney } from './criteria/no-money.ts'
import { criteriaNoReadings } from './criteria/no-readings.ts'
import { criteriaNoSource } from './criteria/no-source.ts'
import { criteriaNoTarget } from './criteria/no-target.ts'
import { criteriaNoUsageMeasure } from './criteria/no-usage-measure.ts'
import { criteriaNotMeasurable } from './criteria/not-measurable.ts'
import { criteriaOnlyTechnical } from './criteria/only-technical.ts'
import { criteriaPerfection } from './criteria/perfection.ts'
import { criteriaStopUndefined } from './criteria/stop-undefined.ts'
import { criteriaTargetNotBetter } from './criteria/target-not-better.ts'
import { criteriaUndefined } from './criteria/undefined.ts'
import { dataAuditDuration } from './data/audit-duration.ts'
import { dataAuditIncomplete } from './data/audit-incomplete.ts'
import { dataAuditLate } from './data/audit-late.ts'
import { dataAuditMissing } from './data/audit-missing.ts'
import { dataIssuesOpen } from './data/issues-open.ts'
import { dataNoDecisionPoints } from './data/no-decision-points.ts'
import { dataNoRules } from './data/no-rules.ts'
import { dataNotRepresentative } from './data/not-representative.ts'
import { dataSourcesMissing } from './data/sources-missing.ts'
import { fileConflictMarkers } from './file/conflict-markers.ts'
import { fileIncomplete } from './file/incomplete.ts'
import { fileName } from './file/name.ts'
import { filePlaceholder } from './file/placeholder.ts'
import { fileThousands } from './file/thousands.ts'
import { gatesExpandedUnproven } from './gates/expanded-unproven.ts'
import { gatesFirstLate } from './gates/first-late.ts'
import { gatesInterval } from './gates/interval.ts'
import { gatesNoDecider } from './gates/no-decider.ts'
import { gatesNoEvidence } from './gates/no-evidence.ts'
import { gatesNone } from './gates/none.ts'
import { gatesNotDiagnosed } from './gates/not-diagnosed.ts'
import { gatesOverdue } from './gates/overdue.ts'
import { gatesUndecided } from './gates/undecided.ts'
import { gatesUsageLow } from './gates/usage-low.ts'
import { governanceCrawlIncomplete } from './governance/crawl-incomplete.ts'
import { governanceMissing } from './governance/missing.ts'
import { governancePhaseBehind } from './governance/phase-behind.ts'
import { governanceRunIncomplete } from './governance/run-incomplete.ts'
import { governanceTooMuch } from './governance/too-much.ts'
import { governanceWalkIncomplete } from './governance/walk-incomplete.ts'
import { historyCriteriaAddedLate } from './history/criteria-added-late.ts'
import { historyDeadlineSlipped } from './history/deadline-slipped.ts'
import { historyDecisionRewritten } from './history/decision-rewritten.ts'
import { historyGoalpostsMoved } from './history/goalposts-moved.ts'
import { historyVerdictMissing } from './history/verdict-missing.ts'
import { integrationDataMismatch } from './integration/data-mismatch.ts'
import { integrationManual } from './integration/manual.ts'
import { integrationNoBudget } from './integration/no-budget.ts'
import { integrationNoEffort } from './integration/no-effort.ts'
import { integrationNoOwner } from './integration/no-owner.ts'
import { integrationNotLive } from './integration/not-live.ts'
import { integrationSecurityReview } from './integration/security-review.ts'
import { integrationUndefined } from './integration/undefined.ts'
import { integrationUnscoped } from './integration/unscoped.ts'
import { kpisNoFailureModes } from './kpis/no-failure-modes.ts'
import { kpisNoHorizon } from './kpis/no-horizon.ts'
import { kpisNoOperational } from './kpis/no-operational.ts'
import { kpisUndefined } from './kpis/undefined.ts'
import { kpisUnrelated } from './kpis/unrelated.ts'
import { nextNotProduction } from './next/not-production.ts'
import { nextOverdue } from './next/overdue.ts'
import { outcomeMissing } from './outcome/missing.ts'
import { outcomeQuestionsOpen } from './outcome/questions-open.ts'
import { outcomeScaleUnproven } from './outcome/scale-unproven.ts'
import { outcomeStopUnexplained } from './outcome/stop-unexplained.ts'
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
import { ownersOperatorReplaced } from './owners/operator-replaced.ts'
import { ownersOperatorShared } from './owners/operator-shared.ts'
import { ownersPartnerLeaves } from './owners/partner-leaves.ts'
import { ownersProductionOwnerLate } from './owners/production-owner-late.ts'
import { ownersProductionOwnerMissing } from './owners/production-owner-missing.ts'
import { ownersSponsorMissing } from './owners/sponsor-missing.ts'
import { ownersSponsorWithoutAuthority } from './owners/sponsor-without-authority.ts'
import { portfolioCopied } from './portfolio/copied.ts'
import { portfolioDuplicateName } from './portfolio/duplicate-name.ts'
import { portfolioNoDecisions } from './portfolio/no-decisions.ts'
import { portfolioOwnerOverloaded } from './portfolio/owner-overloaded.ts'
import { portfolioSameUseCase } from './portfolio/same-use-case.ts'
import { portfolioSilentRetry } from './portfolio/silent-retry.ts'
import { portfolioSpendWithoutProduction } from './portfolio/spend-without-production.ts'
import { portfolioTooMany } from './portfolio/too-many.ts'
import { portfolioUnknownReference } from './portfolio/unknown-reference.ts'
import { portfolioUnprioritised } from './portfolio/unprioritised.ts'
import { productionNoRunbook } from './production/no-runbook.ts'
import { productionParallel } from './production/parallel.ts'
import { productionUndefined } from './production/undefined.ts'
import { rolloutEarlyAdopters } from './rollout/early-adopters.ts'
import { rolloutFullBeforeGate } from './rollout/full-before-gate.ts'
import { rolloutSandbox } from './rollout/sandbox.ts'
import { rolloutVolume } from './rollout/volume.ts'
import { rolloutVolunteersOnly } from './rollout/volunteers-only.ts'
import { scopeCreep } from './scope/creep.ts'
import { scopeEverything } from './scope/everything.ts'
import { scopeNoEdgeCases } from './scope/no-edge-cases.ts'
import { scopeTooWide } from './scope/too-wide.ts'
import { scopeUnranked } from './scope/unranked.ts'
import { stageDormant } from './stage/dormant.ts'
import { stageGateMissing } from './stage/gate-missing.ts'
import { stageImpossibleDates } from './stage/impossible-dates.ts'
import { stageNinetyDayMissed } from './stage/ninety-day-missed.ts'
import { stageNoProductionDate } from './stage/no-production-date.ts'
import { stageNoWindow } from './stage/no-window.ts'
import { stageOpenEnded } from './stage/open-ended.ts'
import { stageOutputMissing } from './stage/output-missing.ts'
import { stageOverAYear } from './stage/over-a-year.ts'
import { stageOverstayed } from './stage/overstayed.ts'
import { stagePastEnd } from './stage/past-end.ts'
import { stagePastProduction } from './stage/past-production.ts'
import { stageReadinessOverstated } from './stage/readiness-overstated.ts'
import { stageRegressed } from './stage/regressed.ts'
import { stageUnrealistic } from './stage/unrealistic.ts'
import { suppressionExpired } from './suppression/expired.ts'
import { suppressionNoReason } from './suppression/no-reason.ts'
import { suppressionUnknownRule } from './suppression/unknown-rule.ts'
import { suppressionUnused } from './suppression/unused.ts'
import { valueBelowCost } from './value/below-cost.ts'
import { valueBuzzwords } from './value/buzzwords.ts'
import { valueMissing } from './value/missing.ts'
import { valueNoNumber } from './value/no-number.ts'
import { valueNotOneSentence } from './value/not-one-sentence.ts'
import { vendorIdle } from './vendor/idle.ts'
import { vendorLockedIn } from './vendor/locked-in.ts'
import { vendorNoExit } from './vendor/no-exit.ts'
import { vendorPriceJump } from './vendor/price-jump.ts'
import { vendorPriceUnknown } from './vendor/price-unknown.ts'
import { vendorSupportEnds } from './vendor/support-ends.ts'
import { workflowHabits } from './workflow/habits.ts'
import { workflowNewLogin } from './workflow/new-login.ts'
import { workflowNoSystems } from './workflow/no-systems.ts'
import { workflowShadowing } from './workflow/shadowing.ts'
import { workflowUnmapped } from './workflow/unmapped.ts'
import { workflowWorkaroundIgnored } from './workflow/workaround-ignored.ts'
import type { PortfolioRule, Rule } from './rule.ts'

/** Every rule that one file answers, by group and name. */
export const rules: readonly Rule[] = [
  adoptionNoUsageCheck,
  adoptionPlaybookIncomplete,
  adoptionPlaybookMissing,
  adoptionRoleUntrained,
  changeNoFriction,
  changePlanMissing,
  changeWishful,
  complianceArtifactLate,
  complianceArtifactMissing,
  complianceBiasUnresolved,
  complianceNoAuditTrail,
  complianceNotApplicableUnexplained,
  complianceUnassessed,
  conditionsMostlyWithdrawn,
  conditionsNoProductionPath,
  conditionsUndecided,
  conditionsUndocumented,
  costBudgetUnderReview,
  costLinesMissing,
  costNoProductionBudget,
  costUnderestimated,
  criteriaAfterTechnology,
  criteriaAgreedLate,
  criteriaDeadlinePassed,
  criteriaGoUndefined,
  criteriaMetButUndecided,
  criteriaMislabelled,
  criteriaMovingAway,
  criteriaNoBaseline,
  criteriaNoDeadline,
  criteriaNoMoney,
  criteriaNoReadings,
  criteriaNoSource,
  criteriaNoTarget,
  criteriaNoUsageMeasure,
  criteriaNotMeasurable,
  criteriaOnlyTechnical,
  criteriaPerfection,
  criteriaStopUndefined,
  criteriaTargetNotBetter,
  criteriaUndefined,
  dataAuditDuration,
  dataAuditIncomplete,
  dataAuditLate,
  dataAuditMissing,
  dataIssuesOpen,
  dataNoDecisionPoints,
  dataNoRules,
  dataNotRepresentative,
  dataSourcesMissing,
  fileConflictMarkers,
  fileIncomplete,
  fileName,
  filePlaceholder,
  fileThousands,
  gatesExpandedUnproven,
  gatesFirstLate,
  gatesInterval,
  gatesNoDecider,
  gatesNoEvidence,
  gatesNone,
  gatesNotDiagnosed,
  gatesOverdue,
  gatesUndecided,
  gatesUsageLow,
  governanceCrawlIncomplete,
  governanceMissing,
  governancePhaseBehind,
  governanceRunIncomplete,
  governanceTooMuch,
  governanceWalkIncomplete,
  historyCriteriaAddedLate,
  historyDeadlineSlipped,
  historyDecisionRewritten,
  historyGoalpostsMoved,
  integrationDataMismatch,
  integrationManual,
  integrationNoBudget,
  integrationNoEffort,
  integrationNoOwner,
  integrationNotLive,
  integrationSecurityReview,
  integrationUndefined,
  integrationUnscoped,
  kpisNoFailureModes,
  kpisNoHorizon,
  kpisNoOperational,
  kpisUndefined,
  kpisUnrelated,
  nextNotProduction,
  nextOverdue,
  outcomeMissing,
  outcomeQuestionsOpen,
  outcomeScaleUnproven,
  outcomeStopUnexplained,
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
  ownersOperatorReplaced,
  ownersOperatorShared,
  ownersPartnerLeaves,
  ownersProductionOwnerLate,
  ownersProductionOwnerMissing,
  ownersSponsorMissing,
  ownersSponsorWithoutAuthority,
  productionNoRunbook,
  productionParallel,
  productionUndefined,
  rolloutEarlyAdopters,
  rolloutFullBeforeGate,
  rolloutSandbox,
  rolloutVolume,
  rolloutVolunteersOnly,
  scopeCreep,
  scopeEverything,
  scopeNoEdgeCases,
  scopeTooWide,
  scopeUnranked,
  stageDormant,
  stageGateMissing,
  stageImpossibleDates,
  stageNinetyDayMissed,
  stageNoProductionDate,
  stageNoWindow,
  stageOpenEnded,
  stageOutputMissing,
  stageOverAYear,
  stageOverstayed,
  stagePastEnd,
  stagePastProduction,
  stageReadinessOverstated,
  stageRegressed,
  stageUnrealistic,
  suppressionExpired,
  suppressionNoReason,
  suppressionUnknownRule,
  suppressionUnused,
  valueBelowCost,
  valueBuzzwords,
  valueMissing,
  valueNoNumber,
  valueNotOneSentence,
  vendorIdle,
  vendorLockedIn,
  vendorNoExit,
  vendorPriceJump,
  vendorPriceUnknown,
  vendorSupportEnds,
  workflowHabits,
  workflowNewLogin,
  workflowNoSystems,
  workflowShadowing,
  workflowUnmapped,
  workflowWorkaroundIgnored,
]

/** Every rule over all pilots. */
export const portfolioRules: readonly PortfolioRule[] = [
  historyVerdictMissing,
  portfolioCopied,
  portfolioDuplicateName,
  portfolioNoDecisions,
  portfolioOwnerOverloaded,
  portfolioSameUseCase,
  portfolioSilentRetry,
  portfolioSpendWithoutProduction,
  portfolioTooMany,
  portfolioUnknownReference,
  portfolioUnprioritised,
]
