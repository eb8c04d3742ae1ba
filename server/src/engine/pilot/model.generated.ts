// Generated from schemas/pilot.schema.json by `npm run generate`. Do not edit.

import type { Block, Located, LocatedList } from './located.ts'

/** The blocks of the format, by their names in the schema. */
export type BlockName = 'pilot' | 'priority' | 'valueCase' | 'timeline' | 'nextStep' | 'owners' | 'sponsor' | 'operator' | 'productionOwner' | 'deliveryOwner' | 'contacts' | 'champion' | 'partner' | 'itPartner' | 'criteria' | 'criterion' | 'reading' | 'scope' | 'feature' | 'dataBlock' | 'dataSource' | 'dataIssue' | 'audit' | 'integration' | 'integrationSystem' | 'securityReview' | 'workflow' | 'workaround' | 'condition' | 'rollout' | 'gate' | 'change' | 'adoption' | 'training' | 'kpis' | 'measure' | 'production' | 'retirement' | 'compliance' | 'artifacts' | 'artifact' | 'biasArtifact' | 'governance' | 'vendor' | 'cost' | 'oneTimeCost' | 'productionBudget' | 'outcome' | 'revisit'

/** One AI pilot: its facts and decisions on the way to production. */
export interface Pilot extends Block {
  readonly def: 'pilot'
  readonly apiVersion: Located<'pilot-as-code/v1'> | undefined
  readonly name: Located<string> | undefined
  readonly title: Located<string> | undefined
  readonly useCase: Located<string> | undefined
  readonly team: Located<string> | undefined
  readonly summary: Located<string> | undefined
  readonly stage: Located<'criteria' | 'ownership' | 'data' | 'rollout' | 'adoption' | 'production' | 'stopped'> | undefined
  readonly predecessor: Located<string> | undefined
  readonly comparedWith: LocatedList<Located<string>> | undefined
  readonly priority: Priority | undefined
  readonly currency: Located<string> | undefined
  readonly value: ValueCase | undefined
  readonly timeline: Timeline | undefined
  readonly next: NextStep | undefined
  readonly owners: Owners | undefined
  readonly criteria: Criteria | undefined
  readonly scope: Scope | undefined
  readonly data: DataBlock | undefined
  readonly integration: Integration | undefined
  readonly workflow: Workflow | undefined
  readonly conditions: LocatedList<Condition> | undefined
  readonly rollout: Rollout | undefined
  readonly gates: LocatedList<Gate> | undefined
  readonly change: Change | undefined
  readonly adoption: Adoption | undefined
  readonly kpis: Kpis | undefined
  readonly production: Production | undefined
  readonly compliance: Compliance | undefined
  readonly governance: Governance | undefined
  readonly vendor: Vendor | undefined
  readonly cost: Cost | undefined
  readonly outcome: Outcome | undefined
}

/** The place of the pilot among all others. */
export interface Priority extends Block {
  readonly def: 'priority'
  readonly rank: Located<number> | undefined
  readonly impact: Located<number> | undefined
  readonly feasibility: Located<number> | undefined
}

/** What the pilot is worth to the business. */
export interface ValueCase extends Block {
  readonly def: 'valueCase'
  readonly statement: Located<string> | undefined
  readonly amount: Located<number> | undefined
  readonly per: Located<'month' | 'quarter' | 'year' | 'once'> | undefined
}

/** The promised dates of the pilot. */
export interface Timeline extends Block {
  readonly def: 'timeline'
  readonly approved: Located<string> | undefined
  readonly start: Located<string> | undefined
  readonly end: Located<string> | undefined
  readonly productionBy: Located<string> | undefined
  readonly plan: Located<'five-stage' | 'ninety-day'> | undefined
  readonly readiness: Located<'high' | 'medium' | 'low'> | undefined
}

/** The next step, with its date. */
export interface NextStep extends Block {
  readonly def: 'nextStep'
  readonly what: Located<string> | undefined
  readonly by: Located<string> | undefined
}

/** The people who carry the pilot. */
export interface Owners extends Block {
  readonly def: 'owners'
  readonly sponsor: Sponsor | undefined
  readonly operator: Operator | undefined
  readonly production: ProductionOwner | undefined
  readonly delivery: DeliveryOwner | undefined
  readonly champion: Champion | undefined
  readonly partner: Partner | undefined
  readonly it: ItPartner | undefined
}

