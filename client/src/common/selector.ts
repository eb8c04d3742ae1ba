import type { TextDocument } from 'vscode'

/** The language of a pilot file; a user may have mapped the files to plain YAML instead. */
export const languageId = 'pilot-yaml'

/** The documents that the extension looks after. */
export const selector: { language: string; pattern?: string }[] = [
  { language: languageId },
  { language: 'yaml', pattern: '**/*.pilot.{yaml,yml}' },
  { language: 'yaml', pattern: '**/pilots.config.yaml' },
]

/** Whether a document is a pilot: by its language, or by its name where the language is YAML. */
export function isPilot({ languageId: language, uri }: Pick<TextDocument, 'languageId' | 'uri'>): boolean {
  return language === languageId || (language === 'yaml' && /\.pilot\.ya?ml$/i.test(uri.path))
}
