import { useTranslation } from 'react-i18next'
import { type Preference, setPreference, usePreference } from './preferences.ts'

function Switch({ name }: { readonly name: Preference }) {
  const { t } = useTranslation()
  const on = usePreference(name)
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      className="switch"
      onClick={() => setPreference(name, !on)}
    >
      <span>
        <strong>{t(name)}</strong>
        <span className="muted">{t(`${name}Hint`)}</span>
      </span>
      <span className="switch-state" aria-hidden="true">
        <span className="knob" />
        {on ? t('on') : t('off')}
      </span>
    </button>
  )
}

/** 长者模式 and 高对比度. */
export const Switches = () => (
  <div className="switches">
    <Switch name="elder" />
    <Switch name="contrast" />
  </div>
)