/** The executive behind the pilot. */
export interface Sponsor extends Block {
  readonly def: 'sponsor'
  readonly name: Located<string> | undefined
  readonly title: Located<string> | undefined
  readonly team: Located<string> | undefined
  readonly email: Located<string> | undefined
  readonly organisation: Located<string> | undefined
  readonly since: Located<string> | undefined
  readonly until: Located<string> | undefined
  readonly budgetAuthority: Located<boolean> | undefined
}

/** The one person who answers for adoption. */
export interface Operator extends Block {
  readonly def: 'operator'
  readonly name: Located<string> | undefined
  readonly title: Located<string> | undefined
  readonly team: Located<string> | undefined
  readonly email: Located<string> | undefined
  readonly organisation: Located<string> | undefined
  readonly since: Located<string> | undefined
  readonly until: Located<string> | undefined
  readonly accountability: Located<string> | undefined
}

/** The person or the team that runs it afterwards. */
export interface ProductionOwner extends Block {
  readonly def: 'productionOwner'
  readonly name: Located<string> | undefined
  readonly title: Located<string> | undefined
  readonly team: Located<string> | undefined
  readonly email: Located<string> | undefined
  readonly organisation: Located<string> | undefined
  readonly since: Located<string> | undefined
  readonly until: Located<string> | undefined
}

/** The owner of the work between pilot and production. */
export interface DeliveryOwner extends Block {
  readonly def: 'deliveryOwner'
  readonly name: Located<string> | undefined
  readonly title: Located<string> | undefined
  readonly team: Located<string> | undefined
  readonly email: Located<string> | undefined
  readonly organisation: Located<string> | undefined
  readonly since: Located<string> | undefined
  readonly until: Located<string> | undefined
  readonly mandate: Located<string> | undefined
  readonly covers: LocatedList<Located<'data-integration' | 'deployment' | 'compliance' | 'stakeholders' | 'kpis'>> | undefined
  readonly contacts: Contacts | undefined
}

/** One contact in each group that contributes. */
export interface Contacts extends Block {
  readonly def: 'contacts'
  readonly engineering: Located<string> | undefined
  readonly product: Located<string> | undefined
  readonly data: Located<string> | undefined
  readonly compliance: Located<string> | undefined
  readonly business: Located<string> | undefined
}

/** The person who drove the pilot. */
export interface Champion extends Block {
  readonly def: 'champion'
  readonly name: Located<string> | undefined
  readonly title: Located<string> | undefined
  readonly team: Located<string> | undefined
  readonly email: Located<string> | undefined
  readonly organisation: Located<string> | undefined
  readonly since: Located<string> | undefined
  readonly until: Located<string> | undefined
}

/** Consultants or others from outside who help with the pilot. */
export interface Partner extends Block {
  readonly def: 'partner'
  readonly name: Located<string> | undefined
  readonly title: Located<string> | undefined
  readonly team: Located<string> | undefined
  readonly email: Located<string> | undefined
  readonly organisation: Located<string> | undefined
  readonly since: Located<string> | undefined
  readonly until: Located<string> | undefined
  readonly successor: Located<string> | undefined
}

/** The partner of the pilot in IT. */
export interface ItPartner extends Block {
  readonly def: 'itPartner'
  readonly name: Located<string> | undefined
  readonly title: Located<string> | undefined
  readonly team: Located<string> | undefined
  readonly email: Located<string> | undefined
  readonly organisation: Located<string> | undefined
  readonly since: Located<string> | undefined
  readonly until: Located<string> | undefined
}

/** What success means, agreed before the start. */
export interface Criteria extends Block {
  readonly def: 'criteria'
  readonly agreed: Located<string> | undefined
  readonly success: LocatedList<Criterion> | undefined
  readonly go: LocatedList<Located<string>> | undefined
  readonly stop: LocatedList<Located<string>> | undefined
}

