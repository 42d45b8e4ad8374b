import { isRecord } from '../record.ts'

type Raw = Record<string, unknown>

const required = (raw: Raw, unsaid = true): { readonly required: boolean } => {
  const said = isRecord(raw['validate']) ? raw['validate']['required'] : undefined
  return { required: said === undefined ? unsaid : said === true }
}
const words = (raw: Raw, name: string, otherwise: string): string => {
  const labels = raw['customLabels']
  const text = isRecord(labels) ? labels[name] : undefined
  return typeof text === 'string' && text !== '' ? text : otherwise
}
const yesNo = [
  { value: 'ja', label: '是' },
  { value: 'nei', label: '否' },
]
const when = (name: string, eq: string) => ({ show: true, when: name, eq })

/** Components that ask several things at once, as the questions that their answers are made of. */
const parts: Readonly<Record<string, (raw: Raw, path: string) => readonly Raw[]>> = {
  identity: (raw, path) => [
    {
      type: 'radio',
      key: 'harDuFodselsnummer',
      label: words(raw, 'doYouHaveIdentityNumber', '有没有身份号码'),
      values: yesNo,
      validate: required(raw),
    },
    {
      type: 'textfield',
      key: 'identitetsnummer',
      label: '身份号码',
      conditional: when(`${path}.harDuFodselsnummer`, 'ja'),
      validate: required(raw),
    },
    {
      type: 'datetime',
      key: 'fodselsdato',
      label: '出生日期',
      enableTime: false,
      conditional: when(`${path}.harDuFodselsnummer`, 'nei'),
      validate: required(raw),
    },
  ],
  navAddress: (raw, path) => {
    const prefilled = typeof raw['prefillKey'] === 'string' && raw['prefillKey'] !== ''
    return [
      ...(prefilled
        ? [
            {
              type: 'radio',
              key: 'borDuINorge',
              label: words(raw, 'livesInNorway', '是否住在国内'),
              values: yesNo,
              validate: required(raw),
            },
            {
              type: 'radio',
              key: 'vegadresseEllerPostboksadresse',
              label: '地址是街道地址还是邮政信箱',
              values: [
                { value: 'vegadresse', label: '街道地址' },
                { value: 'postboksadresse', label: '邮政信箱' },
              ],
              conditional: when(`${path}.borDuINorge`, 'ja'),
              validate: required(raw),
            },
          ]
        : []),
      { type: 'textfield', key: 'co', label: '收件人' },
      { type: 'textfield', key: 'adresse', label: '街道地址' },
      { type: 'textfield', key: 'postboks', label: '邮政信箱' },
      { type: 'textfield', key: 'postnummer', label: '邮政编码' },
      { type: 'textfield', key: 'bySted', label: '城市' },
      { type: 'textfield', key: 'land', label: '国家' },
    ]
  },
  addressValidity: (raw) => [
    {
      type: 'datetime',
      key: 'gyldigFraOgMed',
      label: words(raw, 'validFrom', '有效期自'),
      enableTime: false,
      validate: required(raw),
    },
    { type: 'datetime', key: 'gyldigTilOgMed', label: words(raw, 'validTo', '有效期至'), enableTime: false },
  ],
}

/** What a component is read as: itself, or a container of questions of which its answer is made. */
export const unfolded = (from: string, raw: Raw, path: string): Raw => {
  const make = Object.hasOwn(parts, from) ? parts[from] : undefined
  if (make) return { ...raw, components: make(raw, path), validate: {} }
  if (from === 'image') {
    const text = typeof raw['altText'] === 'string' && raw['altText'] !== '' ? raw['altText'] : raw['label']
    return { ...raw, html: `<p>（图片：${String(text ?? '').replaceAll(/[<>&]/g, '')}）</p>` }
  }
  if (from === 'monthPicker') return month(raw)
  if (from === 'year') return year(raw)
  if (from === 'orgNr') return checked(raw, 9, [3, 2, 7, 6, 5, 4, 3, 2, 1], '号码不正确')
  if (from === 'bankAccount') return checked(raw, 11, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1], '账号不正确')
  if (from === 'navDatepicker') return day(raw, path)
  if (from === 'attachment') return { ...raw, validate: {}, multiple: true }
  return raw
}

const numbers = (raw: Raw): readonly [unknown, unknown] => {
  const validate = isRecord(raw['validate']) ? raw['validate'] : {}
  return [validate['minYear'], validate['maxYear']]
}
const isYear = (value: unknown): boolean => /^\d{4}$/.test(String(value))

const month = (raw: Raw): Raw => {
  const [from, to] = numbers(raw)
  return {
    ...raw,
    fields: { day: { hide: true }, month: required(raw, false), year: required(raw, false) },
    ...(isYear(from) && { minDate: `${String(from)}-01-01` }),
    ...(isYear(to) && { maxDate: `${String(to)}-12-31` }),
  }
}

const year = (raw: Raw): Raw => {
  const [from, to] = numbers(raw)
  const validate = isRecord(raw['validate']) ? raw['validate'] : {}
  return {
    ...raw,
    validate: { ...validate, integer: true, min: isYear(from) ? from : 1900, max: isYear(to) ? to : 2100 },
  }
}

/** Numbers whose digits, each times its weight, add up to a multiple of eleven. */
const checked = (raw: Raw, size: number, weights: readonly number[], message: string): Raw => {
  const validate = isRecord(raw['validate']) ? raw['validate'] : {}
  const input = { var: 'input' }
  const sum = { '+': weights.map((weight, i) => ({ '*': [{ substr: [input, i, 1] }, weight] })) }
  const json = { if: [{ '!': [input] }, true, { '===': [{ '%': [sum, 11] }, 0] }, true, message] }
  return { ...raw, validate: { ...validate, custom: '', pattern: `\\d{${size}}`, json } }
}

/** A date with its limits; one that must come after another date says so in a script that is read like any other. */
const day = (raw: Raw, path: string): Raw => {
  const picker: Raw = {}
  for (const [from, to] of [
    ['specificEarliestAllowedDate', 'minDate'],
    ['specificLatestAllowedDate', 'maxDate'],
  ] as const)
    if (typeof raw[from] === 'string' && raw[from] !== '') picker[to] = raw[from]
  const validate = isRecord(raw['validate']) ? raw['validate'] : {}
  const before = raw['beforeDateInputKey']
  if (typeof before !== 'string' || !/^[A-Za-z]\w*(?:\.[A-Za-z]\w*)*$/.test(before))
    return { ...raw, enableTime: false, datePicker: picker }
  const holder = path.slice(0, path.lastIndexOf('.') + 1)
  const other = before.startsWith(holder) ? `row.${before.slice(holder.length)}` : `data.${before}`
  const sign = raw['mayBeEqual'] === true ? '>=' : '>'
  const custom = `valid = !input || !${other} || input ${sign} ${other} ? true : '日期要${sign === '>' ? '晚于' : '不早于'}前面的日期'`
  return { ...raw, enableTime: false, datePicker: picker, validate: { ...validate, custom } }
}

/** Checks of Norway's own components that their type brings with it: here they are settings or losses of the type. */
export const ownChecks: ReadonlySet<string> = new Set([
  'validateFnrNew',
  'validateFnr',
  'validateIban',
  'validateAccountNumber',
  'validateOrganizationNumber',
  'validateDatePickerV2',
])
