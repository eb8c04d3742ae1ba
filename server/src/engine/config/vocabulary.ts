import schema from '../../../../schemas/config.schema.json' with { type: 'json' }
import { type Vocabulary, vocabularyOf } from '../schema/vocabulary.ts'

/** What the schema says about a configuration file. */
export const configWords: Vocabulary = vocabularyOf(schema, { root: 'config', noun: 'the configuration' })
