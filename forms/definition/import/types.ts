/** What a type from elsewhere becomes. `lost`: what it could do that ours cannot, as a Chinese half sentence. */
export type Mapped = { readonly type: string; readonly lost?: string }

const register = '原来能从登记系统自动带出或查找，现在要人工填写'

/** Names that other products give to components, and the Form.io type that asks the same. */
const elsewhere: Readonly<Record<string, Mapped>> = {
  // BC's hosted forms service: `simple…` and `…advanced` are taken off before this table is asked.
  radios: { type: 'radio' },
  checkboxes: { type: 'selectboxes' },
  phonenumber: { type: 'phoneNumber' },
  cols2: { type: 'columns' },
  cols3: { type: 'columns' },
  cols4: { type: 'columns' },
  heading: { type: 'htmlelement' },
  paragraph: { type: 'htmlelement' },
  btnsubmit: { type: 'button' },
  btnreset: { type: 'button' },
  subject: { type: 'textfield' },
  orgbook: { type: 'textfield', lost: '原来从企业登记库里查找并选择，现在要人工填写名称' },
  bcaddress: { type: 'textarea', lost: '原来从地址库里查找，现在要人工填写地址' },
  // Norwegian Labour and Welfare Administration.
  radiopanel: { type: 'radio' },
  navSelect: { type: 'select' },
  navCheckbox: { type: 'checkbox' },
  navDatepicker: { type: 'datetime' },
  navSkjemagruppe: { type: 'fieldset' },
  navDataGrid: { type: 'datagrid' },
  formGroup: { type: 'fieldset' },
  alertstripe: { type: 'content' },
  row: { type: 'fieldset' },
  fnrfield: { type: 'textfield', lost: '原来校验挪威的身份号码，现在不校验' },
  orgNr: { type: 'textfield' },
  iban: { type: 'textfield', lost: '原来校验国际银行账号（IBAN），现在不校验' },
  bankAccount: { type: 'textfield' },
  firstName: { type: 'textfield' },
  surname: { type: 'textfield' },
  year: { type: 'number' },
  monthPicker: { type: 'day' },
  landvelger: { type: 'textfield', lost: '原来从国家名单里选，现在要人工填写' },
  valutavelger: { type: 'textfield', lost: '原来从币种名单里选，现在要人工填写' },
  enhetsvelger: { type: 'textfield', lost: '原来从机构名单里选，现在要人工填写' },
  identity: { type: 'container', lost: `拆成了三个问题；${register}，身份号码也不再校验` },
  navAddress: { type: 'container', lost: `拆成了几个问题；${register}` },
  addressValidity: { type: 'container' },
  attachment: { type: 'file', lost: '原来可以选“以后再交”等，现在只能上传' },
  image: { type: 'content', lost: '图片没有导入，只留下了文字说明' },
  // formsflow.
  textAreaWithAnalytics: { type: 'textarea' },
  // Form.io's own: what asks the same without the service behind it.
  address: { type: 'textarea', lost: '原来用地图服务查找地址，现在要人工填写' },
  // Form.io 4.x names.
  layout: { type: 'htmlelement' },
  phonenumberfield: { type: 'phoneNumber' },
  datetimefield: { type: 'datetime' },
  dataGrid: { type: 'datagrid' },
  editGrid: { type: 'editgrid' },
  selectBoxes: { type: 'selectboxes' },
  textField: { type: 'textfield' },
  textArea: { type: 'textarea' },
}

/** The type under our profile's name; unknown types come back as they are. */
export const mappedType = (type: string): Mapped => {
  const plain = (/^simple[a-z]/.test(type) ? type.slice(6) : type).replace(/advanced$/, '')
  return Object.hasOwn(elsewhere, plain) ? (elsewhere[plain] ?? { type: plain }) : { type: plain }
}

/** Why well-known types are not taken, in plain Chinese; each ends in what to do. */
const reasons: Readonly<Record<string, string>> = {
  password: '表单里不能收集密码，这个问题没有导入；身份由登录确认。',
  datamap: '“键值表”的项目由填表人自己起名，无法统计；没有导入，请改用“表格”。',
  tree: '“树形”问题可以无限分层，没有导入；请改用“表格”，一层用一个。',
  dynamicWizard: '“动态分页”没有导入；请改用“表格”。',
  recaptcha: '人机验证没有导入：填表人已经登录，不需要。',
  captcha: '人机验证没有导入：填表人已经登录，不需要。',
  form: '嵌套的另一张表单没有导入；请把那张表单也导入，再把问题复制过来。',
  tagpad: '“图上标注”没有导入；请改用“附件”和“表格”。',
  sketchpad: '“画板”没有导入；请改用“附件”上传图片。',
  resource: '选项来自别的系统的数据，没有导入；请改用固定选项。',
  datasource: '从外部网址取数的部分没有导入；请改为由填表人填写。',
  datatable: '从外部取数的表格没有导入；请改用“表格”。',
  reviewpage: '“核对页”没有导入：提交前系统会自己列出全部答案。',
  location: '地图定位没有导入；请改用地址文字。',
  map: '地图选点没有导入；请改用地址文字。',
  stripe: '在线支付没有导入。',
  activities: '选项来自挪威劳动和福利局的系统，没有导入；请改用固定选项。',
  dataFetcher: '选项来自挪威劳动和福利局的系统，没有导入；请改用固定选项。',
  maalgruppe: '这一项由挪威劳动和福利局的系统算出，没有导入。',
  drivinglist: '“行车记录”是挪威劳动和福利局专用的，没有导入；请改用“表格”。',
}

export const refusalOf = (from: string, plain: string): string => {
  if (from === '') return '这个组件没有写明类型（type），没有导入。'
  return Object.hasOwn(reasons, plain)
    ? (reasons[plain] ?? '')
    : `不支持「${from.slice(0, 40)}」类型的组件，没有导入；请改用我们已有的类型重做。`
}
