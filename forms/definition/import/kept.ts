/** What is kept of a component; all else has no meaning here (styles, builder state, templates, servers). */
const keptKeys =
  'type key label placeholder description tooltip prefix suffix input hidden hideLabel disabled multiple defaultValue clearOnHide validate conditional logic calculateValue errors properties values data dataSrc dataType valueProperty questions enableDate enableTime format datePicker timePicker fields dayFirst minDate maxDate inputMask decimalLimit currency content html tag className title legend theme collapsible collapsed addAnother removeRow storeas delimeter unique inline optionsLabelPosition numRows numCols header action'.split(
    ' ',
  )
const validateKeys =
  'required min max minLength maxLength minWords maxWords pattern integer step unique minSelectedCount maxSelectedCount customMessage json'.split(
    ' ',
  )
const cellKeys = 'width offset push pull size key label'.split(' ')

type Raw = Record<string, unknown>

const pick = (from: Raw, keys: readonly string[]): Raw => {
  const to: Raw = {}
  for (const key of keys)
    if (Object.hasOwn(from, key) && from[key] !== null && from[key] !== '') to[key] = from[key]
  return to
}

export const keptOf = (raw: Raw): Raw => pick(raw, keptKeys)
export const keptChecks = (validate: Raw): Raw => pick(validate, validateKeys)
export const keptCell = (cell: Raw): Raw => pick(cell, cellKeys)
