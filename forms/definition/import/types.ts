/** Names that other products give to components, and the Form.io type that means the same. */
const elsewhere: Readonly<Record<string, string>> = {
  // BC's hosted forms service: `simple…` and `…advanced` are taken off before this table is asked.
  radios: 'radio',
  checkboxes: 'selectboxes',
  phonenumber: 'phoneNumber',
  cols2: 'columns',
  cols3: 'columns',
  cols4: 'columns',
  heading: 'htmlelement',
  paragraph: 'htmlelement',
  btnsubmit: 'button',
  btnreset: 'button',
  // Norwegian Labour and Welfare Administration.
  radiopanel: 'radio',
  navSelect: 'select',
  navCheckbox: 'checkbox',
  navDatepicker: 'datetime',
  navSkjemagruppe: 'fieldset',
  alertstripe: 'content',
  row: 'fieldset',
  fnrfield: 'textfield',
  orgNr: 'textfield',
  iban: 'textfield',
  bankAccount: 'textfield',
  firstName: 'textfield',
  surname: 'textfield',
  year: 'number',
  attachment: 'file',
  // formsflow.
  textAreaWithAnalytics: 'textarea',
  // Form.io 4.x names.
  layout: 'htmlelement',
  phonenumberfield: 'phoneNumber',
  datetimefield: 'datetime',
}

/** The type under our profile's name; unknown types come back as they are. */
export const importedType = (type: string): string => {
  const plain = /^simple[a-z]/.test(type)
    ? type.slice(6).replace(/advanced$/, '')
    : type.replace(/advanced$/, '')
  return Object.hasOwn(elsewhere, plain) ? (elsewhere[plain] ?? plain) : plain
}
