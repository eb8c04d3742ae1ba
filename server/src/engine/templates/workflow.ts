import { hole, sample, type TemplateBlock } from '../yaml/template.ts'

/** What has to be known about the work before it changes. */
export function workflowTemplate(): TemplateBlock {
  return {
    roles: [hole('role whose work changes')],
    shadowed: sample(3),
    map: hole('path of the map of the real work'),
    systems: [hole('system that these people touch')],
    habitsChanged: sample(1),
  }
}
