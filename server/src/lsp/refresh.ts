import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver'
import type { Client } from './client.ts'
import type { Guard } from './guard.ts'

/** Asks the client for another look at all that depends on other files or on the day. */
export function refresh(connection: Connection, { refreshes }: Client, guard: Guard): void {
  const { languages } = connection
  const ask = (name: string, work: () => Promise<void>): void => {
    if (refreshes.has(name)) guard.background(`${name}/refresh`, work())
  }
  ask('diagnostics', () => languages.diagnostics.refresh())
  ask('inlayHint', () => languages.inlayHint.refresh())
  ask('codeLens', () => connection.sendRequest(CodeLensRefreshRequest.type))
}
