const head = 'apiVersion: pilot-as-code/v1\n'

/** A small portfolio: one pilot is healthy, one has findings of every weight, one does not parse, one is no text. */
export const sampleFiles: Readonly<Record<string, string>> = {
  'pilots/a-healthy.pilot.yaml': `${head}name: a-healthy\ntitle: Invoice matching\nstage: criteria\nteam: finance\n`,
  'pilots/b-stuck.pilot.yaml': `${head}name: b-stuck
title: Läuft 🚀
stage: ownership
currency: EUR

value: { amount: 19000, per: month }
timeline:
  start: 2026-02-02
  end: 2026-01-30
  productionBy: 2026-03-01
cost: { software: 42000 }
# pilots-ignore-next-line schema/unknown-key -- the finance department reads it
costCentre: 4711
kpis: { horizon: one year }
`,
  'pilots/c-short.pilot.yml': `${head}name: c-short\r\ntitle: Bot\r\nstage: criteria\r\nteam: desk\r\n`,
  'pilots/d-broken.pilot.yaml': `${head}name: d-broken\ntitle: [Half\n\tstage: criteria\n`,
  'pilots/e-empty.pilot.yaml': '',
  'pilots/notes.yaml': 'not: a pilot\n',
}
