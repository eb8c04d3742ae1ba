import { wordSet } from './word-set.ts'

/** Words that make any name a group, wherever they stand: nobody is called by them. */
export const groupWords: ReadonlySet<string> = wordSet(
  'committee subcommittee taskforce department dept directorate leadership steering steerco helpdesk',
  'consortium vorstand geschäftsführung geschäftsleitung abteilung directie direzione stuurgroep lenkungskreis steuerungskreis',
  'steuerkreis gremium redaktion fachseite newsroom trustees comité comex codir équipe rédaction mairie',
  'sekretariat préfecture departamento alcaldía ayuntamiento equipo gerencia redacción redazione bestuur klantenservice',
)

/**
 * How German words for a part of an organisation end: `Grünflächenamt`, `Rechenzentrum`. In front, as in `Jugendamt Leipzig`,
 * and alone they name a group; behind another word they may be a family name.
 */
export const GROUP_ENDING: RegExp =
  /^(?:\p{L}{3,}(?:amt|abteilung|ausschuss|bereich|direktion|vorstand|büro|dienste?|erinnen|gebiet|gruppe|haltung|kräfte|leitung|leute|mitglieder|schaft|schicht|service|sicherung|team|verwaltung|werke|wesen|management|zentrum)|(?:betriebs|gemeinde|personal|stadt|stiftungs|verwaltungs)rat|\p{L}*(?:geld|leit|melde|post|s)stelle)$/u

/** Words that name a group with what it is called behind them, and nobody's first name: `Amt für Soziales`, `Direction générale`. */
export const groupBeginnings: ReadonlySet<string> = wordSet(
  'abt amt bereich dezernat lehrstuhl referat afdeling atención bureau comitato conseil consejo dirección direction groupe',
  'direzione service servicio servizio ufficio área',
)

/** Several people by what they do. They make a group in front, as in `Volunteers of the food bank`, and at the end. */
export const groupPeople: ReadonlySet<string> = wordSet(
  'volunteers members interns students pharmacists physicians doctors teachers drivers cashiers associates workers',
  'adopters champions stewards inspectors accountants advisors advisers experts representatives reviewers',
  'residents trainees contractors partners freiwillige freiwilligen ehrenamtliche ehrenamtlichen mitarbeitende',
  'mitarbeitenden kollegen kolleginnen aushilfen praktikanten auszubildende azubis ärzte disponenten mitglieder',
  'bénévoles infirmières infirmiers employés salariés collègues conseillers utilisateurs opérateurs techniciens',
  'médecins vendeurs vendeuses caissières préparateurs stagiaires gestionnaires responsables voluntarios voluntarias',
  'enfermeras enfermeros empleados trabajadores usuarios operadores técnicos médicos vendedores compañeros cajeras',
  'becarios encargados jefes',
)

/** Words that make a name a group when they end it: `Order Desk`, `Claims handlers`. */
export const groupEndings: ReadonlySet<string> = wordSet(
  'team desk squad excellence division adjusters agents analysts clerks colleagues consultants coordinators',
  'developers directors dispatchers employees engineers handlers leaders managers nurses officers operators',
  'owners planners schedulers specialists sponsors stakeholders supervisors technicians underwriters users',
)

/**
 * Words for a group that are family names as well. They make a group only alone, behind `the`, in front of `of` or
 * `for`, and beside a word of an organisation: `Sales Board` is one, `Maria Board` is not.
 */
export const groupNames: ReadonlySet<string> = wordSet(
  'board body cell center centre chapter circle coe community council crew force forum group guild hub',
  'initiative lab labs network office organisation organization panel pool practice program programme',
  'project staff teams tribe unit',
)

/** What parts of an organisation are called after. Without a name beside them they name no person: `Sales`, `IT Operations`. */
export const functionWords: ReadonlySet<string> = wordSet(
  'accounting accounts payable receivable controlling finance financial payroll treasury sales marketing',
  'commercial communications retail customer customers consumer success care service services support help',
  'claims underwriting patient clinical legal compliance risk audit governance ethics security privacy',
  'human resources people personnel talent training workforce administration procurement purchasing',
  'logistics warehouse distribution supply chain fleet dispatch order orders demand planning plant',
  'production manufacturing maintenance quality facilities operations ops business corporate delivery',
  'process management executive executives technology tech engineering infrastructure platform platforms',
  'systems software integration applications application architecture information data analytics digital',
  'innovation assurance credit emergency health insurance inventory lending medical nursing operating',
  'pricing recruiting recruitment safety science technical transport transformation change strategy',
  'research development design product products advisory working task review core shared central global',
  'regional local field city town county borough trust housekeeping municipal parks public works',
  'anästhesie chirurgie medizin notaufnahme notfall radiologie',
  'médecine soins urgences einkauf finanzen inkasso kredit lager logistik personal pflege produktion recht schaden vertrieb',
  'achats client clients commerciale financière générale informatique juridique logistique opérations qualité',
  'ressources humaines sinistres technique ventes almacén calidad compras enfermería finanzas general humanos',
  'logística operaciones recursos sistemas ventas acquisti clienti generale logistica operazioni vendite',
  'reception rezeption empfang backoffice recepción contabilidad accueil comptabilité ricevimento contabilità',
  'magazzino produzione',
  'inkoop logistiek verkoop admissions country editorial loan loans news vendor régional régionale',
)

/** Two words, each of which is a name, and abbreviations with a sign that stands between people elsewhere: `FP&A`. */
export const functionPhrases: RegExp =
  /\bR & D\b|\b[A-Z]{1,3}&[A-Z]{1,2}\b|\b(?:[Bb]ack|[Ff]ront|[Mm]iddle)[ -][Oo]ffice\b|\b(?:[Nn]ight|[Dd]ay|[Ee]arly|[Ll]ate)[ -][Ss]hift\b|\b[Oo]n[ -][Cc]all\b|\b(?:[Cc]all|[Cc]ontact)[ -][Cc]ent(?:er|re)\b/g

/** Abbreviations of functions. Written small they count only in a name that is all small: `Ai Tanaka` is a person. */
export const functionLetters: ReadonlySet<string> = wordSet('AI BI DRH GF DSI HR ICT IT KI ML PMO QA RH')
