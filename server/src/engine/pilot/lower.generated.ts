// Generated from schemas/pilot.schema.json by `npm run generate`. Do not edit.

import type { Adoption, Artifact, Artifacts, Audit, BiasArtifact, Champion, Change, Compliance, Condition, Contacts, Cost, Criteria, Criterion, DataBlock, DataIssue, DataSource, DeliveryOwner, Feature, Gate, Governance, Integration, IntegrationSystem, ItPartner, Kpis, Measure, NextStep, OneTimeCost, Operator, Outcome, Owners, Partner, Pilot, Priority, Production, ProductionBudget, ProductionOwner, Reading, Retirement, Revisit, Rollout, Scope, SecurityReview, Sponsor, Timeline, Training, ValueCase, Vendor, Workaround, Workflow } from './model.generated.ts'

import { type Fields, fieldsOf, mappingOf, readAmount, readBoolean, readDate, readList, readNumber, readString, readWord, type Slot } from './read.ts'

import { type Section, sectionOf } from './section.ts'

export function readPilot(fields: Fields, block: Pick<Pilot, 'node' | 'span' | 'keySpan'>): Pilot {
  return {
    def: 'pilot',
    ...block,
    apiVersion: readWord(fields.get('apiVersion'), ['pilot-as-code/v1']),
    name: readString(fields.get('name')),
    title: readString(fields.get('title')),
    useCase: readString(fields.get('useCase')),
    team: readString(fields.get('team')),
    summary: readString(fields.get('summary')),
    stage: readWord(fields.get('stage'), ['criteria', 'ownership', 'data', 'rollout', 'adoption', 'production', 'stopped']),
    predecessor: readString(fields.get('predecessor')),
    comparedWith: readList(fields.get('comparedWith'), readString),
    priority: readPriority(fields.get('priority')),
    currency: readString(fields.get('currency')),
    value: readValueCase(fields.get('value')),
    timeline: readTimeline(fields.get('timeline')),
    next: readNextStep(fields.get('next')),
    owners: readOwners(fields.get('owners')),
    criteria: readCriteria(fields.get('criteria')),
    scope: readScope(fields.get('scope')),
    data: readDataBlock(fields.get('data')),
    integration: readIntegration(fields.get('integration')),
    workflow: readWorkflow(fields.get('workflow')),
    conditions: readList(fields.get('conditions'), readCondition),
    rollout: readRollout(fields.get('rollout')),
    gates: readList(fields.get('gates'), readGate),
    change: readChange(fields.get('change')),
    adoption: readAdoption(fields.get('adoption')),
    kpis: readKpis(fields.get('kpis')),
    production: readProduction(fields.get('production')),
    compliance: readCompliance(fields.get('compliance')),
    governance: readGovernance(fields.get('governance')),
    vendor: readVendor(fields.get('vendor')),
    cost: readCost(fields.get('cost')),
    outcome: readOutcome(fields.get('outcome')),
  }
}

function readPriority(slot: Slot | undefined): Priority | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'priority',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    rank: readAmount(fields.get('rank')),
    impact: readAmount(fields.get('impact')),
    feasibility: readAmount(fields.get('feasibility')),
  }
}

function readValueCase(slot: Slot | undefined): ValueCase | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'valueCase',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    statement: readString(fields.get('statement')),
    amount: readAmount(fields.get('amount')),
    per: readWord(fields.get('per'), ['month', 'quarter', 'year', 'once']),
  }
}

function readTimeline(slot: Slot | undefined): Timeline | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'timeline',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    approved: readDate(fields.get('approved')),
    start: readDate(fields.get('start')),
    end: readDate(fields.get('end')),
    productionBy: readDate(fields.get('productionBy')),
    plan: readWord(fields.get('plan'), ['five-stage', 'ninety-day']),
    readiness: readWord(fields.get('readiness'), ['high', 'medium', 'low']),
  }
}

function readNextStep(slot: Slot | undefined): NextStep | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'nextStep',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    what: readString(fields.get('what')),
    by: readDate(fields.get('by')),
  }
}

