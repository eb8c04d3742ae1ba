/**
 * The map of the inventory of AI use cases that the agencies of the US government published for 2025
 * (github.com/ombegov/2025-Federal-Agency-AI-Use-Case-Inventory), for its use cases in stage "Pilot".
 */
export const usFederal2025: string = `# The inventory of AI use cases of the US federal agencies for 2025: its use cases in stage "Pilot".
only:
  development_stage: [Pilot]
id: id
dates: month-first
unknown: [redacted, tbs, not publicly available, n/a - in-house development]
fields:
  title: { column: use_case_name }
  team: { column: [agency_bureau, agency_name] }
  summary: { column: problem_solved }
  # "Pilot" there is a limited use by real users, which is what a rollout is here.
  stage:
    column: development_stage
    words: { Pre-deployment: data, Pilot: rollout, Deployed: production, Retired: stopped }
  value.statement: { column: benefits }
  timeline.start: { column: operational_date }
  vendor.name: { column: vendor_name }
  # "High-impact" is a principal basis of decisions about people. What is not may still help to decide: left out.
  compliance.affectsPeople:
    column: is_high_impact
    words: { High-impact: true, Not High-impact: n/a, "Presumed High-Impact, but Not High-impact": n/a }
  compliance.artifacts.riskAssessment.status:
    column: hi_assessment_completed
    words: { "Yes": done, In-progress: planned, "No": missing }
  x-agency: { column: agency_name }
  x-id: { column: id }
  x-topic: { column: topic_area }
`
