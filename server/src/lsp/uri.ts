import { CONFIG_FILE, isInside } from '../engine/config/paths.ts'

/** The name of the file without folders, as a person reads it. */
export function fileNameOf(uri: string): string {
  return (
    decoded(uri)
      .replace(/^untitled:/, '')
      .split('/')
      .at(-1) ?? ''
  )
}

/** Whether the name says that the file is a configuration. */
export function isConfigUri(uri: string): boolean {
  return fileNameOf(uri) === CONFIG_FILE
}

/**
 * Equal for two spellings of one address: editors and file systems differ in which characters they escape, and in the case
 * of a drive letter.
 */
export function fileKey(uri: string): string {
  return decoded(uri).replace(
    /^file:\/\/\/([A-Za-z]):/,
    (_, drive: string) => `file:///${drive.toLowerCase()}:`,
  )
}

/** The same of a folder, without a slash at its end. */
export function folderKey(folder: string): string {
  return fileKey(folder).replace(/\/+$/, '')
}

/** The address of what `fileKey` made into a path. */
export function uriOf(path: string): string {
  const [, start = '', rest = path] = /^([A-Za-z][\w+.-]*:\/\/[^/]*)(.*)$/s.exec(path) ?? []
  return start + rest.split('/').map(encodeURIComponent).join('/')
}

/** Whether the file stands in the folder, or is the folder. */
export function isBelow(uri: string, folder: string): boolean {
  return isInside(fileKey(uri), folderKey(folder))
}

/** The nearest of some folders around a file; empty where none of them is. */
export function nearestAround(uri: string, folders: readonly string[]): string {
  const around = folders.filter((folder) => isBelow(uri, folder))
  return around.reduce((best, folder) => (folder.length > best.length ? folder : best), '')
}

/** Whether it is one of the files in which Git notes where its branches are, or the folder of all of them. */
export function isRepositoryUri(uri: string): boolean {
  return /\/\.git(?:\/(?:HEAD|packed-refs|refs\/.*|logs\/HEAD))?$/.test(fileKey(uri))
}

/** Whether the file stands in a folder whose content nobody wrote for us, such as an installed package. */
export function isForeign(uri: string): boolean {
  return /\/(?:\.git|node_modules)\//.test(fileKey(uri))
}

function decoded(uri: string): string {
  // It is asked of thousands at a time, most of which have nothing to be replaced.
  if (!uri.includes('%')) return uri
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}