function readOwners(slot: Slot | undefined): Owners | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'owners',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    sponsor: readSponsor(fields.get('sponsor')),
    operator: readOperator(fields.get('operator')),
    production: readProductionOwner(fields.get('production')),
    delivery: readDeliveryOwner(fields.get('delivery')),
    champion: readChampion(fields.get('champion')),
    partner: readPartner(fields.get('partner')),
    it: readItPartner(fields.get('it')),
  }
}

function readSponsor(slot: Slot | undefined): Sponsor | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'sponsor',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    name: readString(fields.get('name')),
    title: readString(fields.get('title')),
    team: readString(fields.get('team')),
    email: readString(fields.get('email')),
    organisation: readString(fields.get('organisation')),
    since: readDate(fields.get('since')),
    until: readDate(fields.get('until')),
    budgetAuthority: readBoolean(fields.get('budgetAuthority')),
  }
}

function readOperator(slot: Slot | undefined): Operator | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'operator',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    name: readString(fields.get('name')),
    title: readString(fields.get('title')),
    team: readString(fields.get('team')),
    email: readString(fields.get('email')),
    organisation: readString(fields.get('organisation')),
    since: readDate(fields.get('since')),
    until: readDate(fields.get('until')),
    accountability: readString(fields.get('accountability')),
  }
}

function readProductionOwner(slot: Slot | undefined): ProductionOwner | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'productionOwner',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    name: readString(fields.get('name')),
    title: readString(fields.get('title')),
    team: readString(fields.get('team')),
    email: readString(fields.get('email')),
    organisation: readString(fields.get('organisation')),
    since: readDate(fields.get('since')),
    until: readDate(fields.get('until')),
  }
}

function readDeliveryOwner(slot: Slot | undefined): DeliveryOwner | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'deliveryOwner',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    name: readString(fields.get('name')),
    title: readString(fields.get('title')),
    team: readString(fields.get('team')),
    email: readString(fields.get('email')),
    organisation: readString(fields.get('organisation')),
    since: readDate(fields.get('since')),
    until: readDate(fields.get('until')),
    mandate: readString(fields.get('mandate')),
    covers: readList(fields.get('covers'), (slot) => readWord(slot, ['data-integration', 'deployment', 'compliance', 'stakeholders', 'kpis'])),
    contacts: readContacts(fields.get('contacts')),
  }
}

function readContacts(slot: Slot | undefined): Contacts | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'contacts',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    engineering: readString(fields.get('engineering')),
    product: readString(fields.get('product')),
    data: readString(fields.get('data')),
    compliance: readString(fields.get('compliance')),
    business: readString(fields.get('business')),
  }
}

function readChampion(slot: Slot | undefined): Champion | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'champion',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    name: readString(fields.get('name')),
    title: readString(fields.get('title')),
    team: readString(fields.get('team')),
    email: readString(fields.get('email')),
    organisation: readString(fields.get('organisation')),
    since: readDate(fields.get('since')),
    until: readDate(fields.get('until')),
  }
}

function readPartner(slot: Slot | undefined): Partner | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'partner',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    name: readString(fields.get('name')),
    title: readString(fields.get('title')),
    team: readString(fields.get('team')),
    email: readString(fields.get('email')),
    organisation: readString(fields.get('organisation')),
    since: readDate(fields.get('since')),
    until: readDate(fields.get('until')),
    successor: readString(fields.get('successor')),
  }
}

function readItPartner(slot: Slot | undefined): ItPartner | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'itPartner',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    name: readString(fields.get('name')),
    title: readString(fields.get('title')),
    team: readString(fields.get('team')),
    email: readString(fields.get('email')),
    organisation: readString(fields.get('organisation')),
    since: readDate(fields.get('since')),
    until: readDate(fields.get('until')),
  }
}

function readCriteria(slot: Slot | undefined): Criteria | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'criteria',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    agreed: readDate(fields.get('agreed')),
    success: readList(fields.get('success'), readCriterion),
    go: readList(fields.get('go'), readString),
    stop: readList(fields.get('stop'), readString),
  }
}

function readCriterion(slot: Slot | undefined): Criterion | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'criterion',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    metric: readString(fields.get('metric')),
    kind: readWord(fields.get('kind'), ['business', 'technical']),
    unit: readString(fields.get('unit')),
    better: readWord(fields.get('better'), ['higher', 'lower']),
    baseline: readNumber(fields.get('baseline')),
    target: readNumber(fields.get('target')),
    within: readString(fields.get('within')),
    by: readDate(fields.get('by')),
    source: readString(fields.get('source')),
    owner: readString(fields.get('owner')),
    readings: readList(fields.get('readings'), readReading),
  }
}

