import assert from 'node:assert/strict'
import { impressionIn } from '../../server/src/engine/pilot/metrics.ts'
import { criteriaOf } from '../../server/src/engine/pilot/progress.ts'
import {
  boundless,
  impressions,
  metricKind,
  trials,
  usage,
  usageOfThings,
} from '../../server/src/engine/words/metrics.ts'
import { isMoneyUnit, moneyMetrics } from '../../server/src/engine/words/money.ts'
import { sentencesIn } from '../../server/src/engine/words/sentences.ts'
import { buzzwords, numberWords } from '../../server/src/engine/words/value.ts'
import { pilotOf } from '../support/check.ts'

describe('words of metrics', () => {
  const kinds: Readonly<Record<string, 'business' | 'technical' | undefined>> = {
    'Model accuracy': 'technical',
    'Seal detection accuracy': 'technical',
    'F1 score': 'technical',
    'Word error rate of the dictation': 'technical',
    'Groundedness of the answers': 'technical',
    'Error rate per batch': undefined,
    'Inference latency': 'technical',
    'Uptime of the routing service': 'technical',
    'User satisfaction': 'technical',
    'Processing speed': 'technical',
    'Accuracy of the forecast model': undefined,
    'Forecast accuracy per SKU': 'business',
    'Processing time of the case': 'business',
    'Resolution time': 'business',
    'Cost per case': 'business',
    'Product recalls': undefined,
    'Cost of a product recall': 'business',
    'Uptime of packaging line 3': undefined,
    'Availability of spare parts': undefined,
    'Cost per inference': undefined,
    'Cost of low uptime': undefined,
    'Customer satisfaction': undefined,
    'Cases without "model accuracy" in the note': undefined,
    'Recall of missing papers': undefined,
    'Processing time of the model': undefined,
    Accuracy: 'technical',
    'Uptime > 99 %': 'technical',
    'Overall accuracy on the test set': 'technical',
    'Precision and recall': 'technical',
    'Precision of damage detection': 'technical',
    'System availability': 'technical',
    'Availability of the chatbot': 'technical',
    'Availability of nurses in the night shift': undefined,
    'Availability of the ambulance service': undefined,
    'Availability of the conveyor system': undefined,
    'Payroll accuracy': undefined,
    'Accuracy of stock counts': undefined,
    'Coding accuracy of discharge letters': undefined,
    'Patient recall rate': undefined,
    'Filling precision': undefined,
    'Uptime of press 4': undefined,
    'Forecast MAPE per depot': undefined,
    'Processing speed of claims': undefined,
    'Genauigkeit des Modells': 'technical',
    Modellgenauigkeit: 'technical',
    Latenz: 'technical',
    Latencia: 'technical',
    'Précision du modèle': 'technical',
    'Exactitud del modelo': 'technical',
    'Genauigkeit der Kommissionierung': undefined,
    'Précision des stocks': undefined,
  }
  for (const [metric, kind] of Object.entries(kinds)) {
    it(`${metric}: ${kind ?? 'unclear'}`, () => assert.equal(metricKind(metric), kind))
  }

  it('tell an impression or a trial', () => {
    assert.equal(impressions.find('The team was impressed'), 'impressed')
    assert.equal(trials.find('Test whether it works'), 'Test whether')
    assert.equal(impressions.find('Orders without a question'), undefined)
    assert.equal(trials.find('Assessed damage'), undefined)
  })

  it('say that people like it, in other languages as well', () => {
    for (const metric of [
      'Die Leute mögen es',
      'Den Kollegen gefällt es',
      'Les gestionnaires aiment l’outil',
      'A los agentes les gusta',
      'Kunden sind zufrieden',
      'Bessere Auskunft: alles läuft besser',
      'Les clients sont satisfaits',
      'Je suis satisfait',
      'Clientes satisfechos',
      'I clienti sono soddisfatti',
      'Klanten zijn tevreden',
      'Os clientes estão satisfeitos',
    ])
      assert.ok(impressions.find(metric), metric)
    for (const metric of [
      'Contents of the box',
      'Vermögen je Kunde',
      'Minuten je Lieferschein',
      'Gasto medio',
      'Zufriedenheit der Anrufer',
      'Zahl unzufriedener Anrufer',
      'Mejor oferta por pedido',
      'Einfacher Bruch je Palette',
    ])
      assert.equal(impressions.find(metric), undefined, metric)
  })

  it('count those who like it, in other languages as well', () => {
    for (const metric of [
      'Anteil zufriedener Kunden',
      'Zufriedene Anrufer je Woche',
      'Part des clients satisfaits',
      'Porcentaje de clientes satisfechos',
      'Percentuale di clienti soddisfatti',
      'Aandeel tevreden klanten',
      'Taxa de clientes satisfeitos',
      'Quote zufriedener Kunden',
      'Die Quote der zufriedenen Kunden',
      "Temps d'attente des clients satisfaits",
      'Clients satisfaits du temps de réponse',
    ])
      assert.equal(impressionOf(metric), undefined, metric)
  })

  it('count nothing with an offer or a helper, which are called like a quantity elsewhere', () => {
    for (const metric of [
      'Evaluate the quote drafts',
      'Explore quote generation',
      'Happier temps at the desk',
      'Better quote for the customer',
    ])
      assert.ok(impressionOf(metric), metric)
  })

  it('are of money in other languages as well', () => {
    for (const metric of ['Kosten je Meldung', 'Überstunden', 'Coût par dossier', 'Horas por expediente'])
      assert.ok(moneyMetrics.find(metric), metric)
    for (const unit of ['Wochen', 'semaines', 'días']) assert.ok(isMoneyUnit(unit, 'EUR'), unit)
  })

  it('tell use by people from use of things', () => {
    for (const metric of [
      'Weekly active users',
      'Weekly active planners',
      'Share of use',
      'Clerks using the view',
      'Technicians who open the assistant weekly',
      'Share of dispatchers who open it every day',
      'Share of orders released from the proposal',
      'KYC files closed with the draft',
    ]) {
      assert.ok(usage.find(metric), metric)
      assert.equal(usageOfThings.find(metric), undefined, metric)
    }
    const elsewhere = [
      'Anteil der Sachbearbeiterinnen, die den Vorschlag nutzen',
      'Wöchentliche Nutzung',
      'Aktive Nutzer je Woche',
      'Part des vendeurs qui utilisent la prévision',
      ...'Operatori che usano la segnalazione|Utenti attivi|Actieve gebruikers|Usuários ativos'.split('|'),
      ..."Planners die het voorstel gebruiken|Nutzungsquote auf Station|Taux d'utilisation".split('|'),
      ...'Médicos que usan el borrador|Usuarios activos|Utilisateurs actifs par semaine'.split('|'),
    ]
    for (const metric of elsewhere) assert.ok(usage.find(metric), metric)
    for (const metric of ['Bed utilisation', 'Nutzungsdauer der Maschinen', 'Uso']) {
      assert.equal(usage.find(metric) !== undefined, metric === 'Uso', metric)
    }
    assert.equal(usage.find('Deviation from the forecast'), undefined)
    for (const metric of ['Energy usage per hall', 'Antibiotic use on the ward', 'Machine usage']) {
      assert.ok(usageOfThings.find(metric), metric)
    }
    for (const metric of ['Use by technicians', 'Machine users who open it', 'Use of drug alerts']) {
      assert.equal(usageOfThings.find(metric), undefined, metric)
    }
  })

  it('know units of money and time', () => {
    for (const unit of [
      ...[
        'USD per month',
        'Stunden pro Woche',
        'hours per month',
        'min',
        'EUR',
        'NGN',
        'COP',
        'kr',
        'kEUR',
        'TEUR per month',
        '₦ per case',
      ],
      ...['MUSD', 'TOP'],
    ]) {
      assert.ok(isMoneyUnit(unit, 'TOP'), unit)
    }
    for (const unit of ['%', 'letters', 'miles', 'ms', 'all cases', 'cups', 'kWh', 'TOP', 'tons']) {
      assert.ok(!isMoneyUnit(unit, 'USD'), unit)
    }
  })

  it('know shares that go above 100 %', () => assert.ok(boundless.find('Return on the investment')))
})

