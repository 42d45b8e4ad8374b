/** 张三 → 张*, 欧阳小美 → 欧***: the first sign stays. A single sign is hidden whole. */
export const maskName = (name: string): string => {
  const signs = [...name.trim()]
  if (signs.length === 0) return ''
  return signs.length === 1 ? '*' : `${signs[0]}${'*'.repeat(signs.length - 1)}`
}

/** 18 or 15 signs: the first six and the last two stay (division, not birth); anything else is hidden whole. */
export const maskIdNumber = (number: string): string => {
  const text = number.trim()
  if (text.length !== 18 && text.length !== 15) return '*'.repeat(Math.min(text.length, 18))
  return `${text.slice(0, 6)}${'*'.repeat(text.length - 8)}${text.slice(-2)}`
}

/** 13812345678 → 138****5678; other numbers keep the last two digits. */
export const maskPhone = (phone: string): string => {
  const text = phone.trim()
  const digits = text.replaceAll(/[^0-9]/g, '')
  if (digits.length === 11) return `${digits.slice(0, 3)}****${digits.slice(-4)}`
  if (digits.length < 5) return '*'.repeat(text.length)
  return `${'*'.repeat(digits.length - 2)}${digits.slice(-2)}`
}