function readReading(slot: Slot | undefined): Reading | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'reading',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    date: readDate(fields.get('date')),
    value: readNumber(fields.get('value')),
  }
}

function readScope(slot: Slot | undefined): Scope | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'scope',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    covers: readString(fields.get('covers')),
    exceptions: readString(fields.get('exceptions')),
    edgeCases: readList(fields.get('edgeCases'), readString),
    features: readList(fields.get('features'), readFeature),
  }
}

function readFeature(slot: Slot | undefined): Feature | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'feature',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    name: readString(fields.get('name')),
    impact: readAmount(fields.get('impact')),
    phase: readAmount(fields.get('phase')),
  }
}

function readDataBlock(slot: Slot | undefined): DataBlock | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'dataBlock',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    sources: readList(fields.get('sources'), readDataSource),
    audit: readAudit(fields.get('audit')),
    decisionPoints: readList(fields.get('decisionPoints'), readString),
  }
}

function readDataSource(slot: Slot | undefined): DataSource | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'dataSource',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    system: readString(fields.get('system')),
    contents: readString(fields.get('contents')),
    quality: readWord(fields.get('quality'), ['production', 'curated', 'synthetic']),
    issues: readList(fields.get('issues'), readDataIssue),
  }
}

function readDataIssue(slot: Slot | undefined): DataIssue | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'dataIssue',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    what: readString(fields.get('what')),
    fix: readString(fields.get('fix')),
    done: readDate(fields.get('done')),
  }
}

function readAudit(slot: Slot | undefined): Audit | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'audit',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    started: readDate(fields.get('started')),
    completed: readDate(fields.get('completed')),
    by: readString(fields.get('by')),
    systems: readList(fields.get('systems'), readString),
    rules: readString(fields.get('rules')),
  }
}

function readIntegration(slot: Slot | undefined): Integration | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'integration',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    budget: readAmount(fields.get('budget')),
    systems: readList(fields.get('systems'), readIntegrationSystem),
  }
}

function readIntegrationSystem(slot: Slot | undefined): IntegrationSystem | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'integrationSystem',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    system: readString(fields.get('system')),
    direction: readWord(fields.get('direction'), ['in', 'out', 'both']),
    method: readWord(fields.get('method'), ['api', 'event', 'database', 'file', 'manual']),
    status: readWord(fields.get('status'), ['unscoped', 'scoped', 'built', 'live']),
    effort: readString(fields.get('effort')),
    owner: readString(fields.get('owner')),
    scoped: readDate(fields.get('scoped')),
    securityReview: readSecurityReview(fields.get('securityReview')),
  }
}

function readSecurityReview(slot: Slot | undefined): SecurityReview | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'securityReview',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    status: readWord(fields.get('status'), ['planned', 'in-review', 'passed', 'failed']),
    date: readDate(fields.get('date')),
  }
}

function readWorkflow(slot: Slot | undefined): Workflow | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'workflow',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    roles: readList(fields.get('roles'), readString),
    shadowed: readAmount(fields.get('shadowed')),
    map: readString(fields.get('map')),
    systems: readList(fields.get('systems'), readString),
    workarounds: readList(fields.get('workarounds'), readWorkaround),
    habitsChanged: readAmount(fields.get('habitsChanged')),
    newLogin: readBoolean(fields.get('newLogin')),
  }
}

function readWorkaround(slot: Slot | undefined): Workaround | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'workaround',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    tool: readString(fields.get('tool')),
    maintainer: readString(fields.get('maintainer')),
    involved: readBoolean(fields.get('involved')),
  }
}

function readCondition(slot: Slot | undefined): Condition | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'condition',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    kind: readWord(fields.get('kind'), ['permission', 'data-access', 'stakeholder', 'vendor-support', 'staffing', 'process']),
    what: readString(fields.get('what')),
    decision: readWord(fields.get('decision'), ['permanent', 'withdrawn', 'undecided']),
    decidedBy: readString(fields.get('decidedBy')),
    date: readDate(fields.get('date')),
    path: readString(fields.get('path')),
  }
}

