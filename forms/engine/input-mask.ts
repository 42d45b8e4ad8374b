const classes: Readonly<Record<string, RegExp>> = {
  '9': /\d/,
  a: /[A-Za-z]/,
  A: /[A-Za-z]/,
  '*': /[0-9A-Za-z\u4e00-\u9fff]/,
}

/** A test for a Form.io input mask: 9 a digit, a or A a letter, * either, `\` the next sign as it is. One step a sign. */
export const maskTest = (mask: string): ((value: string) => boolean) => {
  const steps: (RegExp | string)[] = []
  for (let i = 0; i < mask.length; i++) {
    const sign = mask[i] as string
    if (sign === '\\' && i + 1 < mask.length) steps.push(mask[++i] as string)
    else steps.push(classes[sign] ?? sign)
  }
  return (value) => {
    if (value.length !== steps.length) return false
    return steps.every((step, i) => {
      const sign = value[i] as string
      return typeof step === 'string' ? step === sign : step.test(sign)
    })
  }
}
