import { recommended, type Settings } from '../config/settings.ts'

/** The settings that hold for most pilots, of equally many the first: what the rules over all pilots take their options from. */
export function commonSettings(all: readonly Settings[]): Settings {
  const counts = new Map<Settings, number>()
  for (const settings of all) counts.set(settings, (counts.get(settings) ?? 0) + 1)
  let common: Settings | undefined
  for (const [settings, count] of counts) if (!common || count > (counts.get(common) ?? 0)) common = settings
  return common ?? recommended
}