function readRollout(slot: Slot | undefined): Rollout | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'rollout',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    start: readDate(fields.get('start')),
    environment: readWord(fields.get('environment'), ['sandbox', 'staging', 'production']),
    earlyAdopters: readList(fields.get('earlyAdopters'), readString) ?? readAmount(fields.get('earlyAdopters')),
    participants: readWord(fields.get('participants'), ['volunteers', 'mixed', 'representative']),
    volume: readString(fields.get('volume')),
  }
}

function readGate(slot: Slot | undefined): Gate | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'gate',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    stage: readWord(fields.get('stage'), ['criteria', 'ownership', 'data', 'rollout', 'adoption', 'production']),
    due: readDate(fields.get('due')),
    held: readDate(fields.get('held')),
    decision: readWord(fields.get('decision'), ['advance', 'expand', 'diagnose', 'hold', 'stop']),
    by: readString(fields.get('by')),
    adoptersUsing: readAmount(fields.get('adoptersUsing')),
    metricsMoving: readBoolean(fields.get('metricsMoving')),
    notes: readString(fields.get('notes')),
  }
}

function readChange(slot: Slot | undefined): Change | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'change',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    plan: readString(fields.get('plan')),
    owner: readString(fields.get('owner')),
    friction: readList(fields.get('friction'), readString),
  }
}

function readAdoption(slot: Slot | undefined): Adoption | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'adoption',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    playbook: readString(fields.get('playbook')),
    training: readList(fields.get('training'), readTraining),
    reporting: readString(fields.get('reporting')),
    edgeCases: readString(fields.get('edgeCases')),
    governance: readString(fields.get('governance')),
    usageCheck: readDate(fields.get('usageCheck')),
  }
}

function readTraining(slot: Slot | undefined): Training | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'training',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    role: readString(fields.get('role')),
    format: readString(fields.get('format')),
    by: readDate(fields.get('by')),
  }
}

function readKpis(slot: Slot | undefined): Kpis | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'kpis',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    horizon: readString(fields.get('horizon')),
    measures: readList(fields.get('measures'), readMeasure),
    failureModes: readList(fields.get('failureModes'), readString),
  }
}

function readMeasure(slot: Slot | undefined): Measure | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'measure',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    name: readString(fields.get('name')),
    kind: readWord(fields.get('kind'), ['business', 'operational', 'technical']),
    unit: readString(fields.get('unit')),
    better: readWord(fields.get('better'), ['higher', 'lower']),
    target: readNumber(fields.get('target')),
    owner: readString(fields.get('owner')),
    from: readString(fields.get('from')),
  }
}

function readProduction(slot: Slot | undefined): Production | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'production',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    means: readString(fields.get('means')),
    retires: readList(fields.get('retires'), readRetirement),
    runbook: readString(fields.get('runbook')),
  }
}

function readRetirement(slot: Slot | undefined): Retirement | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'retirement',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    tool: readString(fields.get('tool')),
    by: readDate(fields.get('by')),
  }
}

function readCompliance(slot: Slot | undefined): Compliance | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'compliance',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    jurisdictions: readList(fields.get('jurisdictions'), readString),
    affectsPeople: readBoolean(fields.get('affectsPeople')),
    artifacts: readArtifacts(fields.get('artifacts')),
  }
}

function readArtifacts(slot: Slot | undefined): Artifacts | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'artifacts',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    riskAssessment: readArtifact(fields.get('riskAssessment')),
    biasTesting: readBiasArtifact(fields.get('biasTesting')),
    userNotification: readArtifact(fields.get('userNotification')),
    optOut: readArtifact(fields.get('optOut')),
    annualAudit: readArtifact(fields.get('annualAudit')),
    auditTrail: readArtifact(fields.get('auditTrail')),
    correction: readArtifact(fields.get('correction')),
    humanReview: readArtifact(fields.get('humanReview')),
    technicalDocumentation: readArtifact(fields.get('technicalDocumentation')),
    conformityAssessment: readArtifact(fields.get('conformityAssessment')),
    transparencyNotice: readArtifact(fields.get('transparencyNotice')),
    riskManagement: readArtifact(fields.get('riskManagement')),
  }
}

