import { isList, isRecord } from '../../logic/index.ts'
import { isHolder } from '../types.ts'
import { followPath, type Keys, type Level, newKeyOf } from './paths.ts'

/** A stored case with new keys in its answers and in what it expects. Whatever is no case stays as it is. */
export const inSample = (sample: unknown, keys: Keys): unknown => {
  if (!isRecord(sample)) return sample
  const { root } = keys.before
  const path = (one: unknown): unknown =>
    typeof one === 'string' && !/^(?:outcomes\.|recommends\[)/.test(one) ? followPath(root, one, keys) : one
  const paths = (list: unknown): unknown => (isList(list) ? list.map(path) : list)
  const expect = isRecord(sample['expect']) ? sample['expect'] : undefined
  return {
    ...sample,
    ...('answers' in sample && { answers: inAnswers(sample['answers'], root, keys) }),
    ...(expect && {
      expect: {
        ...expect,
        ...('errors' in expect && { errors: paths(expect['errors']) }),
        ...('hidden' in expect && { hidden: paths(expect['hidden']) }),
        ...(isRecord(expect['answers']) && {
          answers: Object.fromEntries(
            Object.entries(expect['answers']).map(([name, value]) => [path(name), value]),
          ),
        }),
      },
    }),
  }
}

const inAnswers = (answers: unknown, level: Level, keys: Keys): unknown => {
  if (isList(answers)) return answers.map((one) => inAnswers(one, level, keys))
  if (!isRecord(answers)) return answers
  return Object.fromEntries(
    Object.entries(answers).map(([name, value]) => {
      const entry = level?.get(name)
      if (!entry) return [name, value]
      const key = newKeyOf(entry, keys)
      if (key !== name) keys.changed++
      return [key, isHolder(entry.kind) ? inAnswers(value, entry.inside, keys) : value]
    }),
  )
}
