/** Whether Windows keeps a name for a device: no file there can have it, whatever ending it has. */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name)
}
