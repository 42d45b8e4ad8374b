import type { TFunction } from 'i18next'
import type { Notice, Profile } from '#forms/catalogue'

/** Of the wording below; a change of what is told is a change of this. */
const wording = '2026-1'

/** By which words and which release people were told: kept with the household. */
export const noticeVersion = (release: number): string => `${wording}·第${release}版`

export type Told = {
  readonly profile: Pick<Profile, 'name' | 'hotline'>
  readonly notice: Notice | undefined
}

/**
 * What people are told before they are registered (PIPL art. 17, 30, 35), a paragraph each: the common wording, with
 * what this city's `profile` and `notice` say about who asks, what is put up in public and what never is.
 */
export const toldText = ({ profile, notice }: Told, t: TFunction<'register'>): readonly string[] => {
  const shown = (notice?.columns ?? []).map(({ label, show }) =>
    show === 'masked-name' ? t('notice.masked', { label }) : label,
  )
  const never = (notice?.forbidden ?? []).map(({ label }) => label)
  return [
    t('notice.who', { city: profile.name }),
    t('notice.what'),
    t('notice.see'),
    ...(shown.length > 0 ? [t('notice.shown', { columns: shown.join('、') })] : []),
    ...(never.length > 0 ? [t('notice.never', { columns: never.join('、') })] : []),
    t('notice.rights'),
    profile.hotline
      ? t('notice.ask', { name: profile.hotline.name, number: profile.hotline.number })
      : t('notice.askHere'),
  ]
}
