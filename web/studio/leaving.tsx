import { type FormInstance, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * Closes what holds a form, but asks first when something was typed into it.
 * @returns `leave` for the way out (the cross, Escape, the dimmed page), and the `question` to draw inside
 */
export function useLeaving<T>(
  form: FormInstance<T>,
  close: () => void,
): { readonly leave: () => void; readonly question: ReactNode } {
  const { t } = useTranslation('studio')
  const [asking, setAsking] = useState(false)
  return {
    leave: () => (form.isFieldsTouched() ? setAsking(true) : close()),
    question: (
      <Modal
        open={asking}
        title={t('editor.dropAsk')}
        okText={t('editor.drop')}
        okButtonProps={{ danger: true }}
        cancelText={t('editor.keep')}
        onOk={close}
        onCancel={() => setAsking(false)}
      />
    ),
  }
}
