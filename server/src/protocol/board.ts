import { RequestType0 } from 'vscode-languageserver-protocol'

/**
 * Asks for all pilots as the dashboard shows them, which `schemas/board.schema.json` describes. A client hands the answer to
 * the dashboard and need not know what is in it; `null` when there is none.
 */
export const showBoard: RequestType0<object | null, void> = new RequestType0('pilots/board')

/** Asks for the dashboard as one file of HTML, without addresses of this machine; `null` when there is none. */
export const boardPage: RequestType0<string | null, void> = new RequestType0('pilots/boardPage')