/** One number that decides about success. */
export interface Criterion extends Block {
  readonly def: 'criterion'
  readonly metric: Located<string> | undefined
  readonly kind: Located<'business' | 'technical'> | undefined
  readonly unit: Located<string> | undefined
  readonly better: Located<'higher' | 'lower'> | undefined
  readonly baseline: Located<number> | undefined
  readonly target: Located<number> | undefined
  readonly within: Located<string> | undefined
  readonly by: Located<string> | undefined
  readonly source: Located<string> | undefined
  readonly owner: Located<string> | undefined
  readonly readings: LocatedList<Reading> | undefined
}

/** One measured value. */
export interface Reading extends Block {
  readonly def: 'reading'
  readonly date: Located<string> | undefined
  readonly value: Located<number> | undefined
}

/** What the first phase handles. */
export interface Scope extends Block {
  readonly def: 'scope'
  readonly covers: Located<string> | undefined
  readonly exceptions: Located<string> | undefined
  readonly edgeCases: LocatedList<Located<string>> | undefined
  readonly features: LocatedList<Feature> | undefined
}

/** One thing that the system can do for its users. */
export interface Feature extends Block {
  readonly def: 'feature'
  readonly name: Located<string> | undefined
  readonly impact: Located<number> | undefined
  readonly phase: Located<number> | undefined
}

/** The data that the pilot works on. */
export interface DataBlock extends Block {
  readonly def: 'dataBlock'
  readonly sources: LocatedList<DataSource> | undefined
  readonly audit: Audit | undefined
  readonly decisionPoints: LocatedList<Located<string>> | undefined
}

/** One system that data comes from. */
export interface DataSource extends Block {
  readonly def: 'dataSource'
  readonly system: Located<string> | undefined
  readonly contents: Located<string> | undefined
  readonly quality: Located<'production' | 'curated' | 'synthetic'> | undefined
  readonly issues: LocatedList<DataIssue> | undefined
}

/** One defect in the data. */
export interface DataIssue extends Block {
  readonly def: 'dataIssue'
  readonly what: Located<string> | undefined
  readonly fix: Located<string> | undefined
  readonly done: Located<string> | undefined
}

/** The check of the data. */
export interface Audit extends Block {
  readonly def: 'audit'
  readonly started: Located<string> | undefined
  readonly completed: Located<string> | undefined
  readonly by: Located<string> | undefined
  readonly systems: LocatedList<Located<string>> | undefined
  readonly rules: Located<string> | undefined
}

/** The connection to the systems of daily work. */
export interface Integration extends Block {
  readonly def: 'integration'
  readonly budget: Located<number> | undefined
  readonly systems: LocatedList<IntegrationSystem> | undefined
}

/** One system that has to be connected. */
export interface IntegrationSystem extends Block {
  readonly def: 'integrationSystem'
  readonly system: Located<string> | undefined
  readonly direction: Located<'in' | 'out' | 'both'> | undefined
  readonly method: Located<'api' | 'event' | 'database' | 'file' | 'manual'> | undefined
  readonly status: Located<'unscoped' | 'scoped' | 'built' | 'live'> | undefined
  readonly effort: Located<string> | undefined
  readonly owner: Located<string> | undefined
  readonly scoped: Located<string> | undefined
  readonly securityReview: SecurityReview | undefined
}

/** A security review. */
export interface SecurityReview extends Block {
  readonly def: 'securityReview'
  readonly status: Located<'planned' | 'in-review' | 'passed' | 'failed'> | undefined
  readonly date: Located<string> | undefined
}

/** The real day of the people whose work changes. */
export interface Workflow extends Block {
  readonly def: 'workflow'
  readonly roles: LocatedList<Located<string>> | undefined
  readonly shadowed: Located<number> | undefined
  readonly map: Located<string> | undefined
  readonly systems: LocatedList<Located<string>> | undefined
  readonly workarounds: LocatedList<Workaround> | undefined
  readonly habitsChanged: Located<number> | undefined
  readonly newLogin: Located<boolean> | undefined
}

/** Something that people built for themselves. */
export interface Workaround extends Block {
  readonly def: 'workaround'
  readonly tool: Located<string> | undefined
  readonly maintainer: Located<string> | undefined
  readonly involved: Located<boolean> | undefined
}

