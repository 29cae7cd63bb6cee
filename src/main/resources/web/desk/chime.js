/**
 * Two soft notes when someone waits. Made by the browser, so there is no file to load; remembered as on
 * or off. Browsers keep silent until the person has touched the page once.
 */
const STORED = 'ramah.sound'
/** Several people arriving together are one sound. */
const REST = 2_500

export class Chime {
  #audio = null
  #last = 0
  on = true

  constructor() {
    try {
      this.on = localStorage.getItem(STORED) !== 'off'
    } catch {
      // Without storage the sound starts on.
    }
    const wake = () => this.#ready()
    addEventListener('pointerdown', wake, { once: true })
    addEventListener('keydown', wake, { once: true })
  }

  toggle() {
    this.on = !this.on
    try {
      localStorage.setItem(STORED, this.on ? 'on' : 'off')
    } catch {
      // Not remembered, still switched.
    }
    if (this.on) this.ring()
  }

  ring() {
    if (!this.on || Date.now() - this.#last < REST || !this.#ready()) return
    this.#last = Date.now()
    const now = this.#audio.currentTime
    this.#note(659.25, now)
    this.#note(880, now + 0.14)
  }

  #ready() {
    if (typeof AudioContext === 'undefined') return false
    // Before a gesture the context would only start suspended and log a warning.
    if (!this.#audio && navigator.userActivation && !navigator.userActivation.hasBeenActive) return false
    this.#audio ??= new AudioContext()
    if (this.#audio.state === 'suspended') this.#audio.resume()
    return true
  }

  #note(frequency, at) {
    const tone = this.#audio.createOscillator()
    const volume = this.#audio.createGain()
    tone.type = 'sine'
    tone.frequency.value = frequency
    volume.gain.setValueAtTime(0.0001, at)
    volume.gain.exponentialRampToValueAtTime(0.14, at + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.45)
    tone.connect(volume).connect(this.#audio.destination)
    tone.start(at)
    tone.stop(at + 0.5)
  }
}
