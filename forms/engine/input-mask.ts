import { isText } from '../logic/index.ts'

const classes: Readonly<Record<string, RegExp>> = {
  '9': /\d/,
  a: /[A-Za-z]/,
  A: /[A-Za-z]/,
  '*': /[0-9A-Za-z]/,
}

/**
 * A test for a Form.io input mask: 9 a digit, A a letter, a a letter (`small`: only a small one), * any of both,
 * `\` the next sign as it is. One step a sign.
 */
export const maskTest = (mask: string, small = false): ((value: string) => boolean) => {
  const steps: (RegExp | string)[] = []
  for (let i = 0; i < mask.length; i++) {
    const sign = mask[i] as string
    if (sign === '\\' && i + 1 < mask.length) steps.push(mask[++i] as string)
    else steps.push(sign === 'a' && small ? /[a-z]/ : (classes[sign] ?? sign))
  }
  return (value) => {
    if (value.length !== steps.length) return false
    return steps.every((step, i) => {
      const sign = value[i] as string
      return isText(step) ? step === sign : step.test(sign)
    })
  }
}
