import { NotificationType0 } from 'vscode-languageserver-protocol'

/**
 * Tells the server that the user trusts the workspace. A client that knows it from the start says `trusted: true` in its
 * initialization options instead. Until then nothing is compiled from the workspace and no Git is run.
 */
export const workspaceTrusted: NotificationType0 = new NotificationType0('pilots/trusted')
