import { isRecord } from '#forms/definition'
import { alike, type Deliberate, kind, nothing, rows, same, setting } from './deliberate.ts'

const blank = (item: unknown): boolean => nothing(item) || (typeof item === 'string' && item.trim() === '')

/** Where the same form means something else to us, without being stricter. */
export const otherwise: readonly Deliberate[] = [
  {
    id: 'button',
    title: 'Buttons have no value',
    reason: 'That a button was pressed is no answer.',
    applies: (one) => setting(one, 'type') === 'button' && one.ours === undefined,
  },
  {
    id: 'outside-profile',
    title: 'What the profile does not have is left out',
    reason:
      'Nested forms, addresses, tag pads, remote lists and rules in JavaScript that no rule can say: the importer names each.',
    applies: (one) => one.outside,
  },
  {
    id: 'absent-grid',
    title: 'A grid that is not sent has no rows',
    reason:
      'The peer checks, and fills with defaults, a first row that nobody made; whether rows are needed is said by "required" and "minLength".',
    applies: (one) =>
      one.phantom ||
      (kind(one) === 'grid' &&
        one.given === undefined &&
        (one.ourCodes.join() === 'required' || rows(one.theirs).length > rows(one.ours).length)),
  },
  {
    id: 'not-a-number',
    title: 'No value is ever NaN',
    reason: 'The peer stores NaN for a sum over something missing and for a radio of numbers not answered.',
    applies: (one) => one.in === 'answers' && Number.isNaN(one.theirs) && nothing(one.ours),
  },
  {
    id: 'calculated-in-rows',
    title: 'Calculations run in every row',
    reason: 'The peer leaves them out in rows where the value was not sent.',
    applies: (one) =>
      one.locked &&
      one.given === undefined &&
      one.entry?.holder?.kind === 'grid' &&
      (one.in === 'errors' || nothing(one.theirs)),
  },
  {
    id: 'tidy-sums',
    title: 'Calculated numbers have 15 digits',
    reason: '0.1 + 0.2 is 0.3: money and scores must not carry what binary fractions add.',
    applies: (one) =>
      one.locked &&
      typeof one.theirs === 'number' &&
      typeof one.ours === 'number' &&
      Number(one.theirs.toPrecision(15)) === one.ours,
  },
  {
    id: 'calculated-text',
    title: 'A number calculated for a text question is stored as text',
    reason: 'An answer always has the type of its question.',
    applies: (one) =>
      one.locked && kind(one) === 'text' && typeof one.theirs === 'number' && String(one.theirs) === one.ours,
  },
  {
    id: 'blank-rows',
    title: 'Rows in which nothing stands are rows',
    reason:
      'The peer drops them where no later row holds a value, and keeps them where one does; a calculation fills them all the same.',
    applies: (one) =>
      kind(one) === 'grid' &&
      one.in === 'answers' &&
      rows(one.theirs).length < rows(one.ours).length &&
      [one.ours, one.given].some((all) => rows(all).slice(rows(one.theirs).length).every(nothing)),
  },
  {
    id: 'hollow-rows',
    title: 'Rows in which nothing stands do not answer a required grid',
    reason:
      'Nor do they to the peer, but for an empty list in a container of a row, which it takes for an answer.',
    applies: (one) =>
      one.hollow && one.in === 'errors' && one.ourCodes.join() === 'required' && one.theirRules.length === 0,
  },
  {
    id: 'code-as-written',
    title: 'A choice is stored as its option is written',
    reason:
      'The peer makes numbers and truth values of codes such as "01" or "true"; division codes must stay text.',
    applies: (one) =>
      kind(one) === 'choice' &&
      one.in === 'answers' &&
      !nothing(one.ours) &&
      String(one.ours) === String(one.theirs),
  },
  {
    id: 'blank-lines',
    title: 'Blank entries of a list are no answers',
    reason: 'Renderers send an empty line along; it is not stored.',
    applies: (one) =>
      setting(one, 'multiple') === true &&
      rows(one.given).some(blank) &&
      (one.in === 'errors'
        ? one.ourCodes.length === 0
        : same(
            rows(one.theirs).filter((item) => !blank(item)),
            rows(one.ours).filter((item) => !blank(item)),
          )),
  },
  {
    id: 'number-default',
    title: 'Defaults of numbers are applied on the server too',
    reason:
      'Whoever clears a number sends null, so an absent one was never shown to anybody; the peer skips them.',
    applies: (one) =>
      kind(one) === 'number' &&
      one.given === undefined &&
      !nothing(setting(one, 'defaultValue')) &&
      (one.in === 'errors' || one.ours === setting(one, 'defaultValue')),
  },
  {
    id: 'false-default',
    title: 'A default of false or 0 is applied',
    reason: 'So does the renderer of Form.io; the peer knows only defaults that are not false.',
    applies: (one) =>
      one.given === undefined &&
      (one.ours === false || one.ours === 0 || one.ours === 'false' || one.ours === '0') &&
      String(one.ours) === String(setting(one, 'defaultValue')),
  },
  {
    id: 'unanswered-radio',
    title: 'A radio without an answer has no value',
    reason:
      'The peer stores "undefined", "null", 0 or false where the values are said to be text, numbers or truth values, and then calls it answered.',
    applies: (one) =>
      kind(one) === 'choice' &&
      nothing(one.given) &&
      (one.in === 'errors'
        ? one.ourCodes.join() === 'required'
        : nothing(one.ours) && ['undefined', 'null', '', 0, false].some((value) => value === one.theirs)),
  },
  {
    id: 'day-parts',
    title: 'Hidden parts of a day stay out of its answer',
    reason: 'The peer puts the part of the default in their place.',
    applies: (one) =>
      kind(one) === 'day' &&
      one.in === 'answers' &&
      one.ours === one.given &&
      typeof one.theirs === 'string' &&
      isRecord(setting(one, 'fields')),
  },
  {
    id: 'gone-options',
    title: 'Options that a form no longer has are not stored',
    reason: 'Old answers and defaults still name them as not ticked; the peer keeps whatever it is given.',
    applies: (one) =>
      kind(one) === 'selectboxes' &&
      one.in === 'answers' &&
      isRecord(one.theirs) &&
      Object.entries(one.theirs).every(([key, on]) =>
        isRecord(one.ours) && Object.hasOwn(one.ours, key) ? one.ours[key] === on : on === false,
      ),
  },
  {
    id: 'time-list',
    title: 'Times in a list are brought to their stored form one by one',
    reason: 'The peer does so only for a single time, and then refuses the list.',
    applies: (one) => kind(one) === 'time' && setting(one, 'multiple') === true && one.ourCodes.length === 0,
  },
  {
    id: 'cleared-whole',
    title: 'A hidden container or grid is cleared whole',
    reason:
      'The peer clears it and then brings back a row, and the defaults and calculations of what stands in it.',
    // Of a grid only the number of rows is told; what stands in them is told by itself.
    applies: (one) =>
      one.in === 'answers' &&
      one.hidden &&
      nothing(one.ours) &&
      (one.locked ||
        alike(one.theirs, setting(one, 'defaultValue')) ||
        (kind(one) === 'grid' && rows(one.theirs).length === 1)),
  },
  {
    id: 'empty-list',
    title: 'A list without entries is no answer, so nothing is wrong with it',
    reason:
      'The peer checks an empty list as if it were one answer: an optional list of days or phones could never be left out.',
    applies: (one) =>
      setting(one, 'multiple') === true &&
      nothing(one.given) &&
      one.in === 'errors' &&
      one.ourCodes.length === 0,
  },
  {
    id: 'hidden-shape',
    title: 'What is hidden is not checked',
    reason: 'The peer checks the shape of lists even where nobody sees them.',
    applies: (one) =>
      one.in === 'errors' &&
      one.hidden &&
      setting(one, 'multiple') === true &&
      one.theirRules.every((rule) => rule.includes('array')),
  },
]
