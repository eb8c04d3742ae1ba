import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidDeleteFilesNotification,
  DidRenameFilesNotification,
  FileChangeType,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver'
import { folderOf } from '../engine/config/paths.ts'
import { workspaceTrusted } from '../protocol/trust.ts'
import { yamlCheckChanged } from '../protocol/yaml-check.ts'
import type { Client } from './client.ts'
import type { Guard } from './guard.ts'
import { namesFiles, namesFolders } from './params.ts'
import type { Session } from './session.ts'

/** Takes in what happens outside the open documents: to files, folders and settings. */
export function hear(connection: Connection, session: Session, guard: Guard): void {
  connection.onDidChangeWatchedFiles(
    guard.notification('didChangeWatchedFiles', (params) => {
      if (!namesFiles(params)) return
      for (const { uri, type } of params.changes) {
        if (type === FileChangeType.Created) session.disk.appeared(uri)
        else session.disk.touch(uri)
      }
    }),
  )
  connection.onNotification(
    DidRenameFilesNotification.type,
    guard.notification('didRenameFiles', (params) => {
      if (!namesFiles(params)) return
      for (const { oldUri, newUri } of params.files) {
        session.disk.touch(oldUri)
        if (typeof newUri === 'string') session.disk.appeared(newUri)
      }
    }),
  )
  connection.onNotification(
    DidDeleteFilesNotification.type,
    guard.notification('didDeleteFiles', (params) => {
      if (namesFiles(params)) for (const { uri } of params.files) session.disk.touch(uri)
    }),
  )
  connection.onDidChangeConfiguration(
    guard.notification('didChangeConfiguration', (params) => {
      const asked = session.client.hasConfiguration
      return session.configure(asked ? connection.workspace.getConfiguration('pilots') : params?.settings)
    }),
  )
  hearOfOurs(connection, session, guard)
}

/** The same of what our own client says and no other does. */
function hearOfOurs(connection: Connection, session: Session, guard: Guard): void {
  connection.onNotification(
    workspaceTrusted.method,
    guard.notification('pilots/trusted', () => session.trust()),
  )
  connection.onNotification(
    yamlCheckChanged.method,
    guard.notification('pilots/checksYaml', (isChecked) => {
      if (typeof isChecked === 'boolean') session.checksYaml(isChecked)
    }),
  )
}

/** Pilots, configurations and what they name, baselines, what Git ignores, and where Git notes the newest commits. */
const watched: readonly FileSystemWatcher[] = [
  { globPattern: '**/*.[yY][aA][mM][lL]' },
  { globPattern: '**/*.[yY][mM][lL]' },
  { globPattern: '**/{pilots.baseline.json,.gitignore}' },
  ...['HEAD', 'packed-refs', 'refs/**'].map((name) => ({ globPattern: `**/.git/${name}` })),
  // Of a folder that comes or goes only the folder is told, whose name no pattern knows.
  { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete },
]

/** Asks to hear of configurations above a folder of the workspace or a file, and of commits, where the client can tell. */
export async function watchAbove(
  connection: Connection,
  { watchesFiles, watchesAbove }: Client,
  { path, root }: { readonly path: string; readonly root: string },
): Promise<void> {
  if (!watchesFiles || !watchesAbove) return
  const watchers = [`${root}/.git`, `${root}/.git/logs`].map((baseUri) => watcher(baseUri, 'HEAD'))
  for (let at = path; at.length > root.length; ) {
    at = folderOf(at)
    // A pattern without a folder in it makes nobody watch all that lies below.
    watchers.push(watcher(at, '{*.yaml,*.yml,pilots.baseline.json,.gitignore}'))
  }
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
}

function watcher(baseUri: string, pattern: string): FileSystemWatcher {
  return { globPattern: { baseUri, pattern } }
}

/** Listens for folders, asks to hear of files and settings, and reads the settings for the first time. */
export function listen(connection: Connection, session: Session, guard: Guard): void {
  const { client } = session
  // The library takes this notification for itself at the handshake: who listens before is not heard any more.
  connection.onNotification(
    DidChangeWorkspaceFoldersNotification.type,
    guard.notification('didChangeWorkspaceFolders', (params) => {
      if (!namesFolders(params)) return
      for (const { uri } of params.event.removed) session.removeFolder(uri)
      for (const { uri } of params.event.added) session.addFolder(uri)
    }),
  )
  if (client.watchesFiles) {
    const watchers = [...watched]
    guard.background(
      'register',
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
    )
  }
  if (client.registersConfiguration) {
    guard.background(
      'register',
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'pilots' }),
    )
  }
  if (client.hasConfiguration) {
    guard.background('configuration', session.configure(connection.workspace.getConfiguration('pilots')))
  }
}
