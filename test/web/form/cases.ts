const yesNo = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
]
const panel = (key: string, title: string, components: readonly object[]) => ({
  type: 'panel',
  key,
  title,
  label: title,
  input: false,
  components,
})
const field = (type: string, key: string, label: string, more: object = {}) => ({
  type,
  key,
  label,
  input: true,
  ...more,
})
const required = { validate: { required: true } }

/** Every type of the profile that somebody can answer, in one part. */
const everything = {
  definition: {
    display: 'form',
    components: [
      { type: 'content', key: 'intro', input: false, html: '<p>填写说明：<strong>请当面核对</strong>。</p>' },
      field('textfield', 'text', '姓名', { ...required, description: '与身份证件一致。' }),
      field('textarea', 'area', '情况说明', { tooltip: '写清时间、地点和人物。' }),
      field('number', 'number', '家庭人口', { suffix: '人' }),
      field('currency', 'money', '月收入'),
      field('checkbox', 'check', '已说明调查目的'),
      field('selectboxes', 'boxes', '收入来源', {
        values: [
          { value: 'wage', label: '工资' },
          { value: 'pension', label: '养老金' },
          { value: 'assistance', label: '社会救助金' },
        ],
      }),
      field('radio', 'radio', '是否独居', { values: yesNo }),
      field('select', 'few', '住房类型', {
        dataSrc: 'values',
        data: { values: yesNo },
      }),
      field('select', 'many', '与户主关系', {
        dataSrc: 'values',
        data: {
          values: [...'甲乙丙丁戊己庚辛'].map((label, at) => ({ value: `v${at}`, label: `关系${label}` })),
        },
      }),
      field('datetime', 'date', '入户日期', { enableTime: false, format: 'yyyy-MM-dd' }),
      field('day', 'day', '出生日期', { fields: { day: {}, month: {}, year: {} } }),
      field('time', 'time', '到达时间'),
      field('phoneNumber', 'phone', '联系电话'),
      field('email', 'email', '电子邮箱'),
      field('url', 'url', '网址'),
      field('survey', 'survey', '满意度', {
        questions: [
          { value: 'q1', label: '态度' },
          { value: 'q2', label: '及时' },
        ],
        values: [
          { value: 'good', label: '满意' },
          { value: 'bad', label: '不满意' },
        ],
      }),
      field('tags', 'tags', '关键词'),
      field('signature', 'sign', '签名'),
      field('file', 'photo', '照片'),
      field('number', 'sum', '合计', {
        disabled: true,
        calculateValue: { '+': [{ var: 'data.number' }, 1] },
      }),
      field('container', 'box', '照料', { components: [field('textfield', 'inner', '照料人')] }),
      {
        type: 'columns',
        key: 'cols',
        input: false,
        columns: [
          { components: [field('textfield', 'left', '左')] },
          { components: [field('textfield', 'right', '右')] },
        ],
      },
      {
        type: 'table',
        key: 'table',
        input: false,
        rows: [
          [
            { components: [field('textfield', 'cell', '格')] },
            { components: [field('textfield', 'cell2', '格二')] },
          ],
        ],
      },
      {
        type: 'tabs',
        key: 'tabs',
        input: false,
        components: [{ key: 't1', label: '页签一', components: [field('textfield', 'tab', '页内')] }],
      },
      field('datagrid', 'grid', '支出', {
        components: [field('textfield', 'what', '项目'), field('number', 'cost', '金额')],
      }),
    ],
  },
}

/** Two parts, a condition, rows, a result. */
const visit = {
  definition: {
    display: 'wizard',
    components: [
      panel('first', '入户情况', [
        field('textfield', 'before', '地点', required),
        field('radio', 'alone', '是否独居', { values: yesNo, ...required }),
        field('textfield', 'doorbell', '门铃位置', {
          ...required,
          conditional: { json: { '===': [{ var: 'data.alone' }, 'yes'] } },
        }),
        field('textfield', 'after', '备注'),
      ]),
      panel('family', '家庭成员', [
        field('editgrid', 'members', '成员', {
          validate: { required: true, minLength: 1 },
          components: [
            field('textfield', 'name', '姓名', required),
            field('number', 'income', '月收入', { validate: { min: 0 } }),
          ],
        }),
        field('number', 'size', '家庭人口', {
          disabled: true,
          calculateValue: { reduce: [{ var: 'data.members' }, { '+': [{ var: 'accumulator' }, 1] }, 0] },
        }),
      ]),
    ],
  },
  outcomes: [
    {
      key: 'total',
      title: '成员数',
      value: { var: 'data.size' },
      bands: [
        { from: 0, to: 1, level: 'one', label: '单人户' },
        { from: 2, level: 'more', label: '多人户' },
      ],
      rule: '试验规则',
    },
  ],
}

const bad =
  '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script><a href="javascript:window.hacked=1">点</a>'
const hostile = {
  definition: {
    display: 'form',
    components: [
      { type: 'htmlelement', key: 'html', input: false, tag: 'p', content: bad },
      { type: 'content', key: 'text', input: false, html: `<p style="position:fixed">字</p>${bad}` },
      field('textfield', 'xss', bad, { description: bad, placeholder: bad }),
    ],
  },
}

export const cases = { everything, visit, hostile }
