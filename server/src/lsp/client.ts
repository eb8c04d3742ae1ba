import {
  type ClientCapabilities,
  CodeActionKind,
  type CompletionClientCapabilities,
  FileOperationPatternKind,
  type InitializeParams,
  InsertTextMode,
  type MarkupKind,
  PositionEncodingKind,
  ResourceOperationKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { isRecord } from '../engine/shape.ts'
import { type Markup, markdown, plainText } from '../features/markup.ts'
import type { CompletionClient, Indenting } from '../features/suggestion.ts'
import type { Target } from '../features/workspace-edit.ts'
import { SHOW_CHANGE } from '../protocol/past.ts'
import { wantsFormatting } from './configuration.ts'
import { textCapabilities } from './text-capabilities.ts'

/** What a client can do, as far as it matters to us. */
export interface Client {
  readonly pullsDiagnostics: boolean
  /** What it looks at again when it is asked to, by the names in its capabilities. */
  readonly refreshes: ReadonlySet<string>
  readonly snippets: boolean
  readonly documentChanges: boolean
  /** Whether an edit may rename files. */
  readonly renamesFiles: boolean
  readonly watchesFiles: boolean
  /** Whether it also watches what lies outside of the workspace. */
  readonly watchesAbove: boolean
  readonly hasConfiguration: boolean
  readonly registersConfiguration: boolean
  readonly markup: Markup
  readonly preparesRename: boolean
  /** Whether it shows symbols of a document below each other. */
  readonly nestsSymbols: boolean
  readonly showsProgress: boolean
  /** Whether it has the commands of the extension, as it says in the options that it starts the server with. */
  readonly commands: boolean
  /** Whether something else in the editor checks documents of plain YAML with our schema. */
  readonly checksYaml: boolean
  readonly registersFormatting: boolean
  /** Whether it wants pilots to be formatted, by the options that it starts the server with. */
  readonly formats: boolean
  /** The features of a document that it has heard of, by their names in the protocol. */
  readonly knows: ReadonlySet<string>
  readonly folders: readonly string[]
  /** Documents with which servers before this one ended. */
  readonly suspects: readonly string[]
  readonly completion: CompletionClient
}

export function clientOf(params: InitializeParams): Client {
  const { workspaceFolders, rootUri, initializationOptions: options } = params
  const capabilities = toldIn(params)
  const { workspace = {}, textDocument = {} } = capabilities
  const root = rootUri ? [rootUri] : []
  return {
    pullsDiagnostics: pulls(capabilities, params),
    refreshes: new Set(Object.entries(workspace).flatMap(([name, can]) => (refreshes(can) ? [name] : []))),
    snippets: workspace.workspaceEdit?.snippetEditSupport === true,
    documentChanges: workspace.workspaceEdit?.documentChanges === true,
    renamesFiles:
      workspace.workspaceEdit?.resourceOperations?.includes(ResourceOperationKind.Rename) === true,
    watchesAbove: workspace.didChangeWatchedFiles?.relativePatternSupport === true,
    watchesFiles: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    hasConfiguration: workspace.configuration === true,
    registersConfiguration: workspace.didChangeConfiguration?.dynamicRegistration === true,
    preparesRename: textDocument.rename?.prepareSupport === true,
    nestsSymbols: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    showsProgress: capabilities.window?.workDoneProgress === true,
    commands: isRecord(options) && options['commands'] === true,
    checksYaml: isRecord(options) && options['checksYaml'] === true,
    registersFormatting: textDocument.formatting?.dynamicRegistration === true,
    formats: wantsFormatting(options) === true,
    knows: new Set(Object.keys(textDocument)),
    markup: markupOf(textDocument.hover?.contentFormat),
    folders: workspaceFolders?.map(({ uri }) => uri) ?? root,
    suspects: textsOf(isRecord(options) ? options['suspects'] : undefined),
    completion: completionOf(textDocument.completion, options),
  }
}

/** What it can do. Some clients write `null` for what they cannot. */
function toldIn({ capabilities }: InitializeParams): ClientCapabilities {
  return JSON.parse(JSON.stringify(capabilities ?? {}), (_key, value) => value ?? undefined)
}

/**
 * Whether it asks for findings, and again when it is told that they may be others: after another file, the day or a setting.
 * Neovim 0.11 cannot be told, and 0.12 asks again for files that are not open alone.
 */
function pulls(
  { textDocument, workspace }: ClientCapabilities,
  { clientInfo }: Pick<InitializeParams, 'clientInfo'>,
): boolean {
  const looksAgain = textDocument?.diagnostic !== undefined && refreshes(workspace?.diagnostics)
  return looksAgain && clientInfo?.name !== 'Neovim'
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

function completionOf(
  capabilities: CompletionClientCapabilities | undefined,
  options: unknown,
): CompletionClient {
  const { completionItem: item, insertTextMode } = capabilities ?? {}
  const suggest = isRecord(options) ? options['suggestCommand'] : undefined
  return {
    snippets: item?.snippetSupport === true,
    indenting: indentingOf(item?.insertTextModeSupport?.valueSet, insertTextMode),
    notes: item?.labelDetailsSupport === true,
    markup: markupOf(item?.documentationFormat),
    suggest: typeof suggest === 'string' ? suggest : undefined,
  }
}

/** The first that we can write; a client that says nothing has not heard of Markdown. */
function markupOf(kinds: readonly MarkupKind[] = []): Markup {
  const known = [markdown, plainText]
  return kinds.flatMap((each) => known.find(({ kind }) => kind === each) ?? [])[0] ?? plainText
}

function indentingOf(modes: readonly InsertTextMode[] = [], usual?: InsertTextMode): Indenting {
  const { asIs, adjustIndentation } = InsertTextMode
  if (usual !== asIs && modes.includes(asIs) && modes.includes(adjustIndentation)) return 'as told'
  if (usual === adjustIndentation) return 'always'
  return usual === asIs || modes.includes(asIs) ? 'unsure' : 'snippets'
}

function refreshes(capability: unknown): boolean {
  return isRecord(capability) && capability['refreshSupport'] === true
}

/** A file for an edit as the client takes it. */
export function targetOf({ uri, version }: Pick<Target, 'uri' | 'version'>, client: Client): Target {
  const { snippets, documentChanges, commands } = client
  return { uri, version, snippets, documentChanges, showChange: commands ? SHOW_CHANGE : undefined }
}

const anyFolder = { filters: [{ pattern: { glob: '**', matches: FileOperationPatternKind.folder } }] }

/** What the server offers to a client. */
export function serverCapabilities(client: Client): ServerCapabilities {
  const { pullsDiagnostics, preparesRename } = client
  const capabilities: ServerCapabilities = {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    // A comma and a dash are followed by a blank.
    completionProvider: { triggerCharacters: [':', ' ', '[', '{'], resolveProvider: true },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: preparesRename ? { prepareProvider: true } : true,
    workspaceSymbolProvider: true,
    ...textCapabilities(client),
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      // A watcher of files does not hear of the folder around them.
      fileOperations: { didRename: anyFolder, didDelete: anyFolder },
    },
  }
  if (!pullsDiagnostics) return capabilities
  const diagnosticProvider = {
    identifier: 'pilots',
    interFileDependencies: true,
    workspaceDiagnostics: true,
  }
  return { ...capabilities, diagnosticProvider }
}
