import { resolve } from 'node:path'
import { importJWK, SignJWT } from 'jose'
import { issuerKeys } from './keys.ts'
import { people, personOf } from './people.ts'
import { liveRun } from './run.ts'
import { audience, BadSetting, issuerOf, lambdaFolder, readSettings, type Settings } from './settings.ts'

/** Where a system runs now: where the settings say; if nothing does there, where `npm run lambda` keeps its data. */
const running = (settings: Settings): Settings => {
  const other = { ...settings, data: resolve(lambdaFolder) }
  const isNamed = Boolean(process.env['YIHU_DATA'])
  return !isNamed && !liveRun(settings.data) && liveRun(other.data) ? other : settings
}

/** A bearer token of the local issuer for a demo person, 1 h, as the issuer itself would sign it. */
export const tokenFor = async (settings: Settings, subject: string): Promise<string> => {
  const issuer = liveRun(settings.data)?.issuer ?? issuerOf(settings.port)
  const { realm, keys } = await issuerKeys(settings.data, issuer)
  const jwk = keys[0]
  const person = personOf(subject)
  if (!jwk || !person) throw new BadSetting(`没有名为「${subject}」的演示人员。`)
  return new SignJWT({ client_id: 'web', scope: 'api', name: person.name })
    .setProtectedHeader({ alg: jwk.alg ?? '', typ: 'at+jwt', kid: jwk.kid ?? '' })
    .setIssuer(realm)
    .setSubject(subject)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(await importJWK(jwk, jwk.alg))
}

if (import.meta.main) {
  const [subject = '', ...rest] = process.argv.slice(2)
  try {
    if (!personOf(subject)) {
      const list = people.map((person) => `  ${person.subject.padEnd(18)}${person.name}  ${person.duty}`)
      const what = subject === '' ? '请写明演示人员' : `没有名为「${subject}」的演示人员`
      throw new BadSetting(`${what}，例如：npm run -s token -- 341700.worker\n可选：\n${list.join('\n')}`)
    }
    if (rest.length > 0) throw new BadSetting(`只能写一个演示人员，多出的是「${rest.join(' ')}」。`)
    console.log(await tokenFor(running(readSettings(process.env, [])), subject))
  } catch (error) {
    if (!(error instanceof BadSetting)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