function readArtifact(slot: Slot | undefined): Artifact | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'artifact',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    status: readWord(fields.get('status'), ['missing', 'planned', 'done', 'not-applicable']),
    date: readDate(fields.get('date')),
    document: readString(fields.get('document')),
    reason: readString(fields.get('reason')),
  }
}

function readBiasArtifact(slot: Slot | undefined): BiasArtifact | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'biasArtifact',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    status: readWord(fields.get('status'), ['missing', 'planned', 'done', 'not-applicable']),
    date: readDate(fields.get('date')),
    document: readString(fields.get('document')),
    reason: readString(fields.get('reason')),
    gap: readAmount(fields.get('gap')),
    threshold: readAmount(fields.get('threshold')),
    resolved: readDate(fields.get('resolved')),
  }
}

function readGovernance(slot: Slot | undefined): Governance | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'governance',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    phase: readWord(fields.get('phase'), ['crawl', 'walk', 'run']),
    budgetOwner: readString(fields.get('budgetOwner')),
    checkIn: readWord(fields.get('checkIn'), ['daily', 'weekly', 'fortnightly', 'monthly', 'quarterly']),
    dashboard: readString(fields.get('dashboard')),
    escalation: readString(fields.get('escalation')),
    requirements: readAmount(fields.get('requirements')),
    steeringCommittee: readString(fields.get('steeringCommittee')),
    review: readWord(fields.get('review'), ['daily', 'weekly', 'fortnightly', 'monthly', 'quarterly']),
    lastReview: readDate(fields.get('lastReview')),
    changeProcess: readString(fields.get('changeProcess')),
    returnMeasured: readDate(fields.get('returnMeasured')),
    businessReview: readWord(fields.get('businessReview'), ['daily', 'weekly', 'fortnightly', 'monthly', 'quarterly']),
    trainingProgramme: readString(fields.get('trainingProgramme')),
    improvement: readString(fields.get('improvement')),
  }
}

function readVendor(slot: Slot | undefined): Vendor | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'vendor',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    name: readString(fields.get('name')),
    tool: readString(fields.get('tool')),
    pilotPrice: readAmount(fields.get('pilotPrice')),
    productionPrice: readAmount(fields.get('productionPrice')),
    domain: readString(fields.get('domain')),
    support: readString(fields.get('support')),
    selected: readDate(fields.get('selected')),
    lastUsed: readDate(fields.get('lastUsed')),
    exit: readString(fields.get('exit')),
    dataPortable: readBoolean(fields.get('dataPortable')),
    openStandards: readBoolean(fields.get('openStandards')),
  }
}

function readCost(slot: Slot | undefined): Cost | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'cost',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    software: readAmount(fields.get('software')),
    oneTime: readOneTimeCost(fields.get('oneTime')),
    productionBudget: readProductionBudget(fields.get('productionBudget')),
  }
}

function readOneTimeCost(slot: Slot | undefined): OneTimeCost | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'oneTimeCost',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    implementation: readAmount(fields.get('implementation')),
    data: readAmount(fields.get('data')),
    integration: readAmount(fields.get('integration')),
    change: readAmount(fields.get('change')),
  }
}

function readProductionBudget(slot: Slot | undefined): ProductionBudget | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'productionBudget',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    amount: readAmount(fields.get('amount')),
    status: readWord(fields.get('status'), ['requested', 'under-review', 'approved']),
    approved: readDate(fields.get('approved')),
    by: readString(fields.get('by')),
  }
}

function readOutcome(slot: Slot | undefined): Outcome | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'outcome',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    decision: readWord(fields.get('decision'), ['scale', 'stop']),
    date: readDate(fields.get('date')),
    by: readString(fields.get('by')),
    because: readString(fields.get('because')),
    learned: readList(fields.get('learned'), readString),
    revisit: readRevisit(fields.get('revisit')),
  }
}

function readRevisit(slot: Slot | undefined): Revisit | undefined {
  const node = slot && mappingOf(slot.value)
  const fields = fieldsOf(node)
  if (!slot || !node || !fields) return undefined
  return {
    def: 'revisit',
    node,
    span: node.span,
    keySpan: slot.keySpan,
    when: readString(fields.get('when')),
    by: readDate(fields.get('by')),
  }
}

