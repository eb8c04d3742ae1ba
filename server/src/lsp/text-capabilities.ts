import type { ServerCapabilities } from 'vscode-languageserver'
import { tokenTypes } from '../features/semantic-tokens.ts'
import type { Client } from './client.ts'

/** What the server offers within the text, as far as the client knows of it. */
export function textCapabilities({
  knows,
  commands,
  formats,
  registersFormatting,
}: Client): ServerCapabilities {
  const semanticTokensProvider = {
    legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] },
    full: true,
    range: true,
  }
  const formatsAlways = formats && !registersFormatting
  return {
    documentFormattingProvider: formatsAlways,
    documentRangeFormattingProvider: formatsAlways,
    documentHighlightProvider: knows.has('documentHighlight'),
    selectionRangeProvider: knows.has('selectionRange'),
    inlayHintProvider: knows.has('inlayHint'),
    // A lens does nothing but run a command.
    ...(knows.has('codeLens') && commands ? { codeLensProvider: { resolveProvider: true } } : {}),
    ...(knows.has('documentLink') ? { documentLinkProvider: {} } : {}),
    ...(knows.has('semanticTokens') ? { semanticTokensProvider } : {}),
  }
}
