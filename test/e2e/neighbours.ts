/** A form of Form.io as somebody might bring it: two choices, a name, and a question that may not be asked. */
export const formio = {
  title: '邻里探访表',
  display: 'form',
  components: [
    { type: 'textfield', key: 'name', label: '姓名', input: true, validate: { required: true } },
    {
      type: 'radio',
      key: 'mood',
      label: '精神状态',
      input: true,
      values: [
        { value: 'good', label: '平稳' },
        { value: 'low', label: '低落' },
      ],
    },
    {
      type: 'radio',
      key: 'alone',
      label: '是否独居',
      input: true,
      values: [
        { value: 'yes', label: '是' },
        { value: 'no', label: '否' },
      ],
    },
    { type: 'password', key: 'secret', label: '登录密码', input: true },
  ],
}