/** What stands under each key of a pilot. */
export interface PilotSections {
  readonly apiVersion: Section<Pilot['apiVersion']>
  readonly name: Section<Pilot['name']>
  readonly title: Section<Pilot['title']>
  readonly useCase: Section<Pilot['useCase']>
  readonly team: Section<Pilot['team']>
  readonly summary: Section<Pilot['summary']>
  readonly stage: Section<Pilot['stage']>
  readonly predecessor: Section<Pilot['predecessor']>
  readonly comparedWith: Section<Pilot['comparedWith']>
  readonly priority: Section<Pilot['priority']>
  readonly currency: Section<Pilot['currency']>
  readonly value: Section<Pilot['value']>
  readonly timeline: Section<Pilot['timeline']>
  readonly next: Section<Pilot['next']>
  readonly owners: Section<Pilot['owners']>
  readonly criteria: Section<Pilot['criteria']>
  readonly scope: Section<Pilot['scope']>
  readonly data: Section<Pilot['data']>
  readonly integration: Section<Pilot['integration']>
  readonly workflow: Section<Pilot['workflow']>
  readonly conditions: Section<Pilot['conditions']>
  readonly rollout: Section<Pilot['rollout']>
  readonly gates: Section<Pilot['gates']>
  readonly change: Section<Pilot['change']>
  readonly adoption: Section<Pilot['adoption']>
  readonly kpis: Section<Pilot['kpis']>
  readonly production: Section<Pilot['production']>
  readonly compliance: Section<Pilot['compliance']>
  readonly governance: Section<Pilot['governance']>
  readonly vendor: Section<Pilot['vendor']>
  readonly cost: Section<Pilot['cost']>
  readonly outcome: Section<Pilot['outcome']>
}

/** The sections of a text; those whose slots are the same are taken from the text before. */
export function sectionsOf(
  slotOf: (key: string) => Slot | undefined,
  before: PilotSections | undefined,
): PilotSections {
  return {
    apiVersion: sectionOf(slotOf('apiVersion'), (slot) => readWord(slot, ['pilot-as-code/v1']), before?.apiVersion),
    name: sectionOf(slotOf('name'), readString, before?.name),
    title: sectionOf(slotOf('title'), readString, before?.title),
    useCase: sectionOf(slotOf('useCase'), readString, before?.useCase),
    team: sectionOf(slotOf('team'), readString, before?.team),
    summary: sectionOf(slotOf('summary'), readString, before?.summary),
    stage: sectionOf(slotOf('stage'), (slot) => readWord(slot, ['criteria', 'ownership', 'data', 'rollout', 'adoption', 'production', 'stopped']), before?.stage),
    predecessor: sectionOf(slotOf('predecessor'), readString, before?.predecessor),
    comparedWith: sectionOf(slotOf('comparedWith'), (slot) => readList(slot, readString), before?.comparedWith),
    priority: sectionOf(slotOf('priority'), readPriority, before?.priority),
    currency: sectionOf(slotOf('currency'), readString, before?.currency),
    value: sectionOf(slotOf('value'), readValueCase, before?.value),
    timeline: sectionOf(slotOf('timeline'), readTimeline, before?.timeline),
    next: sectionOf(slotOf('next'), readNextStep, before?.next),
    owners: sectionOf(slotOf('owners'), readOwners, before?.owners),
    criteria: sectionOf(slotOf('criteria'), readCriteria, before?.criteria),
    scope: sectionOf(slotOf('scope'), readScope, before?.scope),
    data: sectionOf(slotOf('data'), readDataBlock, before?.data),
    integration: sectionOf(slotOf('integration'), readIntegration, before?.integration),
    workflow: sectionOf(slotOf('workflow'), readWorkflow, before?.workflow),
    conditions: sectionOf(slotOf('conditions'), (slot) => readList(slot, readCondition), before?.conditions),
    rollout: sectionOf(slotOf('rollout'), readRollout, before?.rollout),
    gates: sectionOf(slotOf('gates'), (slot) => readList(slot, readGate), before?.gates),
    change: sectionOf(slotOf('change'), readChange, before?.change),
    adoption: sectionOf(slotOf('adoption'), readAdoption, before?.adoption),
    kpis: sectionOf(slotOf('kpis'), readKpis, before?.kpis),
    production: sectionOf(slotOf('production'), readProduction, before?.production),
    compliance: sectionOf(slotOf('compliance'), readCompliance, before?.compliance),
    governance: sectionOf(slotOf('governance'), readGovernance, before?.governance),
    vendor: sectionOf(slotOf('vendor'), readVendor, before?.vendor),
    cost: sectionOf(slotOf('cost'), readCost, before?.cost),
    outcome: sectionOf(slotOf('outcome'), readOutcome, before?.outcome),
  }
}