/** Something that the pilot was lent. */
export interface Condition extends Block {
  readonly def: 'condition'
  readonly kind: Located<'permission' | 'data-access' | 'stakeholder' | 'vendor-support' | 'staffing' | 'process'> | undefined
  readonly what: Located<string> | undefined
  readonly decision: Located<'permanent' | 'withdrawn' | 'undecided'> | undefined
  readonly decidedBy: Located<string> | undefined
  readonly date: Located<string> | undefined
  readonly path: Located<string> | undefined
}

/** The first real use. */
export interface Rollout extends Block {
  readonly def: 'rollout'
  readonly start: Located<string> | undefined
  readonly environment: Located<'sandbox' | 'staging' | 'production'> | undefined
  readonly earlyAdopters: LocatedList<Located<string>> | Located<number> | undefined
  readonly participants: Located<'volunteers' | 'mixed' | 'representative'> | undefined
  readonly volume: Located<string> | undefined
}

/** One decision about the pilot, held or due. */
export interface Gate extends Block {
  readonly def: 'gate'
  readonly stage: Located<'criteria' | 'ownership' | 'data' | 'rollout' | 'adoption' | 'production'> | undefined
  readonly due: Located<string> | undefined
  readonly held: Located<string> | undefined
  readonly decision: Located<'advance' | 'expand' | 'diagnose' | 'hold' | 'stop'> | undefined
  readonly by: Located<string> | undefined
  readonly adoptersUsing: Located<number> | undefined
  readonly metricsMoving: Located<boolean> | undefined
  readonly notes: Located<string> | undefined
}

/** How the change is prepared. */
export interface Change extends Block {
  readonly def: 'change'
  readonly plan: Located<string> | undefined
  readonly owner: Located<string> | undefined
  readonly friction: LocatedList<Located<string>> | undefined
}

/** The way from the first group to everyone. */
export interface Adoption extends Block {
  readonly def: 'adoption'
  readonly playbook: Located<string> | undefined
  readonly training: LocatedList<Training> | undefined
  readonly reporting: Located<string> | undefined
  readonly edgeCases: Located<string> | undefined
  readonly governance: Located<string> | undefined
  readonly usageCheck: Located<string> | undefined
}

/** The training for one role. */
export interface Training extends Block {
  readonly def: 'training'
  readonly role: Located<string> | undefined
  readonly format: Located<string> | undefined
  readonly by: Located<string> | undefined
}

/** What production is measured by. */
export interface Kpis extends Block {
  readonly def: 'kpis'
  readonly horizon: Located<string> | undefined
  readonly measures: LocatedList<Measure> | undefined
  readonly failureModes: LocatedList<Located<string>> | undefined
}

/** One number that production is judged by. */
export interface Measure extends Block {
  readonly def: 'measure'
  readonly name: Located<string> | undefined
  readonly kind: Located<'business' | 'operational' | 'technical'> | undefined
  readonly unit: Located<string> | undefined
  readonly better: Located<'higher' | 'lower'> | undefined
  readonly target: Located<number> | undefined
  readonly owner: Located<string> | undefined
  readonly from: Located<string> | undefined
}

/** What "in production" means for this pilot. */
export interface Production extends Block {
  readonly def: 'production'
  readonly means: Located<string> | undefined
  readonly retires: LocatedList<Retirement> | undefined
  readonly runbook: Located<string> | undefined
}

/** An old tool that comes to an end. */
export interface Retirement extends Block {
  readonly def: 'retirement'
  readonly tool: Located<string> | undefined
  readonly by: Located<string> | undefined
}

/** The rules that apply and the evidence for them. */
export interface Compliance extends Block {
  readonly def: 'compliance'
  readonly jurisdictions: LocatedList<Located<string>> | undefined
  readonly affectsPeople: Located<boolean> | undefined
  readonly artifacts: Artifacts | undefined
}

/** The documents and duties that rules may ask for. */
export interface Artifacts extends Block {
  readonly def: 'artifacts'
  readonly riskAssessment: Artifact | undefined
  readonly biasTesting: BiasArtifact | undefined
  readonly userNotification: Artifact | undefined
  readonly optOut: Artifact | undefined
  readonly annualAudit: Artifact | undefined
  readonly auditTrail: Artifact | undefined
  readonly correction: Artifact | undefined
  readonly humanReview: Artifact | undefined
  readonly technicalDocumentation: Artifact | undefined
  readonly conformityAssessment: Artifact | undefined
  readonly transparencyNotice: Artifact | undefined
  readonly riskManagement: Artifact | undefined
}

