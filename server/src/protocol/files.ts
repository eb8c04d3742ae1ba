import { RequestType } from 'vscode-languageserver-protocol'
import type { DocumentUri } from 'vscode-languageserver-types'

/** The server asks the client, where it has no file system of its own, for the files of a kind below a folder. */
export const listFiles: RequestType<FolderQuery, FileListing, void> = new RequestType('pilots/files/list')

/** The server asks the client for the text of a file. */
export const readFile: RequestType<{ readonly uri: DocumentUri }, FileText, void> = new RequestType(
  'pilots/files/read',
)

export interface FolderQuery {
  readonly folder: DocumentUri
  /** `yaml`: all files of YAML; the pilots otherwise. */
  readonly kind: 'pilots' | 'yaml'
}

export interface FileListing {
  readonly uris: readonly DocumentUri[]
  /** False when a limit ended the search. */
  readonly complete: boolean
}

export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-utf-8' }
