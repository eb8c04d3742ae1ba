import type { Rule } from '../rule.ts'

export const fileName: Rule = {
  id: 'file/name',
  from: { criteria: 'warning', stopped: 'warning' },
  docs: {
    summary: 'The name of a pilot is the name of its file.',
    why: 'Other files, reports and people refer to a pilot by its name. When its file has another one, they look for it in vain, and its Git history is split.',
    remedy: 'Decide which of the two names is right, and use it for both.',
    sources: [
      { claim: 'H01', says: 'Names that differ lead to references that find the wrong pilot or none.' },
    ],
    bad: [
      {
        title: 'A file that was copied',
        file: 'demand-forecast-plant-b.pilot.yaml',
        yaml: `name: demand-forecast
#     ^^^^^^^^^^^^^^^ warning: The pilot is named "demand-forecast" and its file "demand-forecast-plant-b". Use one name for both.
`,
      },
      {
        title: 'A difference in spelling',
        file: 'demand_forecast.PILOT.yml',
        yaml: `stage: stopped
name: demand-forecast
#     ^^^^^^^^^^^^^^^ warning
`,
      },
    ],
    good: [
      { title: 'One name', file: 'demand-forecast.pilot.yaml', yaml: 'name: demand-forecast\n' },
      { title: 'The short extension', file: 'demand-forecast.pilot.yml', yaml: 'name: demand-forecast\n' },
      {
        title: 'Capital letters in the extension',
        file: 'demand-forecast.Pilot.YAML',
        yaml: 'name: demand-forecast\n',
      },
      {
        title: 'A file not named like a pilot file',
        file: 'draft.yaml',
        yaml: 'name: demand-forecast\n',
      },
    ],
  },

  *check({ name }, { file }) {
    const [, other] = /^(.+)\.pilot\.ya?ml$/i.exec(file.name ?? '') ?? []
    // What is no short name is the schema's to report.
    if (!name || other === undefined || other === name.value || !SLUG.test(name.value)) return
    const changes = [{ do: 'replace', span: name.span, text: other } as const]
    yield {
      at: name.span,
      message: `The pilot is named "${name.value}" and its file "${other}". Use one name for both.`,
      fixes: SLUG.test(other) ? [{ title: `Name the pilot "${other}"`, safe: false, changes }] : [],
    }
  },
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
