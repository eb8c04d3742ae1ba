import assert from 'node:assert/strict'
import { isWorkedWith } from '../../server/src/engine/words/worked-with.ts'

describe('what is done with the result of a pilot', () => {
  const own = 'Photo check of returns Claimly'
  for (const metric of [
    'Share of orders placed with the forecast',
    'Part des commandes passées avec la prévision',
    'Dossiers rédigés à partir du brouillon',
    'Anteil der Briefe, die mit dem Entwurf begonnen werden',
    'Angebote auf Grundlage, also aus dem Vorschlag der KI',
    'Pedidos hechos con la propuesta',
    'Ordini emessi con la previsione',
    'Artikelen gepubliceerd met een voorgestelde kop',
    'Claims settled with Claimly',
    'Cases handled with the tool',
    'Freigaben mit Prüfvorschlag',
    'Angenommene Vorschläge',
    'Calls on which the adviser opened the draft',
    'Propositions acceptées',
    'Propuestas aceptadas',
    'Bed moves decided on the basis of the bed forecast',
  ]) {
    it(`${metric} shows its use`, () => assert.equal(isWorkedWith(metric, own), true))
  }
  for (const metric of [
    'Orders with a deviation from the forecast',
    'Days from draft to signature',
    'Abweichung von der Prognose mit Vorschlag',
    'Satisfaction with the draft',
    'Patients with a poor outcome',
    'Kosten mit Personal',
    'Calls with toolmakers',
    'Claims accepted',
    'Confirmed orders',
    'Draft letters per day',
    'Cost based on the tariff',
  ]) {
    it(`${metric} does not`, () => assert.equal(isWorkedWith(metric, own), false))
  }
})
