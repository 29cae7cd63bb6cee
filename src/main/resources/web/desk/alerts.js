/**
 * The browser's own notifications, for what is mine while the desk is not in front. Off until the person switches them
 * on, for browsers ask then; remembered on this device. They name the customer and say nothing of what was written:
 * a screen may be shared.
 */
const STORED = 'ramah.alerts'

export class Alerts {
  on = false

  constructor() {
    try {
      this.on = localStorage.getItem(STORED) === 'on' && this.allowed
    } catch {
      // Without storage they start off.
    }
  }

  static get exist() {
    return typeof Notification !== 'undefined'
  }

  get allowed() {
    return Alerts.exist && Notification.permission === 'granted'
  }

  /** Answers whether they are on now: the browser may refuse. */
  async toggle() {
    this.on = !this.on && Alerts.exist && (this.allowed || (await Notification.requestPermission()) === 'granted')
    try {
      localStorage.setItem(STORED, this.on ? 'on' : 'off')
    } catch {
      // Not remembered, still switched.
    }
    return this.on
  }

  /** One a conversation: a newer one takes the place of the last. */
  show(text, conversation, open) {
    if (!this.on || !this.allowed || !document.hidden) return
    try {
      const alert = new Notification('Ramah', { body: text, tag: conversation })
      alert.onclick = () => {
        window.focus()
        alert.close()
        open()
      }
    } catch {
      // Some phones have them for installed pages only.
    }
  }
}