function impressionOf(metric: string): string | undefined {
  const [criterion] = criteriaOf(pilotOf(`criteria: { success: [{ metric: ${metric} }] }\n`))
  return criterion && impressionIn(criterion)
}

describe('words of the value', () => {
  it('find buzzwords in every spelling, and no machine', () => {
    for (const word of ['Optimise', 'optimizing', 'ENHANCED', 'transformation'])
      assert.equal(buzzwords.find(`We ${word} it`), word)
    for (const text of ['Transformer stations', 'an optimist', 'the "transform" project', 'not enhanced']) {
      assert.equal(buzzwords.find(text), undefined, text)
    }
  })

  it('find numbers in words', () => {
    assert.equal(numberWords.find('Half of them'), 'Half')
    assert.equal(numberWords.find('The desk gets back forty hours every week.'), 'forty')
    assert.equal(numberWords.find('Thirty-five orders a day'), 'Thirty')
    assert.equal(numberWords.find('One hour less per file'), 'One hour')
    assert.equal(numberWords.find('Doctors get back a day a week'), 'a day a')
    assert.equal(numberWords.find('Every second letter goes out as it is'), 'Every second')
    assert.equal(numberWords.find('One of them often fails'), undefined)
  })

  const counts: readonly [string, number][] = [
    ['', 0],
    ['It saves $1.5 million a month', 1],
    ['It saves time, e.g. Monday mornings, approx. 40 hours.', 1],
    ['Costs of Halden Foods Inc. Amarillo fall by 3%.', 1],
    ['It falls from 8 min. 40 sec. to max. 6 minutes, worth Rs. 450,000 a month.', 1],
    ['It saves time. It saves money.', 2],
    ['It saves time! $4000 a month.', 2],
    ['It says "enough." Then it stops.', 2],
    ['One\n\nTwo\n\nThree', 3],
  ]
  for (const [text, count] of counts) {
    it(`${count} in ${JSON.stringify(text)}`, () => assert.equal(sentencesIn(text), count))
  }
})
