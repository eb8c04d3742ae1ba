/** The language of a pilot file; a user may have mapped the files to plain YAML instead. */
export const languageId = 'pilot-yaml'

/** The documents that the extension looks after. */
export const selector: { language: string; pattern?: string }[] = [
  { language: languageId },
  { language: 'yaml', pattern: '**/*.pilot.{yaml,yml}' },
  { language: 'yaml', pattern: '**/pilots.config.yaml' },
]
