import { hole, type TemplateBlock } from '../yaml/template.ts'

/** What "in production" means and, where someone has to run it soon, how. */
export function productionTemplate(run: boolean): TemplateBlock {
  const means = hole('who does what with it, and how often')
  return run
    ? { means, runbook: hole('path of the instructions for monitoring, maintenance and support') }
    : { means }
}
