import { asMarkup, textOf } from './markup.ts'
import type { Known } from './model.ts'
import { titleOf } from './palette.ts'
import { at } from './path.ts'
import { askedOf } from './settings.ts'

const word = (known: Known, path: string): string => {
  const value = at(known.props, path)
  return typeof value === 'string' ? value : ''
}

/** What a component is called: its label without markup, else what it is. */
export const nameOf = (known: Known): string => {
  for (const path of ['title', 'legend', 'label']) {
    const text = textOf(word(known, path))
    if (text !== '') return text
  }
  const text = textOf(word(known, known.type === 'htmlelement' ? 'content' : 'html'))
  return text === '' ? titleOf(known.type) : text.slice(0, 60)
}

type Choice = { readonly label?: unknown; readonly value?: unknown }

/** The options as they are written in the component. */
export const choicesOf = (known: Known): readonly { readonly value: unknown; readonly label: string }[] => {
  const list = at(known.props, known.type === 'select' ? 'data.values' : 'values')
  return (Array.isArray(list) ? (list as Choice[]) : []).map(({ label, value }) => ({
    value,
    label: typeof label === 'string' && label !== '' ? label : String(value ?? ''),
  }))
}

const marks: Readonly<Record<string, string>> = {
  'cn-id': '身份证号码',
  'cn-mobile': '手机号码',
  'cn-credit-code': '统一社会信用代码',
  'cn-division': '行政区划',
  money: '元',
}

/** What is said of a question beside its name. */
const notes = (known: Known): string => {
  const said = [
    at(known.props, 'hidden') === true && '平时不显示',
    known.rules.includes('condition') || at(known.props, 'conditional') !== undefined ? '有显示条件' : false,
    known.rules.includes('calculation') && '自动计算',
    (known.rules.includes('check') || known.rules.includes('logic')) && '有规则',
  ].filter((one) => typeof one === 'string')
  return said.map((one) => `<span class="note">${one}</span>`).join('')
}

const field = (text: string, more = ''): string => `<span class="field ${more}">${asMarkup(text)}</span>`

const options = (known: Known, sign: string): string => {
  const list = at(known.props, 'properties.options')
  if (typeof list === 'string' && list !== '') return field('选项来自本市的清单', 'select')
  const choices = choicesOf(known)
  const shown = choices.slice(0, 12).map(({ label }) => `<li class="${sign}">${asMarkup(label)}</li>`)
  const more = choices.length > 12 ? `<li class="more">…… 共 ${choices.length} 项</li>` : ''
  return `<ul class="options">${shown.join('')}${more}</ul>`
}

const scale = (known: Known): string => {
  const list = (path: string): readonly Choice[] => {
    const value = at(known.props, path)
    return Array.isArray(value) ? (value as Choice[]) : []
  }
  const head = list('values').map(({ label }) => `<th>${asMarkup(label)}</th>`)
  const rows = list('questions').map(
    ({ label }) =>
      `<tr><th>${asMarkup(label)}</th>${head.map(() => '<td><i class="dot"></i></td>').join('')}</tr>`,
  )
  return `<table class="scale"><thead><tr><td></td>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

/** How the answer is given, as a still picture. */
const answer = (known: Known): string => {
  const hint = word(known, 'placeholder')
  switch (known.type) {
    case 'textarea':
      return field(hint, 'tall')
    case 'radio':
      return options(known, 'dot')
    case 'selectboxes':
      return options(known, 'box')
    case 'select':
      return field(
        hint || `请选择${known.rules.includes('list') ? '' : `（${choicesOf(known).length} 项）`}`,
        'select',
      )
    case 'number':
    case 'currency': {
      const unit =
        known.type === 'currency'
          ? '元'
          : word(known, 'suffix') || (marks[word(known, 'properties.format')] ?? '')
      return `${field(hint, 'short')}${unit && `<span class="unit">${asMarkup(unit)}</span>`}`
    }
    case 'datetime':
      return field(
        at(known.props, 'enableTime') === false ? '年 / 月 / 日' : '年 / 月 / 日　时 : 分',
        'short',
      )
    case 'day':
      return field(at(known.props, 'fields.day.hide') === true ? '年 / 月' : '年 / 月 / 日', 'short')
    case 'time':
      return field('时 : 分', 'short')
    case 'survey':
      return scale(known)
    case 'file':
      return field('拍照或选择文件', 'file')
    case 'signature':
      return field('手写签名', 'tall')
    case 'hidden':
      return ''
    default:
      return field(hint || (marks[word(known, 'properties.format')] ?? ''))
  }
}

/** A question, a note or a button as it stands in the drawing. */
export const picture = (known: Known): string => {
  const star = at(known.props, 'validate.required') === true ? '<span class="star" title="必填">*</span>' : ''
  const name = asMarkup(nameOf(known))
  if (known.type === 'content' || known.type === 'htmlelement') {
    const full = textOf(word(known, known.type === 'content' ? 'html' : 'content'))
    const heading = /^h[1-6]$/.test(word(known, 'tag')) && known.type === 'htmlelement'
    return `<p class="${heading ? 'heading' : 'prose'}">${asMarkup(full || titleOf(known.type))}</p>${notes(known)}`
  }
  if (known.type === 'button') return `<span class="field button">${name}</span>`
  if (known.type === 'checkbox')
    return `<p class="ask"><i class="box"></i>${name}${star}${notes(known)}</p>${saying(known)}`
  return `<p class="ask">${name}${star}<span class="kind">${asMarkup(titleOf(known.type))}</span>${notes(known)}</p>${answer(known)}${saying(known)}`
}

const saying = (known: Known): string => {
  const text = textOf(word(known, 'description'))
  return text === '' || askedOf(known.type).content.every(({ path }) => path !== 'description')
    ? ''
    : `<p class="saying">${asMarkup(text)}</p>`
}

/** The head of what holds others. */
export const heading = (known: Known): string =>
  `<p class="ask group-name">${asMarkup(nameOf(known))}<span class="kind">${asMarkup(titleOf(known.type))}</span>${notes(known)}</p>${saying(known)}`
