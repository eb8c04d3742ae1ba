import type { TextDocument } from 'vscode'

/** The language of a pilot file; a user may have mapped the files, or all that end like YAML, to another one instead. */
export const languageId = 'pilot-yaml'

/** The documents that the extension looks after: by their language, or by their name whatever that is. */
export const selector: ({ language: string } | { pattern: string })[] = [
  { language: languageId },
  { pattern: '**/*.[pP][iI][lL][oO][tT].{[yY][aA][mM][lL],[yY][mM][lL]}' },
  { pattern: '**/pilots.config.yaml' },
]

/** Whether a document is a pilot: by its language, or by its name. */
export function isPilot({ languageId: language, uri }: Pick<TextDocument, 'languageId' | 'uri'>): boolean {
  return language === languageId || /\.pilot\.ya?ml$/i.test(uri.path)
}