/** A pilot of which each section is read when somebody asks for it. Its sections are no properties of its own: a spread would lose them. */
export class SectionedPilot implements Pilot {
  readonly def = 'pilot'
  readonly node: Pilot['node']
  readonly span: Pilot['span']
  readonly keySpan: Pilot['keySpan']
  readonly #sections: PilotSections
  readonly #read: SectionReader

  /** What reads is told the key of each section that somebody asks for. */
  constructor(sections: PilotSections, { node, span, keySpan }: Pick<Pilot, 'node' | 'span' | 'keySpan'>, read: SectionReader) {
    this.node = node
    this.span = span
    this.keySpan = keySpan
    this.#sections = sections
    this.#read = read
  }

  get apiVersion(): Pilot['apiVersion'] { return this.#read('apiVersion', this.#sections.apiVersion) }
  get name(): Pilot['name'] { return this.#read('name', this.#sections.name) }
  get title(): Pilot['title'] { return this.#read('title', this.#sections.title) }
  get useCase(): Pilot['useCase'] { return this.#read('useCase', this.#sections.useCase) }
  get team(): Pilot['team'] { return this.#read('team', this.#sections.team) }
  get summary(): Pilot['summary'] { return this.#read('summary', this.#sections.summary) }
  get stage(): Pilot['stage'] { return this.#read('stage', this.#sections.stage) }
  get predecessor(): Pilot['predecessor'] { return this.#read('predecessor', this.#sections.predecessor) }
  get comparedWith(): Pilot['comparedWith'] { return this.#read('comparedWith', this.#sections.comparedWith) }
  get priority(): Pilot['priority'] { return this.#read('priority', this.#sections.priority) }
  get currency(): Pilot['currency'] { return this.#read('currency', this.#sections.currency) }
  get value(): Pilot['value'] { return this.#read('value', this.#sections.value) }
  get timeline(): Pilot['timeline'] { return this.#read('timeline', this.#sections.timeline) }
  get next(): Pilot['next'] { return this.#read('next', this.#sections.next) }
  get owners(): Pilot['owners'] { return this.#read('owners', this.#sections.owners) }
  get criteria(): Pilot['criteria'] { return this.#read('criteria', this.#sections.criteria) }
  get scope(): Pilot['scope'] { return this.#read('scope', this.#sections.scope) }
  get data(): Pilot['data'] { return this.#read('data', this.#sections.data) }
  get integration(): Pilot['integration'] { return this.#read('integration', this.#sections.integration) }
  get workflow(): Pilot['workflow'] { return this.#read('workflow', this.#sections.workflow) }
  get conditions(): Pilot['conditions'] { return this.#read('conditions', this.#sections.conditions) }
  get rollout(): Pilot['rollout'] { return this.#read('rollout', this.#sections.rollout) }
  get gates(): Pilot['gates'] { return this.#read('gates', this.#sections.gates) }
  get change(): Pilot['change'] { return this.#read('change', this.#sections.change) }
  get adoption(): Pilot['adoption'] { return this.#read('adoption', this.#sections.adoption) }
  get kpis(): Pilot['kpis'] { return this.#read('kpis', this.#sections.kpis) }
  get production(): Pilot['production'] { return this.#read('production', this.#sections.production) }
  get compliance(): Pilot['compliance'] { return this.#read('compliance', this.#sections.compliance) }
  get governance(): Pilot['governance'] { return this.#read('governance', this.#sections.governance) }
  get vendor(): Pilot['vendor'] { return this.#read('vendor', this.#sections.vendor) }
  get cost(): Pilot['cost'] { return this.#read('cost', this.#sections.cost) }
  get outcome(): Pilot['outcome'] { return this.#read('outcome', this.#sections.outcome) }
}

type SectionReader = <T>(key: string, section: Section<T>) => T

