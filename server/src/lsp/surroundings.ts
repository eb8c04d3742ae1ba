import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidDeleteFilesNotification,
  DidRenameFilesNotification,
} from 'vscode-languageserver'
import type { Guard } from './guard.ts'
import { namesFiles, namesFolders } from './params.ts'
import type { Session } from './session.ts'

/** Takes in what happens outside the open documents: to files, folders and settings. */
export function hear(connection: Connection, session: Session, guard: Guard): void {
  const { workspace } = session
  connection.onDidChangeWatchedFiles(
    guard.notification('didChangeWatchedFiles', (params) => {
      if (namesFiles(params)) for (const { uri } of params.changes) workspace.touch(uri)
    }),
  )
  connection.onNotification(
    DidRenameFilesNotification.type,
    guard.notification('didRenameFiles', (params) => {
      if (namesFiles(params)) for (const { oldUri } of params.files) workspace.touch(oldUri)
    }),
  )
  connection.onNotification(
    DidDeleteFilesNotification.type,
    guard.notification('didDeleteFiles', (params) => {
      if (namesFiles(params)) for (const { uri } of params.files) workspace.touch(uri)
    }),
  )
  connection.onNotification(
    DidChangeWorkspaceFoldersNotification.type,
    guard.notification('didChangeWorkspaceFolders', (params) => {
      if (!namesFolders(params)) return
      for (const { uri } of params.event.removed) workspace.removeFolder(uri)
      for (const { uri } of params.event.added) workspace.addFolder(uri)
    }),
  )
  connection.onDidChangeConfiguration(
    guard.notification('didChangeConfiguration', (params) => {
      const asked = session.client.hasConfiguration
      return session.configure(asked ? connection.workspace.getConfiguration('pilots') : params?.settings)
    }),
  )
}

/** Asks to hear of files and settings, and reads the settings for the first time. */
export function listen(connection: Connection, session: Session, guard: Guard): void {
  const { client } = session
  if (client.watchesFiles) {
    const watchers = [{ globPattern: '**/*.pilot.{yaml,yml}' }]
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
