/** By what name the system calls an error, such as `ENOENT`; empty where it is none of the system. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
