import { isRecord } from '#forms/definition'
import { alike, code, type Deliberate, kept, kind, nothing, setting } from './deliberate.ts'

/** Where we refuse, or do not take, what the peer lets pass. */
export const stricter: readonly Deliberate[] = [
  {
    id: 'refused-not-kept',
    title: 'A refused answer is not among the cleaned ones',
    reason: 'Both engines refuse it; the peer hands it on all the same, so that it could be stored.',
    applies: (one) =>
      one.in === 'answers' && one.ourCodes.length > 0 && one.theirRules.length > 0 && nothing(one.ours),
  },
  {
    id: 'inside-refused',
    title: 'Nothing inside a refused grid or container is looked at',
    reason: 'With too many rows, or no rows at all, the whole is refused once; work stays bounded.',
    applies: (one) => one.refused,
  },
  {
    id: 'numeric-text',
    title: 'A number written as text is refused',
    reason: 'The peer turns "12" into 12, and drops what is no number without an error.',
    applies: (one) => kind(one) === 'number' && typeof one.given === 'string' && code('type')(one),
  },
  {
    id: 'type',
    title: 'An answer of another type is refused',
    reason:
      'The peer stores objects, lists, numbers and truth values where the form asks for text, and so on.',
    applies: code('type', 'sign'),
  },
  {
    id: 'option',
    title: 'A choice that is none of the options is refused',
    reason: 'The peer asks only with "onlyAvailableItems", and not even then for codes of digits.',
    applies: code('option'),
  },
  {
    id: 'too-much',
    title: 'Texts over 10,000 signs and lists over 200 entries are refused',
    reason: 'Bounded work and storage; the peer has no bounds of its own.',
    applies: code('tooLong', 'tooMany'),
  },
  {
    id: 'rows',
    title: 'The least and most rows of a grid are enforced',
    reason: 'The peer leaves "minLength" and "maxLength" of grids to the browser.',
    applies: code('minRows', 'maxRows'),
  },
  {
    id: 'unique',
    title: '"unique" is enforced among the rows of a grid',
    reason: 'The peer asks a database, and only on its own server.',
    applies: code('unique'),
  },
  {
    id: 'decimals',
    title: 'Decimal places, whole numbers and steps are enforced',
    reason: 'The peer leaves "decimalLimit", "integer" and "step" to the browser.',
    applies: code('decimals', 'integer', 'step'),
  },
  {
    id: 'words',
    title: 'Chinese words are counted by signs',
    reason: 'The peer counts by spaces: any Chinese text is one word.',
    applies: (one) =>
      /\p{Script=Han}/u.test(String(one.given)) &&
      (code('minWords', 'maxWords')(one) || one.theirRules.some((rule) => rule.endsWith('Words'))),
  },
  {
    id: 'each-of-list',
    title: 'Every entry of a list is checked',
    reason: 'The peer leaves lengths, words and patterns out where a question takes several answers.',
    applies: (one) =>
      setting(one, 'multiple') === true &&
      code('minLength', 'maxLength', 'minWords', 'maxWords', 'pattern', 'min', 'max')(one),
  },
  {
    id: 'dates',
    title: 'Dates are ISO 8601 and exist; times are HH:mm[:ss]',
    reason: 'The peer takes whatever the machine can make a date of, the 30th of February included.',
    applies: code('date'),
  },
  {
    id: 'web-address',
    title: 'Web addresses are http or https',
    reason: 'Nobody can open anything else on a phone; the peer also takes ftp and hosts that cannot exist.',
    applies: code('url'),
  },
  {
    id: 'survey-whole',
    title: 'A required survey needs an answer to every question',
    reason: 'So does the renderer of Form.io; the peer is content with one.',
    applies: (one) => kind(one) === 'survey' && code('required')(one),
  },
  {
    id: 'calculation-type',
    title: 'A calculation that gives the wrong type is an error',
    reason: 'The peer drops the value without a word; the form is broken and somebody must learn of it.',
    applies: code('calculated'),
  },
  {
    id: 'forged',
    title: 'Disabled, hidden and calculated values are never taken from the client',
    reason: 'Only the form decides them; the peer keeps what was sent if nothing else comes out.',
    applies: (one) =>
      one.locked &&
      one.given !== undefined &&
      (one.in === 'errors' ||
        nothing(one.theirs) ||
        alike(one.theirs, one.given) ||
        kept(one.theirs, one.given) ||
        (isRecord(one.theirs) && alike(Object.keys(one.theirs), one.given))),
  },
  {
    id: 'kept-if-valid',
    title: 'A hidden answer that is kept ("clearOnHide" off) is kept only if it would pass when shown',
    reason: 'Otherwise hiding a question would be a way to store anything in it.',
    applies: (one) =>
      one.in === 'answers' &&
      one.hidden &&
      setting(one, 'clearOnHide') === false &&
      (one.given !== undefined || !nothing(setting(one, 'calculateValue'))) &&
      nothing(one.ours),
  },
  {
    id: 'year-limits',
    title: 'The least year of a day is enforced wherever it is written',
    reason: 'The peer reads "fields.year.maxYear" but forgets "fields.year.minYear".',
    applies: (one) => kind(one) === 'day' && code('minDate')(one) && one.in === 'errors',
  },
]
