import { LitElement, css, html } from 'lit'
import { get } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { t } from '../../shared/words.js'
import { sheet } from '../common/sheet.js'
import './routing-words-id.js'
import { choice, line, number, rows, rowsLook } from './rows.js'
import { Setting } from './setting.js'

/** `<ramah-routing-setting>`: who gets whom, how much one person has at once, and who waits less. */
class RoutingSetting extends LitElement {
  static properties = { teams: { state: true }, tags: { state: true }, skills: { state: true } }
  static styles = [base, sheet, rowsLook, css`
    ol.order { display: grid; gap: var(--r-1); margin-top: var(--r-2); padding-inline-start: var(--r-5); list-style: decimal; color: var(--r-ink-2); }
  `]

  constructor() {
    super()
    this.teams = []
    this.tags = []
    this.skills = []
    this.setting = new Setting(this, 'routing')
    // What can be chosen; without it names can still be typed and read.
    Promise.all([get('/api/teams'), get('/api/topics'), get('/api/staff')]).then(([teams, topics, staff]) => {
      this.teams = teams
      this.tags = topics.map((topic) => topic.tag)
      this.skills = [...new Set(staff.flatMap((person) => person.skills ?? []))].sort()
    }, () => {})
  }

  render() {
    return this.setting.form(() => this.#fields(this.setting.draft), () => this.setting.save(this.setting.draft))
  }

  #fields(rules) {
    const disabled = !this.setting.mayChange
    const { weights } = rules
    const wants = (item) => [
      choice(item, 'team', t('Team'), this.teams, t('any'), { disabled }),
      line(item, 'skill', t('Skill'), { list: 'skills', disabled }),
    ]
    return html`
      <datalist id="skills">${this.skills.map((each) => html`<option value=${each}></option>`)}</datalist>
      <div><p>${t('Whoever waits is offered to the best of those who are free. The first of these in which two people differ decides:')}</p>
        <ol class="order"><li>${t('it was handed on to them')}</li><li>${t('they did not hand it on themselves')}</li><li>${t('they know the customer')}</li>
          <li>${t('they have the skill or the team that it asks for')}</li><li>${t('they speak the language')}</li><li>${t('they have the least to do')}</li><li>${t('they have been idle for longest')}</li></ol></div>
      <fieldset><legend>${t('How much at once')}</legend>
        <div class="numbers">${number(rules, 'capacity', t('Ordinary conversations that one person holds'), 1, 100, { disabled })}</div></fieldset>
      <fieldset><legend>${t('What conversations weigh')}</legend>
        <p class="hint">${t('An ordinary one weighs 100. One that has fallen silent counts with the share below; what an upset customer and a long conversation add, comes before that.')}</p>
        <div class="numbers">
          ${number(weights, 'upset', t('An upset customer adds'), 0, 500, { disabled })}
          ${number(weights, 'lengthy', t('A long conversation adds'), 0, 500, { disabled })}
          ${number(weights, 'lengthyAfterMessages', t('Long from this many messages on'), 5, 100, { disabled })}
          ${number(weights, 'quiet', t('Share of a silent one, in percent'), 0, 100, { disabled })}
          ${number(weights, 'quietAfterMinutes', t('Silent after, in minutes'), 1, 1440, { disabled })}
          ${number(weights, 'pending', t('One that waits for somebody else weighs'), 0, 100, { disabled })}
        </div></fieldset>
      ${rows({ host: this, disabled, name: t('Topics'), hint: t('A tag of an article that the conversation touched asks for a team, a skill or both.'),
        items: rules.topics, fresh: () => ({ tag: '', team: null, skill: null }), add: t('Add a topic'),
        line: (item) => [choice(item, 'tag', t('Topic'), this.tags, t('Choose…'), { disabled }), ...wants(item)] })}
      ${rows({ host: this, disabled, name: t('Pages'), hint: t('So does a page from which the customer writes, by a part of its address.'),
        items: rules.pages, fresh: () => ({ contains: '', team: null, skill: null }), add: t('Add a page'),
        line: (item) => [line(item, 'contains', t('Address contains'), { required: true, disabled }), ...wants(item)] })}
      ${rows({ host: this, disabled, name: t('Customers who wait less'), hint: t('They count as having come so many minutes earlier, so nobody waits for ever.'),
        items: rules.customers, fresh: () => ({ attribute: '', value: '', aheadMinutes: 5 }), add: t('Add customers'),
        line: (item) => [line(item, 'attribute', t('Attribute'), { required: true, disabled }), line(item, 'value', t('Is'), { required: true, disabled }),
          number(item, 'aheadMinutes', t('Minutes ahead'), 1, 60, { disabled })] })}`
  }
}

customElements.define('ramah-routing-setting', RoutingSetting)
