import { FileType, RelativePattern, Uri, workspace } from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/browser'
import {
  type FileListing,
  type FileText,
  type FolderQuery,
  listFiles,
  readFile,
} from '../../../server/src/protocol/files.ts'

/** Files of one listing, bytes of one file, and of the baseline of ten thousand pilots. */
const MOST = 10_000
const SIZE = 2 * 1024 * 1024
const BASELINE_SIZE = 16 * SIZE

/** Answers the server's questions about files. Only files of YAML and baselines in the open folders are read. */
export function answerFiles(client: LanguageClient): void {
  client.onRequest(listFiles, ({ folder, kind }) => list(Uri.parse(folder), kind))
  client.onRequest(readFile, ({ uri }) => read(Uri.parse(uri)))
}

const ending = '{[yY][aA][mM][lL],[yY][mM][lL]}'
const patterns = { pilots: `**/*.[pP][iI][lL][oO][tT].${ending}`, yaml: `**/*.${ending}` } as const

async function list(folder: Uri, kind: FolderQuery['kind']): Promise<FileListing> {
  const pattern = new RelativePattern(folder, patterns[kind])
  const found = await workspace.findFiles(pattern, '**/{.git,node_modules}/**', MOST)
  return { uris: found.map((uri) => uri.toString()).sort(), complete: found.length < MOST }
}

async function read(uri: Uri): Promise<FileText> {
  const isBaseline = uri.path.endsWith('/pilots.baseline.json')
  if (!workspace.getWorkspaceFolder(uri) || !(isBaseline || /\.ya?ml$/i.test(uri.path)))
    return { kind: 'missing' }
  try {
    const { type, size } = await workspace.fs.stat(uri)
    if (type !== FileType.File) return { kind: 'missing' }
    return size > (isBaseline ? BASELINE_SIZE : SIZE)
      ? { kind: 'too-large' }
      : decode(await workspace.fs.readFile(uri))
  } catch {
    return { kind: 'missing' }
  }
}

function decode(bytes: Uint8Array): FileText {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { kind: 'not-utf-8' }
  }
}