/** A document or duty with its status. */
export interface Artifact extends Block {
  readonly def: 'artifact'
  readonly status: Located<'missing' | 'planned' | 'done' | 'not-applicable'> | undefined
  readonly date: Located<string> | undefined
  readonly document: Located<string> | undefined
  readonly reason: Located<string> | undefined
}

/** A bias test with its status and result. */
export interface BiasArtifact extends Block {
  readonly def: 'biasArtifact'
  readonly status: Located<'missing' | 'planned' | 'done' | 'not-applicable'> | undefined
  readonly date: Located<string> | undefined
  readonly document: Located<string> | undefined
  readonly reason: Located<string> | undefined
  readonly gap: Located<number> | undefined
  readonly threshold: Located<number> | undefined
  readonly resolved: Located<string> | undefined
}

/** How the pilot is steered. */
export interface Governance extends Block {
  readonly def: 'governance'
  readonly phase: Located<'crawl' | 'walk' | 'run'> | undefined
  readonly budgetOwner: Located<string> | undefined
  readonly checkIn: Located<'daily' | 'weekly' | 'fortnightly' | 'monthly' | 'quarterly'> | undefined
  readonly dashboard: Located<string> | undefined
  readonly escalation: Located<string> | undefined
  readonly requirements: Located<number> | undefined
  readonly steeringCommittee: Located<string> | undefined
  readonly review: Located<'daily' | 'weekly' | 'fortnightly' | 'monthly' | 'quarterly'> | undefined
  readonly lastReview: Located<string> | undefined
  readonly changeProcess: Located<string> | undefined
  readonly returnMeasured: Located<string> | undefined
  readonly businessReview: Located<'daily' | 'weekly' | 'fortnightly' | 'monthly' | 'quarterly'> | undefined
  readonly trainingProgramme: Located<string> | undefined
  readonly improvement: Located<string> | undefined
}

/** The supplier of the tool. */
export interface Vendor extends Block {
  readonly def: 'vendor'
  readonly name: Located<string> | undefined
  readonly tool: Located<string> | undefined
  readonly pilotPrice: Located<number> | undefined
  readonly productionPrice: Located<number> | undefined
  readonly domain: Located<string> | undefined
  readonly support: Located<string> | undefined
  readonly selected: Located<string> | undefined
  readonly lastUsed: Located<string> | undefined
  readonly exit: Located<string> | undefined
  readonly dataPortable: Located<boolean> | undefined
  readonly openStandards: Located<boolean> | undefined
}

/** What it costs. */
export interface Cost extends Block {
  readonly def: 'cost'
  readonly software: Located<number> | undefined
  readonly oneTime: OneTimeCost | undefined
  readonly productionBudget: ProductionBudget | undefined
}

/** What has to be spent once, by kind of work. */
export interface OneTimeCost extends Block {
  readonly def: 'oneTimeCost'
  readonly implementation: Located<number> | undefined
  readonly data: Located<number> | undefined
  readonly integration: Located<number> | undefined
  readonly change: Located<number> | undefined
}

/** The money set aside for production. */
export interface ProductionBudget extends Block {
  readonly def: 'productionBudget'
  readonly amount: Located<number> | undefined
  readonly status: Located<'requested' | 'under-review' | 'approved'> | undefined
  readonly approved: Located<string> | undefined
  readonly by: Located<string> | undefined
}

/** The decision that ends the pilot. */
export interface Outcome extends Block {
  readonly def: 'outcome'
  readonly decision: Located<'scale' | 'stop'> | undefined
  readonly date: Located<string> | undefined
  readonly by: Located<string> | undefined
  readonly because: Located<string> | undefined
  readonly learned: LocatedList<Located<string>> | undefined
  readonly revisit: Revisit | undefined
}

/** When to look at it again. */
export interface Revisit extends Block {
  readonly def: 'revisit'
  readonly when: Located<string> | undefined
  readonly by: Located<string> | undefined
}
